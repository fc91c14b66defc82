package bailiwick.core.design;

/** Where a territory is measured from. Immutable. */
public sealed interface Centre {

  /** The best of the territory's own units, found by the search. */
  Centre FREE = new Free();

  /** The best of the territory's own units, found by the search. */
  record Free() implements Centre {}

  /**
   * A home given beforehand.
   *
   * @param site number of a site of the problem's {@link Distances}; when it is a unit, that unit
   *     stays with the territory
   */
  record Home(int site) implements Centre {
    public Home {
      if (site < 0) {
        throw new IllegalArgumentException(
            "The home's site (%s) must be 0 or more.".formatted(site));
      }
    }
  }
}
