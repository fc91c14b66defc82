package bailiwick.intake.mapping;

import java.util.Locale;
import java.util.Optional;

/** What stands before the decimals of a number; the other of the two groups its digits. */
public enum DecimalMark {
  /** {@code 1,234.56}, as in the US and the UK. */
  POINT,
  /** {@code 1.234,56}, as in Germany and most of Europe. */
  COMMA;

  /** Reads {@code point}, {@code comma}, or the mark itself. */
  public static Optional<DecimalMark> find(String word) {
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case "point", "." -> Optional.of(POINT);
      case "comma", "," -> Optional.of(COMMA);
      default -> Optional.empty();
    };
  }

  /** In two words, for reports. */
  String words() {
    return this == POINT ? "decimal point" : "decimal comma";
  }
}
