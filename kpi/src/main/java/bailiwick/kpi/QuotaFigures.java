package bailiwick.kpi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A quota over the period, and what has been won against it. Money in hundredths of the plan's
 * currency.
 *
 * @param revenue what counts against the quota
 * @param pipeline open opportunities that may count against it
 */
record QuotaFigures(
    OptionalLong quota,
    OptionalLong toDate,
    OptionalLong remaining,
    OptionalLong revenue,
    OptionalLong pipeline) {

  /** No quota. */
  static final QuotaFigures NONE =
      new QuotaFigures(
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty());

  static QuotaFigures of(OptionalLong yearly, KpiPeriod period, AccountSums sums) {
    if (yearly.isEmpty()) {
      return NONE;
    }
    long yearDays = ChronoUnit.DAYS.between(period.from(), period.from().plusYears(1));
    long quota = share(yearly.getAsLong(), period.days(), yearDays);
    OptionalLong revenue = sums.revenue();
    return new QuotaFigures(
        OptionalLong.of(quota),
        OptionalLong.of(share(quota, period.elapsedDays(), period.days())),
        revenue.isPresent()
            ? OptionalLong.of(Math.subtractExact(quota, revenue.getAsLong()))
            : OptionalLong.empty(),
        revenue,
        sums.pipeline());
  }

  OptionalDouble attainment() {
    return Ratio.of(revenue, toDate);
  }

  OptionalDouble pipelineCoverage() {
    return Ratio.of(pipeline, remaining);
  }

  private static long share(long amount, long part, long whole) {
    return BigDecimal.valueOf(amount)
        .multiply(BigDecimal.valueOf(part))
        .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }
}
