package bailiwick.core.optimize.objective;

/**
 * How far a plan is outside limits other than those of balance. Its value is relative, and 0 means
 * exactly that all of them are kept. Follows one working plan; not thread-safe.
 */
public interface Excess extends CostPart {

  /** By how much the value changes when two units of different territories trade places. */
  double changeOfSwap(int one, int other);

  /** By how much a move of the unit may change the value, all limits being tight; 0 or more. */
  double reach(int unit);
}
