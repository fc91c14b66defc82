package bailiwick.intake.potential;

/**
 * A segment in sum.
 *
 * @param name the segment's
 * @param accounts that belong to it
 * @param accountsOfUnknownSize of these, how many have a spend that leaves out a size not known
 * @param potentialCents in hundredths of the plan's currency
 * @param workloadCentihours hours a year, in hundredths
 * @param conversion share of its deals that are won
 */
public record SegmentTotal(
    String name,
    long accounts,
    long accountsOfUnknownSize,
    long potentialCents,
    long workloadCentihours,
    ConversionRate conversion) {}
