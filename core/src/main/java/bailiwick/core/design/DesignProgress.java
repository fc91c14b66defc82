package bailiwick.core.design;

import java.util.OptionalDouble;

/**
 * News of a running design.
 *
 * @param stage what is being done
 * @param fraction of the work done, 0 to 1
 * @param objective of the best plan so far; empty before there is one
 * @param worstImbalance largest relative deviation from target of any territory and balanced
 *     measure in that plan, 0 or more; empty before there is one
 * @param feasible whether that plan keeps every rule
 * @param bound no plan can be better than this; empty when none is known
 */
public record DesignProgress(
    Stage stage,
    double fraction,
    OptionalDouble objective,
    OptionalDouble worstImbalance,
    boolean feasible,
    OptionalDouble bound) {

  /** The stages, in order. */
  public enum Stage {
    /** Looking for conflicts that no plan can meet. */
    CHECK,
    /** Placing centres and dealing units out to them. */
    START,
    /** Improving by moves and exchanges along borders. */
    IMPROVE,
    /** Working out how good a plan could be at best. */
    BOUND
  }
}
