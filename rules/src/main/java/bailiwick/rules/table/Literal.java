package bailiwick.rules.table;

import bailiwick.rules.source.Span;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A value that an entry names. Immutable.
 *
 * @param word a word or truth as FEEL writes it, quotes included, so that an empty word is one,
 *     too; empty for an amount
 * @param amount in the unit of its kind, 0 for a word
 * @param zoned whether it is a moment in a zone, then in UTC
 * @param span where it stood
 */
record Literal(ValueKind kind, String word, BigDecimal amount, boolean zoned, Span span) {

  /** Digits of a number. */
  static final int MOST_DIGITS = 40;

  private static final LocalDateTime EPOCH = LocalDate.EPOCH.atStartOfDay();

  static Literal string(String value, Span span) {
    return new Literal(ValueKind.STRING, quoted(value), BigDecimal.ZERO, false, span);
  }

  static Literal truth(boolean value, Span span) {
    return new Literal(ValueKind.BOOLEAN, String.valueOf(value), BigDecimal.ZERO, false, span);
  }

  static Literal number(BigDecimal value, Span span) {
    return new Literal(ValueKind.NUMBER, "", stripped(value), false, span);
  }

  /** What {@code date}, {@code duration} and their kin make of a text; empty when nothing. */
  static Optional<Literal> of(String function, String text, Span span) {
    try {
      return switch (function) {
        case "date" -> Optional.of(date(text, span));
        case "date and time" -> Optional.of(moment(text, span));
        case "time" -> Optional.of(time(text, span));
        case "duration" -> Optional.of(duration(text, span));
        case "@" -> Optional.of(marked(text, span));
        default -> Optional.empty();
      };
    } catch (DateTimeException | ArithmeticException unreadable) {
      return Optional.empty();
    }
  }

  private static Literal marked(String text, Span span) {
    if (text.startsWith("P") || text.startsWith("-P")) {
      return duration(text, span);
    }
    if (text.contains("T")) {
      return moment(text, span);
    }
    return text.contains(":") ? time(text, span) : date(text, span);
  }

  private static Literal date(String text, Span span) {
    long days = LocalDate.parse(text).toEpochDay();
    return new Literal(ValueKind.DATE, "", BigDecimal.valueOf(days), false, span);
  }

  private static Literal time(String text, Span span) {
    BigDecimal seconds = ValueKind.seconds(LocalTime.parse(text));
    return new Literal(ValueKind.TIME, "", stripped(seconds), false, span);
  }

  private static Literal moment(String text, Span span) {
    int at = text.indexOf('@');
    boolean zoned = at > 0 || text.matches(".*T.*(Z|[+-][0-9:]+)");
    LocalDateTime utc;
    if (at > 0) {
      ZoneId zone = ZoneId.of(text.substring(at + 1));
      utc = utc(LocalDateTime.parse(text.substring(0, at)).atZone(zone).toOffsetDateTime());
    } else if (zoned) {
      utc = utc(OffsetDateTime.parse(text));
    } else {
      utc = text.contains("T") ? LocalDateTime.parse(text) : LocalDate.parse(text).atStartOfDay();
    }
    BigDecimal seconds = seconds(Duration.between(EPOCH, utc));
    return new Literal(ValueKind.DATE_TIME, "", stripped(seconds), zoned, span);
  }

  private static LocalDateTime utc(OffsetDateTime moment) {
    return moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
  }

  private static Literal duration(String text, Span span) {
    if (text.matches("-?P([0-9]+Y)?([0-9]+M)?") && text.matches(".*[YM]")) {
      Period period = Period.parse(text);
      return new Literal(
          ValueKind.MONTHS, "", BigDecimal.valueOf(period.toTotalMonths()), false, span);
    }
    Duration duration = Duration.parse(text);
    BigDecimal seconds = seconds(duration);
    return new Literal(ValueKind.DURATION, "", stripped(seconds), false, span);
  }

  private static BigDecimal seconds(Duration duration) {
    return BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
  }

  private static BigDecimal stripped(BigDecimal value) {
    return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
  }

  /** How many decimal places it has. */
  int decimals() {
    return Math.max(0, amount.scale());
  }

  /** As FEEL writes it. */
  String text() {
    return kind.isAmount() ? kind.text(amount) : word;
  }

  /** A word in quotes. */
  static String quoted(String value) {
    return '"'
        + value
            .replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
            .replace("\t", "\\t")
        + '"';
  }

  /** What a word or truth as FEEL writes it says: a text without its quotes, or a truth. */
  static Object plain(String word) {
    if (!word.startsWith("\"")) {
      return Boolean.valueOf(word);
    }
    StringBuilder plain = new StringBuilder(word.length());
    for (int at = 1; at < word.length() - 1; at++) {
      char c = word.charAt(at);
      if (c == '\\') {
        c =
            switch (word.charAt(++at)) {
              case 'n' -> '\n';
              case 'r' -> '\r';
              case 't' -> '\t';
              default -> word.charAt(at);
            };
      }
      plain.append(c);
    }
    return plain.toString();
  }
}
