package bailiwick.core.optimize.objective;

/** One part of what a plan costs. Follows one working plan; not thread-safe. */
public interface CostPart {

  /** Today's value, kept up to date. */
  double value();

  /**
   * By how much the value changes when a unit moves.
   *
   * @param to a territory other than the unit's
   */
  double change(int unit, int to);

  /** Told after the working plan has moved a unit. */
  void moved(int unit, int from, int to);

  /** The value worked out anew, the slow twin of {@link #value}. */
  double fromScratch();

  /** Takes the value from scratch, so that rounding errors do not add up. */
  void refresh();
}
