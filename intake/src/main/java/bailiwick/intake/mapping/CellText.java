package bailiwick.intake.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the texts of cells the way people write them. Stateless; an empty answer means that the
 * text cannot be read as what is asked for.
 *
 * <p>A single cell cannot tell how {@code 1,234} and {@code 03/04/2026} are meant: the {@link
 * Habit} of its column does.
 */
public final class CellText {

  private static final Set<String> BLANK_WORDS =
      Set.of("", "-", "--", "n/a", "na", "#n/a", "null", "none", "nil", "unknown", "not available");

  private static final Pattern DECIMAL =
      Pattern.compile("-?(\\d+\\.?\\d*|\\.\\d+)([eE]\\+?\\d{1,2})?");

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
  public static OptionalLong findHundredths(String text, Habit habit) {
    OptionalLong plain = wholeDigits(text);
    if (plain.isPresent()) {
      return OptionalLong.of(plain.getAsLong() * 100);
    }
    Optional<BigDecimal> value = findDecimal(text, habit);
    if (value.isEmpty()) {
      return OptionalLong.empty();
    }
    BigDecimal hundredths = value.get().movePointRight(2).setScale(0, RoundingMode.HALF_UP);
    return hundredths.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE / 1000)) > 0
        ? OptionalLong.empty()
        : OptionalLong.of(hundredths.longValueExact());
  }

  /** A whole number; a fraction of zero such as {@code 12.0} is dropped. */
  public static OptionalLong findWhole(String text, Habit habit) {
    OptionalLong plain = wholeDigits(text);
    if (plain.isPresent()) {
      return plain;
    }
    Optional<BigDecimal> value = findDecimal(text, habit);
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

  /**
   * A day: ISO; with slashes, dashes or points; with the month's name in English or German. A time
   * after it is passed over.
   */
  public static Optional<LocalDate> findDate(String text, Habit habit) {
    DayText day = DayText.of(text);
    return day == null ? Optional.empty() : day.day(habit.days());
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

  private static Optional<BigDecimal> findDecimal(String text, Habit habit) {
    NumberText number = NumberText.of(text);
    return number == null ? Optional.empty() : Optional.of(number.value(habit.decimal()));
  }
}
