package bailiwick.store.potential;

/**
 * What accounts are worth together.
 *
 * @param potentialCents hundredths of the currency a year
 * @param workloadCentihours hundredths of an hour a year
 */
public record WorthTotals(long potentialCents, long workloadCentihours) {}
