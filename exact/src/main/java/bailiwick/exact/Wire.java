package bailiwick.exact;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Arrays on a stream, each behind its length; and the word that every message begins with. */
final class Wire {

  /** The first word of every message; its last byte is the protocol's version. */
  private static final int MAGIC = 0x4257_4B01;

  private Wire() {}

  static void writeMagic(DataOutput out) throws IOException {
    out.writeInt(MAGIC);
  }

  /**
   * Reads the first word of a message.
   *
   * @throws IOException at the end of the stream, or when somebody else wrote on it
   */
  static void requireMagic(DataInput in) throws IOException {
    int word = in.readInt();
    if (word != MAGIC) {
      throw new IOException("A message began with %08x instead of %08x.".formatted(word, MAGIC));
    }
  }

  static void writeInts(DataOutput out, int[] values) throws IOException {
    out.writeInt(values.length);
    for (int value : values) {
      out.writeInt(value);
    }
  }

  static int[] readInts(DataInput in) throws IOException {
    int[] values = new int[in.readInt()];
    for (int k = 0; k < values.length; k++) {
      values[k] = in.readInt();
    }
    return values;
  }

  static void writeLongs(DataOutput out, long[] values) throws IOException {
    out.writeInt(values.length);
    for (long value : values) {
      out.writeLong(value);
    }
  }

  static long[] readLongs(DataInput in) throws IOException {
    long[] values = new long[in.readInt()];
    for (int k = 0; k < values.length; k++) {
      values[k] = in.readLong();
    }
    return values;
  }
}
