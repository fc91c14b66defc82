package bailiwick.core.optimize;

import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.optimize.objective.PlanFigures;
import bailiwick.core.optimize.objective.UnitCosts;
import bailiwick.core.unit.UnitGraph;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Tries every plan of a tiny problem. */
public final class BruteForce {

  private final DesignProblem problem;
  private final UnitCosts costs;
  private final UnitGraph graph;
  private final int[] territoryOf;
  private @Nullable DesignPlan best; // null while no feasible plan was met

  private BruteForce(DesignProblem problem) {
    this.problem = problem;
    this.costs = UnitCosts.of(problem);
    this.graph = problem.graph().orElseThrow();
    this.territoryOf = new int[problem.unitCount()];
  }

  /** The objective of the best feasible plan, empty when there is none. */
  public static OptionalDouble optimum(DesignProblem problem) {
    return bestPlan(problem)
        .map(plan -> OptionalDouble.of(plan.objective()))
        .orElseGet(OptionalDouble::empty);
  }

  /** A best feasible plan, empty when there is none. */
  public static Optional<DesignPlan> bestPlan(DesignProblem problem) {
    BruteForce search = new BruteForce(problem);
    search.from(0);
    return Optional.ofNullable(search.best);
  }

  private void from(int unit) {
    if (unit == territoryOf.length) {
      DesignPlan plan = PlanFigures.of(problem, costs, graph, territoryOf);
      if (plan.isFeasible() && (best == null || plan.objective() < best.objective())) {
        best = plan;
      }
      return;
    }
    for (int t = 0; t < problem.territoryCount(); t++) {
      if (problem.mayBelong(unit, t)) {
        territoryOf[unit] = t;
        from(unit + 1);
      }
    }
  }
}
