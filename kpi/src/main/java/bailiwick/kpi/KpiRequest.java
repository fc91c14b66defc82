package bailiwick.kpi;

import bailiwick.core.alignment.TerritoryCode;
import java.util.List;
import java.util.Map;

/**
 * What figures are to be made of.
 *
 * @param period the days counted
 * @param territories in the order of the result; codes differ
 * @param accounts every account of the company
 * @param quotas what each territory is asked for; one without a line inside the period has no quota
 */
public record KpiRequest(
    KpiPeriod period,
    List<TerritoryCode> territories,
    Iterable<AccountFigures> accounts,
    Map<TerritoryCode, List<QuotaLine>> quotas) {

  public KpiRequest {
    territories = List.copyOf(territories);
    quotas = Map.copyOf(quotas);
  }
}
