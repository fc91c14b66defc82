package bailiwick.intake.table;

import bailiwick.core.problem.ProblemException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Decides which encoding the bytes of a file are in, or that they are no text.
 *
 * <p>Order: byte order mark; beginnings of well-known binary files; NULs at every other byte and
 * readable without them (UTF-16); bytes that are no text; all bytes fit UTF-8; most do, so that
 * some rows are damaged; else Windows-1252, which every byte fits and which differs from ISO 8859-1
 * only where that has control characters.
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
    refuse(file, knownKind(scan));
    if (isUtf16(scan, 1, StandardCharsets.UTF_16LE)) {
      return new Encoding(StandardCharsets.UTF_16LE, 0);
    }
    if (isUtf16(scan, 0, StandardCharsets.UTF_16BE)) {
      return new Encoding(StandardCharsets.UTF_16BE, 0);
    }
    refuse(file, scan.controlShare() > MAX_CONTROL_SHARE ? "binary data" : null);
    boolean utf8 = scan.fitsUtf8() || scan.mostlyUtf8();
    return new Encoding(utf8 ? StandardCharsets.UTF_8 : WINDOWS_1252, 0);
  }

  /** Whether the high bytes of most characters are 0, and what is left reads as text. */
  private static boolean isUtf16(ByteScan scan, int highParity, Charset charset) {
    if (scan.nulShare(highParity) <= UTF_16_NUL_SHARE
        || scan.nulShare(1 - highParity) >= UTF_16_NUL_SHARE) {
      return false;
    }
    String text = new String(scan.sample(), charset);
    long strange = text.chars().filter(c -> !Character.isDefined(c) || isControl(c)).count();
    return strange <= text.length() * MAX_CONTROL_SHARE;
  }

  private static boolean isControl(int c) {
    return Character.isISOControl(c) && !Character.isWhitespace(c);
  }

  private static void refuse(String file, @Nullable String kind) {
    if (kind != null) {
      throw ProblemException.of(new FileProblem.BinaryFile(file, kind));
    }
  }

  private static @Nullable String knownKind(ByteScan scan) {
    if (scan.startsWith('P', 'K', 3, 4)) {
      return "a workbook or another zip archive, packed once more";
    }
    if (scan.startsWith(0xD0, 0xCF, 0x11, 0xE0)) {
      return scan.holds("EncryptedPackage")
          ? "an Excel workbook with a password"
          : "an old Excel workbook (.xls), or one with a password";
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
