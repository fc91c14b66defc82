package bailiwick.exact;

import bailiwick.core.exact.BinaryProgram;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * A program as it travels to the worker, costs in grains.
 *
 * @param work to spend at most
 * @param mostCost grains that a solution may cost
 * @param costs {@code costs[variable]} in grains
 * @param hint words of a bit set, none without a hint
 * @param lower {@code lower[row]}
 * @param upper {@code upper[row]}
 * @param first {@code first[row]} number of its first term, and the end of the last
 * @param variable {@code variable[term]}
 * @param coefficient {@code coefficient[term]}
 */
// A message made to be written or just read: its arrays have one owner at a time.
@SuppressWarnings("ArrayRecordComponent")
record Request(
    double work,
    long mostCost,
    long[] costs,
    long[] hint,
    long[] lower,
    long[] upper,
    int[] first,
    int[] variable,
    long[] coefficient) {

  /** More grains than any solution costs, and still safe from overflow. */
  static final long ANY_COST = 1L << 60;

  static Request of(BinaryProgram program, double work) {
    int rows = program.rowCount();
    int terms = program.termCount();
    return new Request(
        work,
        mostCost(program),
        IntStream.range(0, program.variableCount()).mapToLong(program::costInGrains).toArray(),
        hint(program).toLongArray(),
        IntStream.range(0, rows).mapToLong(program::lower).toArray(),
        IntStream.range(0, rows).mapToLong(program::upper).toArray(),
        IntStream.rangeClosed(0, rows).map(program::firstTerm).toArray(),
        IntStream.range(0, terms).map(program::variableOf).toArray(),
        IntStream.range(0, terms).mapToLong(program::coefficientOf).toArray());
  }

  /** Costs are whole grains: below the cutoff means at most the last grain before it. */
  private static long mostCost(BinaryProgram program) {
    double below =
        Math.ceil(program.cutoff().orElse(Double.POSITIVE_INFINITY) / program.grain()) - 1;
    return (long) Math.max(-ANY_COST, Math.min(ANY_COST, below));
  }

  /**
   * A hint that reaches the cutoff only leads astray: the proof took up to three times the work.
   */
  private static BitSet hint(BinaryProgram program) {
    double cutoff = program.cutoff().orElse(Double.POSITIVE_INFINITY);
    return program.hint().filter(ones -> program.costOf(ones) < cutoff).orElseGet(BitSet::new);
  }

  void writeTo(DataOutput out) throws IOException {
    Wire.writeMagic(out);
    out.writeDouble(work);
    out.writeLong(mostCost);
    Wire.writeLongs(out, costs);
    Wire.writeLongs(out, hint);
    Wire.writeLongs(out, lower);
    Wire.writeLongs(out, upper);
    Wire.writeInts(out, first);
    Wire.writeInts(out, variable);
    Wire.writeLongs(out, coefficient);
  }

  /**
   * Reads what the other side wrote.
   *
   * @throws IOException at the end of the stream, or when it holds something else
   */
  static Request readFrom(DataInput in) throws IOException {
    Wire.requireMagic(in);
    return new Request(
        in.readDouble(),
        in.readLong(),
        Wire.readLongs(in),
        Wire.readLongs(in),
        Wire.readLongs(in),
        Wire.readLongs(in),
        Wire.readInts(in),
        Wire.readInts(in),
        Wire.readLongs(in));
  }
}
