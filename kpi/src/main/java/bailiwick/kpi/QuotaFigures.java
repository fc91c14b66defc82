package bailiwick.kpi;

import java.time.LocalDate;
import java.util.List;
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

  static QuotaFigures of(List<QuotaLine> lines, KpiPeriod period, AccountSums sums) {
    if (lines.stream().noneMatch(line -> line.touches(period))) {
      return NONE;
    }
    long quota = sum(lines, period.from(), period.to());
    OptionalLong revenue = sums.revenue();
    return new QuotaFigures(
        OptionalLong.of(quota),
        OptionalLong.of(sum(lines, period.from(), period.asOf())),
        revenue.isPresent()
            ? OptionalLong.of(Math.subtractExact(quota, revenue.getAsLong()))
            : OptionalLong.empty(),
        revenue,
        sums.pipeline());
  }

  private static long sum(List<QuotaLine> lines, LocalDate from, LocalDate until) {
    return lines.stream().mapToLong(line -> line.between(from, until)).reduce(0, Math::addExact);
  }

  OptionalDouble attainment() {
    return Ratio.of(revenue, toDate);
  }

  OptionalDouble pipelineCoverage() {
    return Ratio.of(pipeline, remaining);
  }
}
