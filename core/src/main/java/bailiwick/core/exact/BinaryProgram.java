package bailiwick.core.exact;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A choice between 0 and 1 for each variable: cost·x as small as possible, lower ≤ a·x ≤ upper in
 * each row. Immutable; owns its arrays.
 *
 * <p>Everything is whole inside, so that solvers cannot differ by rounding. Coefficients are whole
 * as they are given. Costs are rounded down to a multiple of {@link #grain}, which is so small that
 * the sum of all costs keeps 46 bits: what no solution can undercut here, none can undercut at the
 * costs as given, and {@link #costOf} is exact and independent of order.
 */
public final class BinaryProgram {

  /** Lower limit of a row that has none. */
  public static final long NO_LOWER = Long.MIN_VALUE;

  /** Upper limit of a row that has none. */
  public static final long NO_UPPER = Long.MAX_VALUE;

  /** What a row's coefficients may add up to, signs aside, so that no sum can overflow. */
  public static final long LARGEST_ROW = 1L << 60;

  /** Bits that the sum of all costs takes, signs aside; 53 would fit a double. */
  private static final int COST_BITS = 46;

  private final long[] cost; // [variable] -> cost in grains
  private final double grain;
  private final Rows rows;
  private final Optional<BitSet> hint;
  private final OptionalDouble cutoff;

  private BinaryProgram(
      long[] cost, double grain, Rows rows, Optional<BitSet> hint, OptionalDouble cutoff) {
    this.cost = cost;
    this.grain = grain;
    this.rows = rows;
    this.hint = hint;
    this.cutoff = cutoff;
  }

  /**
   * A program without rows yet.
   *
   * @param costs {@code costs[variable]}, at least one; finite, and their sum too
   * @throws IllegalArgumentException when they are not
   */
  public static BinaryProgramBuilder builder(double[] costs) {
    return new BinaryProgramBuilder(costs);
  }

  static BinaryProgram of(double[] costs, Rows rows) {
    double grain = grainOf(costs);
    long[] whole = new long[costs.length];
    Arrays.setAll(whole, variable -> (long) Math.floor(costs[variable] / grain));
    return new BinaryProgram(whole, grain, rows, Optional.empty(), OptionalDouble.empty());
  }

  /** A power of two, so that dividing by it is exact. */
  private static double grainOf(double[] costs) {
    double sum = Arrays.stream(costs).map(Math::abs).sum();
    int exponent = sum == 0 ? 0 : Math.getExponent(sum) + 1 - COST_BITS;
    return Math.scalb(1.0, Math.max(Double.MIN_EXPONENT, exponent));
  }

  /**
   * The same program with a solution to begin with. It may break rows: then it is a first guess.
   *
   * @param ones the variables that are 1
   * @throws IllegalArgumentException when it names a variable that does not exist
   */
  public BinaryProgram withHint(BitSet ones) {
    requireVariables(ones);
    return new BinaryProgram(cost, grain, rows, Optional.of((BitSet) ones.clone()), cutoff);
  }

  /**
   * The same program in which only solutions that cost less than a figure count. With the {@link
   * #costOf cost of} a known solution, the answer is a cheaper one or that there is none.
   *
   * @throws IllegalArgumentException when it is not a number
   */
  public BinaryProgram withCutoff(double mostCost) {
    if (Double.isNaN(mostCost)) {
      throw new IllegalArgumentException("The cutoff must be a number.");
    }
    return new BinaryProgram(cost, grain, rows, hint, OptionalDouble.of(mostCost));
  }

  /** How many variables there are, at least 1. */
  public int variableCount() {
    return cost.length;
  }

  /** How many rows there are, 0 or more. */
  public int rowCount() {
    return rows.count();
  }

  /** How many terms all rows have together. */
  public int termCount() {
    return rows.firstTerm(rows.count());
  }

  /**
   * Number of a row's first term; the terms of row {@code r} end before the first of {@code r + 1}.
   */
  public int firstTerm(int row) {
    return rows.firstTerm(row);
  }

  /** The variable of a term. */
  public int variableOf(int term) {
    return rows.variableOf(term);
  }

  /** The coefficient of a term, not 0. */
  public long coefficientOf(int term) {
    return rows.coefficientOf(term);
  }

  /** What a row must reach at least, or {@link #NO_LOWER}. */
  public long lower(int row) {
    return rows.lower(row);
  }

  /** What a row may reach at most, or {@link #NO_UPPER}. */
  public long upper(int row) {
    return rows.upper(row);
  }

  /** The unit that costs are counted in, a power of two. */
  public double grain() {
    return grain;
  }

  /** Cost of a variable that is 1, in grains. */
  public long costInGrains(int variable) {
    return cost[variable];
  }

  /** The solution to begin with, empty when none is known. The caller may change what it gets. */
  public Optional<BitSet> hint() {
    return hint.map(ones -> (BitSet) ones.clone());
  }

  /** The cost that a solution must stay below, empty when any will do. */
  public OptionalDouble cutoff() {
    return cutoff;
  }

  /**
   * The sum of the costs of variables that are 1, whether or not the rows are kept; exact.
   *
   * @throws IllegalArgumentException when {@code ones} names a variable that does not exist
   */
  public double costOf(BitSet ones) {
    requireVariables(ones);
    return ones.stream().mapToLong(variable -> cost[variable]).sum() * grain;
  }

  /** The first row that a choice breaks, empty when it keeps all. Cost: O(terms). */
  public OptionalInt findBrokenRow(BitSet ones) {
    requireVariables(ones);
    return IntStream.range(0, rows.count()).filter(row -> !rows.isKept(row, ones)).findFirst();
  }

  /** Whether a choice keeps every row and costs less than the cutoff. */
  public boolean isSolvedBy(BitSet ones) {
    return findBrokenRow(ones).isEmpty() && isBelowCutoff(costOf(ones));
  }

  private boolean isBelowCutoff(double value) {
    return cutoff.isEmpty() || value < cutoff.getAsDouble();
  }

  private void requireVariables(BitSet ones) {
    if (ones.length() > cost.length) {
      throw new IllegalArgumentException(
          "The variable %s must be below %s.".formatted(ones.length() - 1, cost.length));
    }
  }
}
