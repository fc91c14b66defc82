package bailiwick.kpi;

import bailiwick.core.alignment.TerritoryCode;
import java.util.List;

/**
 * Figures per territory, with what adds up to the company. For every amount, the rows and {@code
 * unowned} together equal {@code company} exactly.
 *
 * @param period the days counted
 * @param rows one for each territory in the order asked
 * @param unowned accounts without a territory, or whose territory was not asked for
 * @param company all accounts
 */
public record KpiTable(
    KpiPeriod period, List<Row> rows, TerritoryKpi unowned, TerritoryKpi company) {

  public KpiTable {
    rows = List.copyOf(rows);
  }

  /** A territory and its figures. */
  public record Row(TerritoryCode territory, TerritoryKpi kpi) {}
}
