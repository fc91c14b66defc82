package bailiwick.kpi;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * The quotas of the company's territories together. A territory without a quota counts on neither
 * side of a ratio: its revenue must not make the others look better.
 */
final class QuotaSums {

  private final List<QuotaFigures> known = new ArrayList<>();

  void add(QuotaFigures figures) {
    if (figures.quota().isPresent()) {
      known.add(figures);
    }
  }

  QuotaFigures total() {
    return new QuotaFigures(
        sum(QuotaFigures::quota),
        sum(QuotaFigures::toDate),
        sum(QuotaFigures::remaining),
        sum(QuotaFigures::revenue),
        sum(QuotaFigures::pipeline));
  }

  private OptionalLong sum(Function<QuotaFigures, OptionalLong> part) {
    return known.stream()
        .map(part)
        .filter(OptionalLong::isPresent)
        .mapToLong(OptionalLong::getAsLong)
        .reduce(Math::addExact);
  }
}
