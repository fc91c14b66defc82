package bailiwick.intake.potential;

/**
 * The share of closed deals that were won, in a segment or in all.
 *
 * @param won deals won
 * @param closed deals won or lost
 * @param rate what is reckoned with, from 0 to 1
 */
public record ConversionRate(long won, long closed, double rate) {

  /** The rate of all deals as it is, or another one where there is none. */
  static ConversionRate ofAll(long won, long closed, double rateWithoutDeals) {
    return new ConversionRate(won, closed, closed == 0 ? rateWithoutDeals : (double) won / closed);
  }

  /**
   * The rate of a segment, drawn towards that of all where it has few deals: {@code (won + prior ·
   * overall) / (closed + prior)}, the mean of a beta distribution that begins as sure of the
   * overall rate as so many deals would make it.
   *
   * <p>Source: B. Efron, C. Morris, *Stein's Paradox in Statistics*, Scientific American 1977, for
   * drawing small samples towards the mean of all; the prior's weight is given, not estimated, so
   * that a planner can see and change it.
   *
   * @param priorDeals how many deals weigh as much as the overall rate, 0 or more
   */
  static ConversionRate ofSegment(long won, long closed, double overall, double priorDeals) {
    double weight = closed + priorDeals;
    return new ConversionRate(
        won, closed, weight == 0 ? overall : (won + priorDeals * overall) / weight);
  }
}
