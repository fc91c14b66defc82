package bailiwick.core.design;

/**
 * How far units lie from places. Sites 0 … unitCount-1 are the units themselves; further sites are
 * homes that are no unit. Implementations are immutable and symmetric between units, and give the
 * same bits on every machine.
 */
public interface Distances {

  /** Dimensions of the space of {@link #coordinate}. */
  int DIMENSIONS = 3;

  /** How many places there are: the units first, then the homes; at least the number of units. */
  int siteCount();

  /**
   * The distance from a unit to a site, 0 or more, in the unit the implementation states.
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

  /**
   * Whether {@link #between} is never less than the straight line between the coordinates, so that
   * these tell how much a place costs at least; false unless it is known.
   */
  default boolean isAtLeastStraight() {
    return false;
  }
}
