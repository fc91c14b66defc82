package bailiwick.store.account;

/**
 * What there is in an area.
 *
 * @param area node of the geography tree, as far as accounts could be placed; empty for nowhere
 * @param customers accounts that are customers
 * @param prospects accounts that are none yet
 * @param employees people who work at the customers, as far as known
 * @param salesCents with the customers, hundredths of the currency
 */
public record AreaBusiness(
    String area, long customers, long prospects, long employees, long salesCents) {}
