package bailiwick.intake.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The numbers of cells as texts: what a person sees, with a decimal point and ISO days. */
final class CellNumbers {

  /** Excel keeps and shows 15 digits; what stands behind them is an effect of binary fractions. */
  private static final MathContext SHOWN = new MathContext(15);

  private static final LocalDate FROM_1900 = LocalDate.of(1899, 12, 30);
  private static final LocalDate FROM_1904 = LocalDate.of(1904, 1, 1);
  private static final double LAST_DAY = 2_958_466; // the day after December 31, 9999
  private static final long DAYS_TO_1904 = 1_462;
  private static final double SECONDS = 86_400;
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private final boolean since1904;

  CellNumbers(boolean since1904) {
    this.since1904 = since1904;
  }

  /** The text of a number; the number as it is written when it is none. */
  String text(String written, NumberFormats.Meaning meaning) {
    if (meaning instanceof NumberFormats.Plain && isShort(written)) {
      return written;
    }
    double value = value(written);
    if (Double.isNaN(value)) {
      return written;
    }
    return switch (meaning) {
      case NumberFormats.Plain() -> plain(value);
      case NumberFormats.Code(int digits) -> code(value, digits);
      case NumberFormats.Moment() -> {
        String moment = moment(value);
        yield moment == null ? plain(value) : moment;
      }
    };
  }

  /** Whether a number is written as it is shown already, as nearly all are: spares a conversion. */
  private static boolean isShort(String written) {
    boolean point = false;
    int from = written.startsWith("-") ? 1 : 0;
    for (int i = from; i < written.length(); i++) {
      char c = written.charAt(i);
      boolean firstPoint = c == '.' && !point && i > from;
      if (!firstPoint && (c < '0' || c > '9')) {
        return false;
      }
      point |= firstPoint;
    }
    int length = written.length() - from;
    boolean zeroInFront =
        length > 1 && written.charAt(from) == '0' && written.charAt(from + 1) != '.';
    char last = length == 0 ? '.' : written.charAt(written.length() - 1);
    return length <= 15 && !zeroInFront && last != '.' && !(point && last == '0');
  }

  /** A finite number; not a number for everything that a cell of numbers does not hold. */
  private static double value(String written) {
    for (int i = 0; i < written.length(); i++) {
      if ("0123456789.-+eE".indexOf(written.charAt(i)) < 0) {
        return Double.NaN;
      }
    }
    try {
      double value = Double.parseDouble(written);
      return Double.isInfinite(value) ? Double.NaN : value;
    } catch (NumberFormatException noNumber) {
      return Double.NaN;
    }
  }

  private static String plain(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    return new BigDecimal(value).round(SHOWN).stripTrailingZeros().toPlainString();
  }

  private static String code(double value, int digits) {
    String plain = plain(value);
    boolean whole = plain.chars().allMatch(c -> c >= '0' && c <= '9');
    return whole ? "0".repeat(Math.max(0, digits - plain.length())) + plain : plain;
  }

  /**
   * The day and time of a serial number, null when there is none. The calendar of 1900 has a
   * February 29 that never was, so days before it are one further on.
   */
  private @Nullable String moment(double serial) {
    if (serial < 0 || serial >= LAST_DAY) {
      return null;
    }
    long seconds = Math.round(serial * SECONDS);
    long day = seconds / (long) SECONDS;
    if (day + (since1904 ? DAYS_TO_1904 : 0) >= LAST_DAY) {
      return null; // rounded up past the last day
    }
    LocalTime time = LocalTime.ofSecondOfDay(seconds % (long) SECONDS);
    if (day == 0 && !since1904) {
      return seconds == 0 ? null : CLOCK.format(time);
    }
    LocalDate date =
        since1904
            ? FROM_1904.plusDays(day)
            : FROM_1900.plusDays(day < 61 ? Math.min(day, 59) + 1 : day);
    return time.equals(LocalTime.MIDNIGHT) ? date.toString() : date + "T" + CLOCK.format(time);
  }
}
