package bailiwick.store.record;

/**
 * A figure of the market in an area; several of one area and measure add up.
 *
 * @param area its node in the geography tree, such as {@code US/IL/17031/60614}
 * @param measure such as {@code establishments}
 * @param amount hundredths, 0 or more
 */
public record MarketFigure(String area, String measure, long amount) {}
