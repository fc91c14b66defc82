package bailiwick.rules.table;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;

/** What the values of a column are. All but words and truths are ordered, as amounts. */
enum ValueKind {
  /** Words, compared exactly. */
  STRING("string", false),
  /** {@code true} and {@code false}. */
  BOOLEAN("boolean", false),
  /** Numbers that lie densely: between any two there is another. */
  NUMBER("number", true),
  /** Whole numbers. */
  INTEGER("whole number", false),
  /** Days, counted from 1970. */
  DATE("date", false),
  /** Moments without a zone or, in another column, with one: seconds from 1970. */
  DATE_TIME("date and time", true),
  /** Times of day in seconds. */
  TIME("time", true),
  /** Days, hours, minutes and seconds, in seconds. */
  DURATION("duration of days and time", true),
  /** Years and months, in months. */
  MONTHS("duration of years and months", false);

  private final String words;
  private final boolean dense;

  ValueKind(String words, boolean dense) {
    this.words = words;
    this.dense = dense;
  }

  /** As a sentence names it. */
  String words() {
    return words;
  }

  /** Whether there is a value between any two. */
  boolean isDense() {
    return dense;
  }

  /** Whether its values are amounts, in an order. */
  boolean isAmount() {
    return this != STRING && this != BOOLEAN;
  }

  /** Whether a literal of another kind may stand in a column of this one. */
  boolean takes(ValueKind literal) {
    return this == literal || (this == INTEGER && literal == NUMBER);
  }

  /** The kind of a type that DMN builds in, empty for others. */
  static Optional<ValueKind> ofType(String name) {
    return switch (name) {
      case "string" -> Optional.of(STRING);
      case "boolean" -> Optional.of(BOOLEAN);
      case "number", "double", "decimal", "float" -> Optional.of(NUMBER);
      case "integer", "long", "int", "short" -> Optional.of(INTEGER);
      case "date" -> Optional.of(DATE);
      case "dateTime", "date and time", "dateAndTime" -> Optional.of(DATE_TIME);
      case "time" -> Optional.of(TIME);
      case "dayTimeDuration", "days and time duration", "duration" -> Optional.of(DURATION);
      case "yearMonthDuration", "years and months duration" -> Optional.of(MONTHS);
      default -> Optional.empty();
    };
  }

  /** An amount as FEEL writes it. */
  String text(BigDecimal amount) {
    return switch (this) {
      case NUMBER, INTEGER -> plain(amount);
      case DATE -> "date(\"%s\")".formatted(LocalDate.ofEpochDay(amount.longValue()));
      case DATE_TIME -> "date and time(\"%s\")".formatted(moment(amount));
      case TIME -> "time(\"%s\")".formatted(moment(amount).toLocalTime());
      case DURATION -> "duration(\"%s\")".formatted(seconds(amount));
      case MONTHS -> "duration(\"%s\")".formatted(Period.ofMonths(amount.intValue()).normalized());
      case STRING, BOOLEAN -> throw new IllegalArgumentException("No amounts: " + this + ".");
    };
  }

  private static String plain(BigDecimal amount) {
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }

  private static Duration seconds(BigDecimal amount) {
    BigInteger nanos = amount.movePointRight(9).toBigInteger();
    BigInteger[] parts = nanos.divideAndRemainder(BigInteger.valueOf(1_000_000_000));
    return Duration.ofSeconds(parts[0].longValue(), parts[1].longValue());
  }

  private static LocalDateTime moment(BigDecimal amount) {
    Duration since = seconds(amount);
    return LocalDateTime.ofEpochSecond(since.getSeconds(), since.getNano(), ZoneOffset.UTC);
  }

  /** A time of day in seconds. */
  static BigDecimal seconds(LocalTime time) {
    return BigDecimal.valueOf(time.toNanoOfDay(), 9);
  }
}
