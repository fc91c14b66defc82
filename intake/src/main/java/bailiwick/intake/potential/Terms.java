package bailiwick.intake.potential;

/**
 * What a model says of one account, term by term. The terms are whole cents, so that they sum to
 * the potential exactly.
 *
 * @param segment number of its segment in the model
 * @param spendCents what it spends a year on what is sold here
 * @param conversionCents that spend times the segment's rate
 * @param pipelineCents its open deals, each by the weight of its stage
 * @param growthCents by how much sales with it grow; below 0 where they shrink, but never by more
 *     than the other terms bring
 * @param visitCentihours hours a year of visits, in hundredths
 * @param callCentihours hours a year of calls, in hundredths
 * @param restsOnUnknownSize whether the spend leaves out employees or revenue that are not known
 */
public record Terms(
    int segment,
    long spendCents,
    long conversionCents,
    long pipelineCents,
    long growthCents,
    long visitCentihours,
    long callCentihours,
    boolean restsOnUnknownSize) {

  /** The sum of the terms, 0 or more. */
  public long potentialCents() {
    return conversionCents + pipelineCents + growthCents;
  }

  /** Hours a year of serving it, in hundredths. */
  public long workloadCentihours() {
    return visitCentihours + callCentihours;
  }
}
