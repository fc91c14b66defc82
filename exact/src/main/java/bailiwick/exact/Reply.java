package bailiwick.exact;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.BitSet;

/** What the worker says; nothing of it is believed before it has been checked. */
sealed interface Reply {

  /** The library is loaded; said once, before the first request is read. */
  record Ready() implements Reply {}

  /** The library does not load, nor will it ever here; said instead of {@link Ready}. */
  record Unusable(String reason) implements Reply {}

  /** The program is none that the library takes. */
  record Refused(String reason) implements Reply {}

  /** No solution within the limits exists. */
  record NoSolution(double work) implements Reply {}

  /**
   * No solution was found in time.
   *
   * @param bound in grains, {@link #NO_BOUND} when there is none
   */
  record NothingFound(double work, long bound) implements Reply {}

  /**
   * A solution, the cheapest when it costs the bound.
   *
   * @param bound in grains, {@link #NO_BOUND} when there is none
   */
  record Found(double work, long bound, BitSet ones) implements Reply {}

  /** Said instead of a bound that is not known. */
  long NO_BOUND = Long.MIN_VALUE;

  /** Writes a reply: the magic word, the kind, what belongs to it. */
  static void write(Reply reply, DataOutput out) throws IOException {
    Wire.writeMagic(out);
    switch (reply) {
      case Ready ready -> out.writeByte('R');
      case Unusable unusable -> {
        out.writeByte('L');
        out.writeUTF(unusable.reason());
      }
      case Refused refused -> {
        out.writeByte('X');
        out.writeUTF(refused.reason());
      }
      case NoSolution none -> {
        out.writeByte('I');
        out.writeDouble(none.work());
      }
      case NothingFound nothing -> {
        out.writeByte('U');
        out.writeDouble(nothing.work());
        out.writeLong(nothing.bound());
      }
      case Found found -> {
        out.writeByte('F');
        out.writeDouble(found.work());
        out.writeLong(found.bound());
        Wire.writeLongs(out, found.ones().toLongArray());
      }
    }
  }

  /**
   * Reads a reply.
   *
   * @throws IOException at the end of the stream, or when it holds something else
   */
  static Reply read(DataInput in) throws IOException {
    Wire.requireMagic(in);
    byte kind = in.readByte();
    return switch (kind) {
      case 'R' -> new Ready();
      case 'L' -> new Unusable(in.readUTF());
      case 'X' -> new Refused(in.readUTF());
      case 'I' -> new NoSolution(in.readDouble());
      case 'U' -> new NothingFound(in.readDouble(), in.readLong());
      case 'F' -> new Found(in.readDouble(), in.readLong(), BitSet.valueOf(Wire.readLongs(in)));
      default -> throw new IOException("A reply is of the unknown kind %s.".formatted(kind));
    };
  }
}
