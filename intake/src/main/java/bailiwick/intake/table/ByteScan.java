package bailiwick.intake.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One pass over the bytes of a file that counts what tells its encoding. Immutable once made.
 *
 * <p>The whole file is looked at, since a file may hold its first accent in its last row. Cost: one
 * table-free loop over the bytes, about half a gigabyte a second.
 */
final class ByteScan {

  /** How many bytes are kept for a closer look. */
  static final int SAMPLE_BYTES = 1 << 16;

  private final byte[] sample;
  private final boolean blank;
  private final long bytes;
  private final long validSequences;
  private final long strayBytes;

  private ByteScan(byte[] sample, boolean blank, long bytes, long validSequences, long strayBytes) {
    this.sample = sample;
    this.blank = blank;
    this.bytes = bytes;
    this.validSequences = validSequences;
    this.strayBytes = strayBytes;
  }

  /** Reads a stream to its end. */
  static ByteScan of(InputStream in) throws IOException {
    byte[] sample = in.readNBytes(SAMPLE_BYTES);
    Utf8Counter counter = new Utf8Counter();
    counter.take(sample, sample.length);
    long bytes = sample.length;
    byte[] buffer = new byte[1 << 16];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      counter.take(buffer, n);
      bytes += n;
    }
    return new ByteScan(
        sample, counter.blank, bytes, counter.valid, counter.stray + counter.missing);
  }

  /** The first bytes. */
  byte[] sample() {
    return Arrays.copyOf(sample, sample.length);
  }

  /** Whether there is nothing but white space. */
  boolean blank() {
    return blank;
  }

  /** How many bytes there are, unpacked. */
  long bytes() {
    return bytes;
  }

  /** Whether every byte fits UTF-8. */
  boolean fitsUtf8() {
    return strayBytes == 0;
  }

  /** Whether UTF-8 explains more of the bytes beyond ASCII than it leaves unexplained. */
  boolean mostlyUtf8() {
    return validSequences > strayBytes;
  }

  /** Whether the bytes start with these. */
  boolean startsWith(int... bytes) {
    if (sample.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((sample[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether the sampled bytes hold a name in UTF-16, as old Office files write names. */
  boolean holds(String name) {
    String bytes = new String(sample, StandardCharsets.ISO_8859_1);
    String wanted =
        new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    return bytes.contains(wanted);
  }

  /** Share of the sampled bytes at even or odd positions that are NUL, 0 to 1. */
  double nulShare(int parity) {
    int nul = 0;
    for (int i = parity; i < sample.length; i += 2) {
      nul += sample[i] == 0 ? 1 : 0;
    }
    return sample.length < 2 ? 0 : nul / (sample.length / 2.0);
  }

  /** Share of the sampled bytes that no text holds: NUL and control characters, 0 to 1. */
  double controlShare() {
    int control = 0;
    for (byte b : sample) {
      boolean space = b == '\t' || b == '\n' || b == '\r' || b == '\f';
      control += b >= 0 && b < 0x20 && !space ? 1 : 0;
    }
    return sample.length == 0 ? 0 : control / (double) sample.length;
  }

  /** Counts multi-byte sequences of UTF-8 across buffer ends. */
  private static final class Utf8Counter {
    private boolean blank = true;
    private long valid;
    private long stray;
    private int missing; // continuation bytes that the current sequence still needs

    void take(byte[] bytes, int length) {
      for (int i = 0; i < length; i++) {
        int b = bytes[i];
        blank &= b == ' ' || (b >= '\t' && b <= '\r');
        if (b >= 0 && missing == 0) {
          continue;
        }
        step(b);
      }
    }

    private void step(int b) {
      boolean continuation = (b & 0xC0) == 0x80;
      if (missing > 0 && continuation) {
        missing--;
        valid += missing == 0 ? 1 : 0;
        return;
      }
      stray += missing > 0 ? 1 : 0;
      missing = 0;
      if (b < 0) {
        missing = continuationsAfter(b & 0xFF);
        stray += missing == 0 ? 1 : 0;
      }
    }

    private static int continuationsAfter(int lead) {
      if (lead >= 0xC2 && lead <= 0xDF) {
        return 1;
      }
      if (lead >= 0xE0 && lead <= 0xEF) {
        return 2;
      }
      return lead >= 0xF0 && lead <= 0xF4 ? 3 : 0;
    }
  }
}
