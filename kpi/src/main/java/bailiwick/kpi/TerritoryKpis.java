package bailiwick.kpi;

import bailiwick.core.alignment.TerritoryCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Computes the figures of territories. {@link KpiDefinition} defines each of them.
 *
 * <p>The steps of {@link #compute}: add up the accounts, spread the quotas over the period, divide.
 */
public final class TerritoryKpis {

  private TerritoryKpis() {}

  /**
   * The figures of every territory, of what nobody owns, and of the company. O(accounts).
   *
   * @throws ArithmeticException when a sum does not fit into a long
   */
  public static KpiTable compute(KpiRequest request) {
    Map<TerritoryCode, AccountSums> sums = new LinkedHashMap<>();
    request.territories().forEach(territory -> sums.put(territory, new AccountSums()));
    var unowned = new AccountSums();
    var company = new AccountSums();
    for (AccountFigures account : request.accounts()) {
      account.territory().map(sums::get).orElse(unowned).add(account);
      company.add(account);
    }
    return table(request, sums, unowned, company);
  }

  private static KpiTable table(
      KpiRequest request,
      Map<TerritoryCode, AccountSums> sums,
      AccountSums unowned,
      AccountSums company) {
    OptionalDouble mean = meanPotential(sums);
    List<KpiTable.Row> rows = new ArrayList<>(sums.size());
    var quotas = new QuotaSums();
    sums.forEach((territory, of) -> {
      List<QuotaLine> lines = request.quotas().getOrDefault(territory, List.of());
      var quota = QuotaFigures.of(lines, request.period(), of);
      quotas.add(quota);
      rows.add(new KpiTable.Row(territory, kpi(of, quota, index(of, mean), company)));
    });
    return new KpiTable(
        request.period(),
        rows,
        kpi(unowned, QuotaFigures.NONE, OptionalDouble.empty(), company),
        kpi(company, quotas.total(), OptionalDouble.empty(), company));
  }

  private static TerritoryKpi kpi(
      AccountSums sums, QuotaFigures quota, OptionalDouble index, AccountSums company) {
    return new TerritoryKpi(
        sums.accounts(),
        sums.prospects(),
        sums.potential(),
        sums.revenue(),
        sums.pipeline(),
        quota.quota(),
        quota.toDate(),
        quota.remaining(),
        quota.attainment(),
        quota.pipelineCoverage(),
        index,
        Ratio.of(sums.potential(), company.potential()),
        sums.won(),
        sums.lost(),
        sums.winRate(),
        sums.contacted(),
        sums.coverage());
  }

  private static OptionalDouble meanPotential(Map<TerritoryCode, AccountSums> sums) {
    return sums.values().stream()
        .map(AccountSums::potential)
        .filter(OptionalLong::isPresent)
        .mapToLong(OptionalLong::getAsLong)
        .average();
  }

  private static OptionalDouble index(AccountSums sums, OptionalDouble mean) {
    return sums.potential().isPresent() && mean.isPresent() && mean.getAsDouble() > 0
        ? OptionalDouble.of(100 * sums.potential().getAsLong() / mean.getAsDouble())
        : OptionalDouble.empty();
  }
}
