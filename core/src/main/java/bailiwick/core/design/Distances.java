package bailiwick.core.design;

/**
 * How far units lie from places. Sites 0 … unitCount-1 are the units themselves; further sites are
 * homes that are no unit. Implementations are immutable and give the same bits on every machine.
 * They are symmetric between units that have one place each; {@link #places} always is.
 */
public interface Distances {

  /** Dimensions of the space of {@link #coordinate}. */
  int DIMENSIONS = 3;

  /** How many places there are: the units first, then the homes; at least the number of units. */
  int siteCount();

  /**
   * The distance from a unit to a site, 0 or more, in the unit the implementation states; of a unit
   * that is visited at several places the mean over its visits in person.
   *
   * @param unit number of a unit
   * @param site number of a unit or of a home
   */
  double between(int unit, int site);

  /**
   * A place in space whose straight-line distances order sites about as {@link #between} does, for
   * choosing neighbours and starting centres: {@code dimension} 0, 1 or 2, in any one scale.
   */
  double coordinate(int site, int dimension);

  /** The square of {@link #between}, or the mean of squares over the visits to several places. */
  default double squareBetween(int unit, int site) {
    double distance = between(unit, site);
    return distance * distance;
  }

  /** The part of a unit's visits for which somebody travels, 0 to 1. */
  default double inPerson(int unit) {
    return 1;
  }

  /** The mean {@link #coordinate} of the places where a unit is visited in person. */
  default double middle(int unit, int dimension) {
    return coordinate(unit, dimension);
  }

  /** The mean square of the straight lines from the {@link #middle} to these places, 0 or more. */
  default double spread(int unit) {
    return 0;
  }

  /** The same distances with each unit at the one place that its {@link #coordinate} tells. */
  default Distances places() {
    return this;
  }

  /**
   * Whether {@link #between} is never less than the straight line from the {@link #middle} of a
   * unit to the coordinates of a site, nor {@link #squareBetween} less than its square and the
   * {@link #spread}, so that these tell how much a place costs at least; false unless it is known.
   */
  default boolean isAtLeastStraight() {
    return false;
  }
}
