package bailiwick.core.optimize;

import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.optimize.objective.PlanFigures;
import bailiwick.core.optimize.objective.UnitCosts;
import bailiwick.core.unit.UnitGraph;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The best plan of all rounds so far, with exact figures. Not thread-safe. */
final class Incumbent {

  private final DesignProblem problem;
  private final UnitCosts costs;
  private final UnitGraph near;
  private @Nullable DesignPlan plan; // null before the first

  /**
   * None yet.
   *
   * @param near the graph whose edges moves follow
   */
  Incumbent(DesignProblem problem, UnitCosts costs, UnitGraph near) {
    this.problem = problem;
    this.costs = costs;
    this.near = near;
  }

  /** The plan; only after the first has been taken. */
  DesignPlan plan() {
    return Objects.requireNonNull(plan, "There is a plan after the first search.");
  }

  /** A plan with its figures; kept when it is better than the best so far. */
  DesignPlan take(int[] territoryOf) {
    DesignPlan found =
        PlanFigures.of(problem, costs, near, Relabelling.toToday(problem, territoryOf));
    DesignPlan known = plan;
    if (known == null || found.isBetterThan(known)) {
      plan = found;
    }
    return found;
  }
}
