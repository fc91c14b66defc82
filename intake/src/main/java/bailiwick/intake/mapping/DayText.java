package bailiwick.intake.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A day as somebody wrote it, and what it tells of the order of day and month. A time after it is
 * passed over. Immutable.
 *
 * <p>Years of two digits lie from 1970 to 2069. Days with points have the day first wherever they
 * are written.
 */
final class DayText {

  /** What a day tells of the order in its column. */
  enum Told {
    /** It is written in an order of its own: ISO, with points, or with the month's name. */
    NOTHING,
    /** Its second number is no month. */
    MONTH_FIRST,
    /** Its first number is no month. */
    DAY_FIRST,
    /** Either number may be the month, and the day differs. */
    EITHER
  }

  private static final String TIME = "([T ,].*)?";
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})" + TIME);
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})([-/.])\\s?(\\d{1,2})\\2\\s?(\\d{4}|\\d{2})" + TIME);
  private static final Pattern NAMED_MONTH =
      Pattern.compile("(\\d{1,2})[. -]+(\\p{L}{3,9})[., -]+(\\d{4}|\\d{2})" + TIME);
  private static final Pattern MONTH_NAMED_FIRST =
      Pattern.compile("(\\p{L}{3,9})\\.? (\\d{1,2}),? (\\d{4})" + TIME);

  /** Beginnings of the months' names in English and German. */
  private static final String[][] MONTHS = {
    {"jan", "jän"},
    {"feb"},
    {"mar", "mär", "mrz"},
    {"apr"},
    {"may", "mai"},
    {"jun"},
    {"jul"},
    {"aug"},
    {"sep"},
    {"oct", "okt"},
    {"nov"},
    {"dec", "dez"}
  };

  private final int year;
  private final int first;
  private final int second;
  private final Told told;

  private DayText(int year, int first, int second, Told told) {
    this.year = year;
    this.first = first;
    this.second = second;
    this.told = told;
  }

  /** Reads a cell; null when it is written as no day. */
  static @Nullable DayText of(String text) {
    String plain = text.strip();
    Matcher yearFirst = YEAR_FIRST.matcher(plain);
    if (yearFirst.matches()) {
      return monthThenDay(number(yearFirst, 1), number(yearFirst, 3), number(yearFirst, 4));
    }
    Matcher yearLast = YEAR_LAST.matcher(plain);
    if (yearLast.matches()) {
      int year = year(yearLast.group(4));
      boolean points = yearLast.group(2).equals(".");
      return points
          ? monthThenDay(year, number(yearLast, 3), number(yearLast, 1))
          : inSomeOrder(year, number(yearLast, 1), number(yearLast, 3));
    }
    Matcher named = NAMED_MONTH.matcher(plain);
    if (named.matches()) {
      return monthThenDay(year(named.group(3)), month(named.group(2)), number(named, 1));
    }
    Matcher namedFirst = MONTH_NAMED_FIRST.matcher(plain);
    return namedFirst.matches()
        ? monthThenDay(number(namedFirst, 3), month(namedFirst.group(1)), number(namedFirst, 2))
        : null;
  }

  private static DayText monthThenDay(int year, int month, int day) {
    return new DayText(year, month, day, Told.NOTHING);
  }

  private static DayText inSomeOrder(int year, int first, int second) {
    Told told =
        first > 12
            ? Told.DAY_FIRST
            : second > 12 ? Told.MONTH_FIRST : first == second ? Told.NOTHING : Told.EITHER;
    return new DayText(year, first, second, told);
  }

  private static int number(Matcher found, int group) {
    return Integer.parseInt(found.group(group));
  }

  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    if (digits.length() == 4) {
      return year;
    }
    return year < 70 ? 2000 + year : 1900 + year;
  }

  /** 1 to 12, or 0 for a word that is no month. */
  private static int month(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    for (int m = 0; m < MONTHS.length; m++) {
      for (String beginning : MONTHS[m]) {
        if (lower.startsWith(beginning)) {
          return m + 1;
        }
      }
    }
    return 0;
  }

  /** What it tells of the order in its column. */
  Told told() {
    return told;
  }

  /** The day, where the order decides what could be read in two ways; empty when there is none. */
  Optional<LocalDate> day(DayOrder order) {
    boolean dayFirst =
        told == Told.DAY_FIRST || (told == Told.EITHER && order == DayOrder.DAY_FIRST);
    try {
      return Optional.of(LocalDate.of(year, dayFirst ? second : first, dayFirst ? first : second));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
