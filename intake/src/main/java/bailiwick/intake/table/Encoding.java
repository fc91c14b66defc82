package bailiwick.intake.table;

import bailiwick.core.problem.ProblemException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Decides which encoding the bytes of a file are in, or that they are no text.
 *
 * <p>Order: byte order mark; NULs at every other byte (UTF-16); bytes that are no text; all bytes
 * fit UTF-8; most do, so that some rows are damaged; else Windows-1252, which every byte fits and
 * which differs from ISO 8859-1 only where that has control characters.
 *
 * @param charset the encoding
 * @param markBytes length of the byte order mark, 0 when there is none
 */
record Encoding(Charset charset, int markBytes) {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** Above this share of control characters bytes are no text. */
  private static final double MAX_CONTROL_SHARE = 0.01;

  /** Above this share of NULs at one parity, and below it at the other, text is UTF-16. */
  private static final double UTF_16_NUL_SHARE = 0.3;

  static Encoding of(String file, ByteScan scan) {
    if (scan.startsWith(0xEF, 0xBB, 0xBF)) {
      return new Encoding(StandardCharsets.UTF_8, 3);
    }
    if (scan.startsWith(0xFF, 0xFE)) {
      return new Encoding(StandardCharsets.UTF_16LE, 2);
    }
    if (scan.startsWith(0xFE, 0xFF)) {
      return new Encoding(StandardCharsets.UTF_16BE, 2);
    }
    if (scan.nulShare(1) > UTF_16_NUL_SHARE && scan.nulShare(0) < UTF_16_NUL_SHARE) {
      return new Encoding(StandardCharsets.UTF_16LE, 0);
    }
    if (scan.nulShare(0) > UTF_16_NUL_SHARE && scan.nulShare(1) < UTF_16_NUL_SHARE) {
      return new Encoding(StandardCharsets.UTF_16BE, 0);
    }
    requireText(file, scan);
    boolean utf8 = scan.fitsUtf8() || scan.mostlyUtf8();
    return new Encoding(utf8 ? StandardCharsets.UTF_8 : WINDOWS_1252, 0);
  }

  private static void requireText(String file, ByteScan scan) {
    String kind = knownKind(scan);
    if (kind == null && scan.controlShare() > MAX_CONTROL_SHARE) {
      kind = "binary data";
    }
    if (kind != null) {
      throw ProblemException.of(new ImportProblem.BinaryFile(file, kind));
    }
  }

  private static @Nullable String knownKind(ByteScan scan) {
    if (scan.startsWith('P', 'K', 3, 4)) {
      return "an Excel workbook or another zip archive";
    }
    if (scan.startsWith(0xD0, 0xCF, 0x11, 0xE0)) {
      return "an old Excel workbook";
    }
    if (scan.startsWith('%', 'P', 'D', 'F')) {
      return "a PDF document";
    }
    if (scan.startsWith(0x89, 'P', 'N', 'G') || scan.startsWith(0xFF, 0xD8, 0xFF)) {
      return "an image";
    }
    return null;
  }
}
