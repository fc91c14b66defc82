package bailiwick.kpi;

import java.util.List;

/**
 * What a figure means, as the screens show it.
 *
 * @param key name of the component of {@link TerritoryKpi}
 * @param name as shown to people
 * @param formula how it is computed
 * @param unit what it is counted in
 * @param sources where its parts come from
 * @param missing when it is missing
 */
public record KpiDefinition(
    String key, String name, String formula, String unit, String sources, String missing) {

  /** Every figure in the order of {@link TerritoryKpi}. */
  public static List<KpiDefinition> all() {
    return KpiDefinitions.ALL;
  }
}
