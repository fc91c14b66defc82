package bailiwick.core.design;

/**
 * How a plan compares with today's in one respect, of which less is better.
 *
 * @param kind what is compared
 * @param name of the goal, or of the measure whose largest relative deviation from target it is
 * @param today value of today's plan
 * @param plan value of the new one
 */
public record Comparison(Kind kind, String name, double today, double plan) {

  /** Relative difference that rounding may make. */
  private static final double ROUNDING = 1e-9;

  /** What can be compared. */
  public enum Kind {
    /** The value of a goal. */
    GOAL,
    /** The largest relative deviation of a territory from its target in a measure. */
    BALANCE
  }

  /** Whether the new plan is better than today's. */
  public boolean isBetter() {
    return plan < today - ROUNDING * Math.abs(today);
  }

  /** Whether the new plan is worse: a sacrifice, made for what else is asked. */
  public boolean isSacrifice() {
    return plan > today + ROUNDING * Math.abs(today);
  }
}
