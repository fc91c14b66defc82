package bailiwick.core.optimize.change;

import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.GoalValue;
import bailiwick.core.optimize.objective.PlanFigures;
import bailiwick.core.optimize.objective.UnitCosts;
import bailiwick.core.unit.UnitGraph;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The best of the plans that a change may begin from, each also with what is needless taken back:
 * fewer limits broken, then less that changes hands, then better level by level. Not thread-safe.
 */
final class BestBeginning {

  private static final Comparator<DesignPlan> BEST_FIRST =
      Comparator.comparingDouble(DesignPlan::violation)
          .thenComparing(BestBeginning::levels, Arrays::compare);

  private final DesignProblem problem;
  private final UnitGraph near;
  private final int measure;
  private final UnitCosts costs;
  private int[] best = new int[0];
  private @Nullable DesignPlan figures; // of the best; null before the first

  /**
   * Nothing offered yet.
   *
   * @param near which units touch or are near
   * @param measure number of the measure that counts what changes hands
   */
  BestBeginning(DesignProblem problem, UnitGraph near, int measure) {
    this.problem = problem;
    this.near = near;
    this.measure = measure;
    this.costs = UnitCosts.of(problem);
  }

  /**
   * Offers a plan.
   *
   * @param plan {@code [unit] -> territory}
   */
  void offer(int[] plan) {
    take(plan);
    int[] spared = TakenBack.of(problem, near, plan, measure);
    if (!Arrays.equals(spared, plan)) {
      take(spared);
    }
  }

  private void take(int[] plan) {
    DesignPlan other = PlanFigures.withGoodCentres(problem, costs, near, plan);
    DesignPlan known = figures;
    if (known == null || BEST_FIRST.compare(other, known) < 0) {
      best = plan.clone();
      figures = other;
    }
  }

  /** What each level of goals comes to, in their order. */
  private static double[] levels(DesignPlan plan) {
    double[] sums = new double[1 + plan.goals().getLast().level()];
    for (GoalValue goal : plan.goals()) {
      sums[goal.level()] += goal.weight() * goal.value();
    }
    return sums;
  }

  /** The best plan offered, {@code [unit] -> territory}; empty before the first. */
  int[] plan() {
    return best.clone();
  }
}
