package bailiwick.core.design;

/**
 * How long it takes to drive from a unit to a place. Sites are numbered as in {@link Distances}.
 * Implementations are immutable and give the same bits on every machine.
 */
public interface TravelTimes {

  /**
   * Hours of driving from a unit to a site, 0 or more and finite.
   *
   * @param unit number of a unit
   * @param site number of a unit or of a home
   */
  double hours(int unit, int site);

  /**
   * Hours of driving to somewhere that is no site.
   *
   * @param kilometres as the crow flies, 0 or more
   * @return 0 or more; never less for a longer way
   */
  double hoursOver(double kilometres);
}
