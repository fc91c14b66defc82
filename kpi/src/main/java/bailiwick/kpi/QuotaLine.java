package bailiwick.kpi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What is asked for from a day until another, spread evenly over its days.
 *
 * @param from first day
 * @param until first day after, later than {@code from}
 * @param cents in hundredths of the plan's currency, 0 or more
 */
public record QuotaLine(LocalDate from, LocalDate until, long cents) {

  public QuotaLine {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException(
          "The quota must end (%s) after it begins (%s).".formatted(until, from));
    }
  }

  /** The part that falls on the days from one until another, rounded to the cent. */
  long between(LocalDate first, LocalDate end) {
    LocalDate start = first.isAfter(from) ? first : from;
    LocalDate stop = end.isBefore(until) ? end : until;
    if (!start.isBefore(stop)) {
      return 0;
    }
    return BigDecimal.valueOf(cents)
        .multiply(BigDecimal.valueOf(ChronoUnit.DAYS.between(start, stop)))
        .divide(BigDecimal.valueOf(ChronoUnit.DAYS.between(from, until)), 0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }

  boolean touches(KpiPeriod period) {
    return from.isBefore(period.to()) && until.isAfter(period.from());
  }
}
