package bailiwick.core.optimize;

import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.optimize.objective.PlanFigures;
import bailiwick.core.optimize.objective.UnitCosts;
import bailiwick.core.unit.UnitGraph;
import java.util.OptionalDouble;

/** Tries every plan of a tiny problem. */
final class BruteForce {

  private final DesignProblem problem;
  private final UnitCosts costs;
  private final UnitGraph graph;
  private final int[] territoryOf;
  private double best = Double.POSITIVE_INFINITY;

  private BruteForce(DesignProblem problem) {
    this.problem = problem;
    this.costs = UnitCosts.of(problem);
    this.graph = problem.graph().orElseThrow();
    this.territoryOf = new int[problem.unitCount()];
  }

  /** The objective of the best feasible plan, empty when there is none. */
  static OptionalDouble optimum(DesignProblem problem) {
    BruteForce search = new BruteForce(problem);
    search.from(0);
    return Double.isInfinite(search.best) ? OptionalDouble.empty() : OptionalDouble.of(search.best);
  }

  private void from(int unit) {
    if (unit == territoryOf.length) {
      DesignPlan plan = PlanFigures.of(problem, costs, graph, territoryOf);
      if (plan.isFeasible()) {
        best = Math.min(best, plan.objective());
      }
      return;
    }
    for (int t = 0; t < problem.territoryCount(); t++) {
      if (problem.lockedTo(unit) < 0 || problem.lockedTo(unit) == t) {
        territoryOf[unit] = t;
        from(unit + 1);
      }
    }
  }
}
