package bailiwick.intake.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the texts of cells the way people write them. Stateless; an empty answer means that the
 * text cannot be read as what is asked for.
 *
 * <p>Known limits: a number with one separator before three digits, such as {@code 1,234}, is read
 * as a grouped whole number with a comma and as a decimal with a point; {@code 03/04/2026} is read
 * the American way, as March 4, since a single cell cannot tell.
 */
public final class CellText {

  private static final Set<String> BLANK_WORDS =
      Set.of("", "-", "--", "n/a", "na", "#n/a", "null", "none", "nil", "unknown", "not available");

  private static final Pattern CURRENCY_WORD =
      Pattern.compile("^(USD|EUR|GBP|CHF|CAD|AUD)|(USD|EUR|GBP|CHF|CAD|AUD)$");
  private static final Pattern GROUPED_BY_COMMA = Pattern.compile("\\d{1,3}(,\\d{3})+");
  private static final Pattern GROUPED_BY_POINT = Pattern.compile("\\d{1,3}(\\.\\d{3}){2,}");
  private static final Pattern DECIMAL =
      Pattern.compile("-?(\\d+\\.?\\d*|\\.\\d+)([eE]\\+?\\d{1,2})?");
  private static final Pattern ISO_DATE =
      Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})([T ].*)?");
  private static final Pattern SLASHED_DATE = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
  private static final Pattern POINTED_DATE = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");

  private CellText() {}

  /**
   * Whether a number's cell says that there is none: blank, {@code n/a}, {@code -} and the like.
   */
  public static boolean isBlank(String text) {
    return text.isEmpty()
        || (text.length() <= 13 && BLANK_WORDS.contains(text.strip().toLowerCase(Locale.ROOT)));
  }

  /**
   * An amount in hundredths, rounded half up: {@code 1,234.5}, {@code $1,200}, {@code 1.234,50 €},
   * {@code (12)} and {@code 12-} for minus twelve.
   */
  public static OptionalLong findHundredths(String text) {
    OptionalLong plain = wholeDigits(text);
    if (plain.isPresent()) {
      return OptionalLong.of(plain.getAsLong() * 100);
    }
    Optional<BigDecimal> value = findDecimal(text);
    if (value.isEmpty()) {
      return OptionalLong.empty();
    }
    BigDecimal hundredths = value.get().movePointRight(2).setScale(0, RoundingMode.HALF_UP);
    return hundredths.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE / 1000)) > 0
        ? OptionalLong.empty()
        : OptionalLong.of(hundredths.longValueExact());
  }

  /** A whole number; a fraction of zero such as {@code 12.0} is dropped. */
  public static OptionalLong findWhole(String text) {
    OptionalLong plain = wholeDigits(text);
    if (plain.isPresent()) {
      return plain;
    }
    Optional<BigDecimal> value = findDecimal(text);
    if (value.isEmpty()
        || value.get().stripTrailingZeros().scale() > 0
        || value.get().abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE / 1000)) > 0) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(value.get().longValueExact());
  }

  /** Degrees, or another plain decimal number with a point or a comma. */
  public static OptionalDouble findDecimalDegrees(String text) {
    String plain = text.strip().replace(',', '.').replace('\u2212', '-');
    return DECIMAL.matcher(plain).matches()
        ? OptionalDouble.of(Double.parseDouble(plain))
        : OptionalDouble.empty();
  }

  /** A part of one: {@code 0.5}, {@code 50%}. */
  public static OptionalDouble findShare(String text) {
    boolean percent = text.strip().endsWith("%");
    OptionalDouble number =
        findDecimalDegrees(percent ? text.strip().substring(0, text.strip().length() - 1) : text);
    if (number.isEmpty()) {
      return number;
    }
    double share = percent ? number.getAsDouble() / 100 : number.getAsDouble();
    return share >= 0 && share <= 1 ? OptionalDouble.of(share) : OptionalDouble.empty();
  }

  /** A day: ISO, with a time after it or not; US with slashes; German with points. */
  public static Optional<LocalDate> findDate(String text) {
    String plain = text.strip();
    Matcher iso = ISO_DATE.matcher(plain);
    if (iso.matches()) {
      return date(iso.group(1), iso.group(2), iso.group(3));
    }
    Matcher slashed = SLASHED_DATE.matcher(plain);
    if (slashed.matches()) {
      boolean dayFirst = Integer.parseInt(slashed.group(1)) > 12;
      return date(
          slashed.group(3), slashed.group(dayFirst ? 2 : 1), slashed.group(dayFirst ? 1 : 2));
    }
    Matcher pointed = POINTED_DATE.matcher(plain);
    return pointed.matches()
        ? date(pointed.group(3), pointed.group(2), pointed.group(1))
        : Optional.empty();
  }

  /** Words between semicolons or bars, or between commas where there is neither. */
  public static List<String> words(String text) {
    boolean strong = text.indexOf(';') >= 0 || text.indexOf('|') >= 0;
    return Pattern.compile(strong ? "[;|]" : ",")
        .splitAsStream(text)
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }

  private static Optional<LocalDate> date(String year, String month, String day) {
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /** The common case, without a pattern: nothing but up to 15 digits. */
  private static OptionalLong wholeDigits(String text) {
    if (text.isEmpty() || text.length() > 15) {
      return OptionalLong.empty();
    }
    long value = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return OptionalLong.empty();
      }
      value = value * 10 + (c - '0');
    }
    return OptionalLong.of(value);
  }

  private static Optional<BigDecimal> findDecimal(String text) {
    String plain = withoutDecoration(text);
    boolean negative = false;
    if (plain.startsWith("(") && plain.endsWith(")")) {
      negative = true;
      plain = plain.substring(1, plain.length() - 1);
    } else if (plain.endsWith("-")) {
      negative = true;
      plain = plain.substring(0, plain.length() - 1);
    } else if (plain.startsWith("-")) {
      negative = true;
      plain = plain.substring(1);
    }
    plain = withPoint(plain);
    if (plain.length() > 40 || plain.startsWith("-") || !DECIMAL.matcher(plain).matches()) {
      return Optional.empty();
    }
    BigDecimal value = new BigDecimal(plain);
    return Optional.of(negative ? value.negate() : value);
  }

  private static String withoutDecoration(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean decoration =
          Character.isWhitespace(c)
              || Character.isSpaceChar(c)
              || c == '\''
              || c == '+'
              || Character.getType(c) == Character.CURRENCY_SYMBOL;
      if (!decoration) {
        kept.append(c == '\u2212' ? '-' : c);
      }
    }
    return CURRENCY_WORD.matcher(kept).replaceAll("");
  }

  /** The same number with a decimal point and no grouping. */
  private static String withPoint(String number) {
    int comma = number.lastIndexOf(',');
    int point = number.lastIndexOf('.');
    if (comma >= 0 && point >= 0) {
      return comma > point ? number.replace(".", "").replace(',', '.') : number.replace(",", "");
    }
    if (comma >= 0) {
      return GROUPED_BY_COMMA.matcher(number).matches()
          ? number.replace(",", "")
          : number.replace(',', '.');
    }
    return GROUPED_BY_POINT.matcher(number).matches() ? number.replace(".", "") : number;
  }
}
