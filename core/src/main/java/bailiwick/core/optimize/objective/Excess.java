package bailiwick.core.optimize.objective;

/**
 * How far a plan is outside limits other than those of balance. Its value is relative, and 0 means
 * exactly that all of them are kept. Follows one working plan; not thread-safe.
 */
public interface Excess extends CostPart {

  /** By how much the value changes when two units of different territories trade places. */
  double changeOfSwap(int one, int other);

  /**
   * Whether the search may swing back and forth over the limit, as is good for sums of many small
   * amounts; a single pair of units that has been brought in order is not soon met again.
   */
  boolean maySwing();

  /** By how much a move may change the value where limits are tight; 0 or more. */
  double reach(int unit, int to);
}
