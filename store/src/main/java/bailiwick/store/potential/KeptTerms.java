package bailiwick.store.potential;

/**
 * What a model says of one account. Money in hundredths of the currency a year, hours in hundredths
 * a year.
 *
 * @param segment name of its segment in the model
 * @param spendCents what it spends, with whomever; no term of the potential
 * @param conversionCents a term: of that spend what may be won
 * @param openDealsCents a term
 * @param growthCents a term; below 0 where sales shrink
 * @param visitCentihours a term of the workload
 * @param callCentihours a term of the workload
 * @param sizeUnknown whether the spend leaves out employees or revenue that are not known
 */
public record KeptTerms(
    String segment,
    long spendCents,
    long conversionCents,
    long openDealsCents,
    long growthCents,
    long visitCentihours,
    long callCentihours,
    boolean sizeUnknown) {}
