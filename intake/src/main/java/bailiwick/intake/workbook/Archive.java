package bailiwick.intake.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The parts of a workbook inside its zip archive. Not thread-safe. */
final class Archive implements Closeable {

  private static final int END_RECORD_BYTES = 22;
  private static final int MAX_COMMENT_BYTES = 0xFFFF;
  private static final int BYTES_PER_PART = 1 << 12; // of the archive's list, generously

  private final ZipFile zip;
  private final WorkbookLimits limits;
  private final PartStream.Unzipped unzipped = new PartStream.Unzipped();
  private final Map<String, ZipEntry> entries = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  private Archive(ZipFile zip, WorkbookLimits limits) {
    this.zip = zip;
    this.limits = limits;
    zip.stream().forEach(entry -> entries.putIfAbsent(entry.getName(), entry));
  }

  static Archive open(Path file, WorkbookLimits limits) throws IOException {
    requireShortList(file, limits);
    try {
      return new Archive(new ZipFile(file.toFile()), limits);
    } catch (ZipException | IllegalArgumentException broken) {
      throw new WorkbookException.Damaged(
          "the archive that a workbook is cannot be opened (%s)".formatted(broken.getMessage()));
    }
  }

  /**
   * Looks at the end of the archive, where the number of its parts and the size of their list
   * stand: the JDK's reader takes the whole list into memory before anybody can ask.
   */
  private static void requireShortList(Path file, WorkbookLimits limits) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      int length = (int) Math.min(bytes.length(), END_RECORD_BYTES + MAX_COMMENT_BYTES);
      byte[] tail = new byte[length];
      bytes.seek(bytes.length() - length);
      bytes.readFully(tail);
      boolean isThere = false;
      // Each one that may be the end is looked at: the JDK's reader passes over some.
      for (int at = length - END_RECORD_BYTES; at >= 0; at--) {
        if (tail[at] == 'P' && tail[at + 1] == 'K' && tail[at + 2] == 5 && tail[at + 3] == 6) {
          long parts = number(tail, at + 10, 2);
          long listBytes = number(tail, at + 12, 4);
          if (parts > limits.maxParts() || listBytes > (long) limits.maxParts() * BYTES_PER_PART) {
            throw new WorkbookException.Oversized(
                "%s parts in a list of %s bytes, more than %s parts"
                    .formatted(parts, listBytes, limits.maxParts()));
          }
          isThere = true;
        }
      }
      if (isThere) {
        return;
      }
    }
    throw new WorkbookException.Damaged(
        "the file breaks off: the list of its parts, which stands at its end, is missing");
  }

  private static long number(byte[] bytes, int from, int length) {
    long number = 0;
    for (int i = length - 1; i >= 0; i--) {
      number = (number << 8) | (bytes[from + i] & 0xFF);
    }
    return number;
  }

  /** Whether there is a part of a name, case ignored as spreadsheets do. */
  boolean has(String part) {
    return entries.containsKey(part);
  }

  /** Opens a part that the workbook says there is. */
  PartStream open(String part) throws IOException {
    ZipEntry entry = entries.get(part);
    InputStream in = entry == null ? null : open(entry);
    if (entry == null || in == null) {
      throw new WorkbookException.Damaged("the part `%s` is missing".formatted(part));
    }
    return new PartStream(in, entry, limits, unzipped);
  }

  private @Nullable InputStream open(ZipEntry entry) throws IOException {
    if (entry.getMethod() != ZipEntry.DEFLATED && entry.getMethod() != ZipEntry.STORED) {
      throw new WorkbookException.Damaged(
          "the part `%s` is packed in a way that workbooks do not use".formatted(entry.getName()));
    }
    return zip.getInputStream(entry);
  }

  XmlPull openXml(String part) throws IOException {
    return new XmlPull(part, open(part), limits.maxCellChars());
  }

  /** The first bytes of a part as text, empty when there is none: short parts that tell a kind. */
  String beginning(String part) throws IOException {
    if (!has(part)) {
      return "";
    }
    try (InputStream in = open(part)) {
      return new String(in.readNBytes(200), StandardCharsets.US_ASCII).strip();
    }
  }

  /** The name of the part that another part's reference means. */
  static String resolved(String folder, String target) {
    Deque<String> steps = new ArrayDeque<>();
    String path = target.startsWith("/") ? target : folder + "/" + target;
    for (String step : path.split("/", -1)) {
      if (step.equals("..")) {
        steps.pollLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.addLast(step);
      }
    }
    return String.join("/", steps);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
