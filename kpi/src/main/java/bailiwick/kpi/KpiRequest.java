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
 * @param yearlyQuotaCents quota a year in hundredths of the plan's currency, 0 or more; a territory
 *     without an entry has no quota
 */
public record KpiRequest(
    KpiPeriod period,
    List<TerritoryCode> territories,
    Iterable<AccountFigures> accounts,
    Map<TerritoryCode, Long> yearlyQuotaCents) {

  public KpiRequest {
    territories = List.copyOf(territories);
    yearlyQuotaCents = Map.copyOf(yearlyQuotaCents);
  }
}
