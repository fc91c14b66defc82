package bailiwick.intake.mapping;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A number as somebody wrote it, and what it tells of the habit. Immutable.
 *
 * <p>A mark that stands once before exactly three digits, and after one to three that are not a
 * lone zero, may be either mark: {@code 1,234}. Everything else tells by itself: two different
 * marks, one mark twice, another number of digits behind it, or digits grouped by blanks.
 */
final class NumberText {

  /** What a number tells of the decimal mark of its column. */
  enum Told {
    /** It has no mark. */
    NOTHING,
    /** It has a decimal point, or groups its digits by commas. */
    POINT,
    /** It has a decimal comma, or groups its digits by points. */
    COMMA,
    /** Its one mark may be either. */
    EITHER
  }

  private static final int MAX_CHARS = 60;
  private static final int CURRENCY_CHARS = 3;
  private static final Set<String> CURRENCIES =
      Set.of(
          "USD", "EUR", "GBP", "CHF", "CAD", "AUD", "NZD", "JPY", "SEK", "NOK", "DKK", "PLN", "CZK",
          "HUF", "INR");

  private final String digits; // with its marks, without sign, currency and blanks
  private final Told told;
  private final boolean negative;

  private NumberText(String digits, Told told, boolean negative) {
    this.digits = digits;
    this.told = told;
    this.negative = negative;
  }

  /** Reads a cell; null when it is no number in any habit. */
  static @Nullable NumberText of(String text) {
    if (text.length() > MAX_CHARS) {
      return null;
    }
    String plain = text.strip();
    boolean negative = false;
    if (plain.startsWith("(") && plain.endsWith(")")) {
      negative = true;
      plain = plain.substring(1, plain.length() - 1);
    }
    plain = withoutCurrency(plain);
    if (!plain.isEmpty() && isSign(plain.charAt(0))) {
      if (negative) {
        return null;
      }
      negative = plain.charAt(0) != '+';
      plain = withoutCurrency(plain.substring(1));
    } else if (!plain.isEmpty() && isMinus(plain.charAt(plain.length() - 1))) {
      if (negative) {
        return null;
      }
      negative = true;
      plain = withoutCurrency(plain.substring(0, plain.length() - 1));
    }
    String digits = ungrouped(plain);
    Told told = digits == null ? null : told(digits, digits.length() < plain.length());
    return told == null || digits == null ? null : new NumberText(digits, told, negative);
  }

  private static boolean isMinus(char c) {
    return c == '-' || c == '\u2212';
  }

  private static boolean isSign(char c) {
    return c == '+' || isMinus(c);
  }

  /** The text without a currency's sign or code at either end, and without blanks there. */
  private static String withoutCurrency(String text) {
    int from = 0;
    int to = text.length();
    boolean changed = true;
    while (changed) {
      changed = false;
      while (from < to && isDecoration(text.charAt(from))) {
        from++;
        changed = true;
      }
      while (to > from && isDecoration(text.charAt(to - 1))) {
        to--;
        changed = true;
      }
      if (to - from > CURRENCY_CHARS && isCurrency(text, from)) {
        from += CURRENCY_CHARS;
        changed = true;
      } else if (to - from > CURRENCY_CHARS && isCurrency(text, to - CURRENCY_CHARS)) {
        to -= CURRENCY_CHARS;
        changed = true;
      }
    }
    return text.substring(from, to);
  }

  private static boolean isDecoration(char c) {
    return isBlank(c) || Character.getType(c) == Character.CURRENCY_SYMBOL;
  }

  private static boolean isCurrency(String text, int from) {
    return Character.isLetter(text.charAt(from))
        && CURRENCIES.contains(
            text.substring(from, from + CURRENCY_CHARS).toUpperCase(Locale.ROOT));
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean isGroupMark(char c) {
    return isBlank(c) || c == '\'' || c == '\u2019';
  }

  /** The text without blanks or apostrophes that group digits by three; null when others do. */
  private static @Nullable String ungrouped(String text) {
    StringBuilder digits = null;
    int sinceGroup = 0;
    boolean decimals = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isGroupMark(c)) {
        boolean wellPlaced = !decimals && (digits == null ? i >= 1 && i <= 3 : sinceGroup == 3);
        if (!wellPlaced) {
          return null;
        }
        digits = digits == null ? new StringBuilder(text.substring(0, i)) : digits;
        sinceGroup = 0;
        continue;
      }
      boolean digit = c >= '0' && c <= '9';
      if (!digit && digits != null && !decimals && sinceGroup != 3) {
        return null;
      }
      decimals |= !digit;
      sinceGroup += digit && !decimals ? 1 : 0;
      if (digits != null) {
        digits.append(c);
      }
    }
    if (digits == null) {
      return text;
    }
    return decimals || sinceGroup == 3 ? digits.toString() : null;
  }

  /** What the marks tell; null when they stand as in no number. */
  private static @Nullable Told told(String text, boolean grouped) {
    int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
    if (exponent >= 0 && !isExponent(text, exponent + 1)) {
      return null;
    }
    String marked = exponent < 0 ? text : text.substring(0, exponent);
    int points = count(marked, '.');
    int commas = count(marked, ',');
    int digits = countDigits(marked);
    if (digits == 0 || digits + points + commas != marked.length()) {
      return null;
    }
    boolean mayGroup = !grouped && exponent < 0; // by a mark: nothing else groups already
    return switch (points + commas) {
      case 0 -> Told.NOTHING;
      case 1 -> toldByOne(marked, points == 1 ? '.' : ',', mayGroup);
      default -> mayGroup ? toldByGroups(marked) : null;
    };
  }

  // Loops, no streams: every number of a file comes by here, twice.
  private static int count(String text, char mark) {
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      count += text.charAt(i) == mark ? 1 : 0;
    }
    return count;
  }

  private static int countDigits(String text) {
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      count += text.charAt(i) >= '0' && text.charAt(i) <= '9' ? 1 : 0;
    }
    return count;
  }

  /** One mark begins the decimals, unless it may group three digits. */
  private static Told toldByOne(String marked, char mark, boolean mayGroup) {
    if (mayGroup && marked.charAt(0) != '0' && isGrouped(marked, mark)) {
      return Told.EITHER;
    }
    return mark == '.' ? Told.POINT : Told.COMMA;
  }

  /** Of several marks all group digits, but a last one of the other kind. */
  private static @Nullable Told toldByGroups(String marked) {
    boolean pointGroups = marked.charAt(firstMark(marked)) == '.';
    char group = pointGroups ? '.' : ',';
    int decimals = marked.indexOf(pointGroups ? ',' : '.');
    String whole = decimals < 0 ? marked : marked.substring(0, decimals);
    boolean markedBehind = decimals >= 0 && firstMark(marked.substring(decimals + 1)) >= 0;
    if (markedBehind || !isGrouped(whole, group)) {
      return null;
    }
    return pointGroups ? Told.COMMA : Told.POINT;
  }

  /** Where the first mark stands, -1 without one. */
  private static int firstMark(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '.' || text.charAt(i) == ',') {
        return i;
      }
    }
    return -1;
  }

  private static boolean isExponent(String text, int from) {
    int digits = from < text.length() && "+-".indexOf(text.charAt(from)) >= 0 ? from + 1 : from;
    int count = text.length() - digits;
    return count >= 1
        && count <= 2
        && text.substring(digits).chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Whether one to three digits are followed by groups of three after each mark. */
  private static boolean isGrouped(String text, char mark) {
    int first = text.indexOf(mark);
    if (first < 1 || first > 3 || (text.length() - first) % 4 != 0) {
      return false;
    }
    for (int i = first; i < text.length(); i++) {
      boolean isMark = text.charAt(i) == mark;
      if (isMark != ((i - first) % 4 == 0) || (!isMark && !Character.isDigit(text.charAt(i)))) {
        return false;
      }
    }
    return true;
  }

  /** What it tells of the decimal mark of its column. */
  Told told() {
    return told;
  }

  /** The number, where the habit decides what could be read in two ways. */
  BigDecimal value(DecimalMark habit) {
    DecimalMark mark =
        switch (told) {
          case POINT -> DecimalMark.POINT;
          case COMMA -> DecimalMark.COMMA;
          case NOTHING, EITHER -> habit;
        };
    String plain =
        mark == DecimalMark.POINT
            ? digits.replace(",", "")
            : digits.replace(".", "").replace(',', '.');
    BigDecimal value = new BigDecimal(plain);
    return negative ? value.negate() : value;
  }
}
