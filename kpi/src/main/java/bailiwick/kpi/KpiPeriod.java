package bailiwick.kpi;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The days that revenue and quota are counted over.
 *
 * @param from first day
 * @param to first day after, later than {@code from}
 * @param asOf first day that is not yet counted: revenue is known up to the day before; {@code
 *     from} to {@code to}
 */
public record KpiPeriod(LocalDate from, LocalDate to, LocalDate asOf) {

  public KpiPeriod {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          "The period must end (%s) after it begins (%s).".formatted(to, from));
    }
    if (asOf.isBefore(from) || asOf.isAfter(to)) {
      throw new IllegalArgumentException(
          "The day of the figures (%s) must lie from %s to %s.".formatted(asOf, from, to));
    }
  }

  /** A period that is over. */
  public static KpiPeriod whole(LocalDate from, LocalDate to) {
    return new KpiPeriod(from, to, to);
  }

  /** How many days the period has, at least 1. */
  public long days() {
    return ChronoUnit.DAYS.between(from, to);
  }

  /** How many of its days are counted, 0 to {@link #days}. */
  public long elapsedDays() {
    return ChronoUnit.DAYS.between(from, asOf);
  }
}
