package bailiwick.intake.potential;

/**
 * Accounts that are alike in what they may bring and take, with their coefficients.
 *
 * @param name unique in the model
 * @param rule which accounts belong to it, of those that no segment before it has
 * @param spend what they spend
 * @param growth by how much sales with them grow in a year: 0.05 is 5 %; below 0 where they shrink
 * @param service how they are served
 */
public record Segment(
    String name, SegmentRule rule, AddressableSpend spend, double growth, Service service) {}
