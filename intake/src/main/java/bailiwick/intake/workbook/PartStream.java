package bailiwick.intake.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * One unpacked part of a workbook: stops when it grows beyond the limits, and compares the check
 * sum at its end, which the JDK's reader of zip files leaves to the caller. Not thread-safe.
 */
final class PartStream extends FilterInputStream {

  private final ZipEntry entry;
  private final WorkbookLimits limits;
  private final Unzipped unzipped;
  private final CRC32 crc = new CRC32();
  private long count;

  /** Bytes unpacked from all parts of one file so far. */
  static final class Unzipped {
    private long bytes;
  }

  PartStream(InputStream in, ZipEntry entry, WorkbookLimits limits, Unzipped unzipped) {
    super(in);
    this.entry = entry;
    this.limits = limits;
    this.unzipped = unzipped;
  }

  /** Share of the part that was unpacked, 0 to 1, as far as the archive tells its size. */
  double share() {
    return entry.getSize() <= 0 ? 0 : Math.min(1, count / (double) entry.getSize());
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    int read = super.read(buffer, from, length);
    if (read < 0) {
      requireCheckSum();
      return read;
    }
    crc.update(buffer, from, read);
    count += read;
    unzipped.bytes += read;
    requireWithinLimits();
    return read;
  }

  @Override
  public long skip(long wanted) throws IOException {
    return readNBytes((int) Math.min(wanted, 1 << 16)).length; // so that every byte is counted
  }

  private void requireCheckSum() throws WorkbookException {
    if (entry.getCrc() != -1 && crc.getValue() != entry.getCrc()) {
      throw new WorkbookException.Damaged(
          "the part `%s` differs from its check sum".formatted(entry.getName()));
    }
  }

  private void requireWithinLimits() throws WorkbookException {
    if (unzipped.bytes > limits.maxUnzippedBytes()) {
      throw new WorkbookException.Oversized(
          "more than %s MiB, the most that is unpacked".formatted(limits.maxUnzippedBytes() >> 20));
    }
    long packed = Math.max(1, entry.getCompressedSize());
    if (count > limits.ratioFreeBytes() && count / packed >= limits.maxRatio()) {
      throw new WorkbookException.Oversized(
          "more than %s times its size in the part `%s` (%s bytes packed, over %s unpacked)"
              .formatted(limits.maxRatio(), entry.getName(), packed, count));
    }
  }
}
