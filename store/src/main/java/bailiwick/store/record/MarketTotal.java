package bailiwick.store.record;

/**
 * What is known of a measure of the market.
 *
 * @param measure such as {@code establishments}
 * @param areas how many areas have a figure
 * @param amount hundredths over all of them
 */
public record MarketTotal(String measure, long areas, long amount) {}
