package bailiwick.core.optimize.search;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.optimize.objective.DiameterExcess;
import bailiwick.core.optimize.objective.Score;
import bailiwick.core.optimize.objective.UnitCosts;
import bailiwick.core.optimize.plan.Connectivity;
import bailiwick.core.optimize.plan.WorkingPlan;
import bailiwick.core.unit.UnitGraph;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where a search stands: the plan under work, what it costs, which units may leave their territory,
 * and the best plan met on the way. Not thread-safe.
 */
final class Position {

  /** Units visited by a connectivity search that count as one evaluation. */
  private static final int VISITS_PER_EVALUATION = 8;

  private final DesignProblem problem;
  private final WorkingPlan plan;
  private final Score score;
  private final @Nullable Connectivity connectivity; // null when contiguity is not asked
  private final BestPlan best;
  private double diameterOfBest;

  Position(DesignProblem problem, UnitCosts costs, UnitGraph near, int[] territoryOf) {
    this.problem = problem;
    this.plan = new WorkingPlan(problem, near, territoryOf);
    this.score = new Score(plan, costs);
    this.connectivity = problem.contiguous() ? new Connectivity(near) : null;
    this.best = new BestPlan(problem.unitCount());
  }

  WorkingPlan plan() {
    return plan;
  }

  Score score() {
    return score;
  }

  BestPlan best() {
    return best;
  }

  /** The largest distance inside a territory of the best plan, where that is a goal. */
  double diameterOfBest() {
    return diameterOfBest;
  }

  boolean isLocked(int unit) {
    return problem.lockedTo(unit) >= 0;
  }

  /** Whether a unit may belong to a territory. */
  boolean mayBelong(int unit, int territory) {
    return problem.mayBelong(unit, territory);
  }

  void move(int unit, int to) {
    best.changed(unit);
    score.move(unit, to);
  }

  /** Whether a unit may leave its territory without emptying it or tearing it apart. */
  boolean mayLeave(int unit) {
    return plan.size(plan.territoryOf(unit)) > 1
        && (connectivity == null || connectivity.canLeave(plan, unit));
  }

  /**
   * The units that would be cut off from their territory if a unit left.
   *
   * @param out takes them
   * @return how many they are; below 1 when there are none or more than fit
   */
  int cutOff(int unit, int[] out) {
    return connectivity == null ? 0 : connectivity.cutOff(plan, unit, out);
  }

  /** What the searches for connectivity have cost, in evaluations. */
  long connectivityWork() {
    return connectivity == null ? 0 : connectivity.visited() / VISITS_PER_EVALUATION;
  }

  /** Goes to another plan: {@code unit -> territory}. */
  void goTo(IntUnaryOperator wanted) {
    for (int unit = 0; unit < problem.unitCount(); unit++) {
      int to = wanted.applyAsInt(unit);
      if (plan.territoryOf(unit) != to) {
        best.changed(unit);
        plan.move(unit, to);
      }
    }
    score.refresh();
  }

  /** Takes this plan as the best if it is; outside limits a plan counts by its excess first. */
  void note() {
    double violation = score.isWithinLimits() ? 0 : score.violation();
    if (violation > best.violation()) {
      return;
    }
    double objective = score.wholeObjective();
    if (best.isBeatenBy(violation, objective)) {
      best.take(plan, violation, objective);
      diameterOfBest = score.diameter().map(DiameterExcess::diameter).orElse(0.0);
    }
  }

  /**
   * The same after each move; beside a plan in balance, working out the diameter takes too long.
   */
  void noteAfterMove() {
    if (best.violation() > 0) {
      note();
    } else if (score.isWithinLimits()
        && score.diameter().isEmpty()
        && best.isBeatenBy(0, score.objective())) {
      best.take(plan, 0, score.objective());
    }
  }
}
