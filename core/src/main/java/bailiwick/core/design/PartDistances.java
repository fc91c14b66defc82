package bailiwick.core.design;

/** The distances of some units and homes, under new numbers. Immutable. */
public final class PartDistances implements Distances {

  private final Distances all;
  private final int[] siteOf; // [new site] -> site

  /**
   * Distances between a few places.
   *
   * @param siteOf {@code siteOf[new site]}: the units first, then the homes; owned from now on
   */
  public PartDistances(Distances all, int[] siteOf) {
    this.all = all;
    this.siteOf = siteOf;
  }

  @Override
  public int siteCount() {
    return siteOf.length;
  }

  @Override
  public double between(int unit, int site) {
    return all.between(siteOf[unit], siteOf[site]);
  }

  @Override
  public double coordinate(int site, int dimension) {
    return all.coordinate(siteOf[site], dimension);
  }

  @Override
  public double squareBetween(int unit, int site) {
    return all.squareBetween(siteOf[unit], siteOf[site]);
  }

  @Override
  public double inPerson(int unit) {
    return all.inPerson(siteOf[unit]);
  }

  @Override
  public double middle(int unit, int dimension) {
    return all.middle(siteOf[unit], dimension);
  }

  @Override
  public double spread(int unit) {
    return all.spread(siteOf[unit]);
  }

  @Override
  public Distances places() {
    return new PartDistances(all.places(), siteOf);
  }

  @Override
  public boolean isAtLeastStraight() {
    return all.isAtLeastStraight();
  }
}
