package bailiwick.intake.record;

import java.util.Map;

/**
 * Figures of the market in an area. Immutable.
 *
 * @param area the area's node in the geography tree, such as {@code US/IL/17031/60614}
 * @param amounts hundredths by name of the measure, such as {@code establishments}; each 0 or more
 */
public record MarketRow(String area, Map<String, Long> amounts) {
  public MarketRow {
    amounts = Map.copyOf(amounts);
  }
}
