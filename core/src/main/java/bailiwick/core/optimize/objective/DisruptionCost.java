package bailiwick.core.optimize.objective;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Goal;
import bailiwick.core.design.Objective;
import bailiwick.core.design.Today;
import bailiwick.core.optimize.plan.WorkingPlan;
import bailiwick.core.unit.Measure;

/** Cost of every amount that is not in today's territory. Not thread-safe. */
public final class DisruptionCost implements CostPart {

  private final WorkingPlan plan;
  private final Today today;
  private final double[] cost; // [unit] -> cost of changing its territory
  private double value;

  /**
   * Follows a plan.
   *
   * @param goal a goal of {@link Objective.Disruption}
   */
  public DisruptionCost(WorkingPlan plan, Goal goal) {
    DesignProblem problem = plan.problem();
    this.plan = plan;
    this.today = problem.today().orElseThrow();
    this.cost = new double[problem.unitCount()];
    addTo(cost, problem, goal, today);
    this.value = fromScratch();
  }

  /**
   * What leaving today's territory costs each unit, over all goals: nothing for a unit that is
   * nobody's today.
   *
   * @return {@code [unit]}, 0 or more
   */
  public static double[] ofLeaving(DesignProblem problem) {
    double[] cost = new double[problem.unitCount()];
    for (Goal goal : problem.disruptionGoals()) {
      addTo(cost, problem, goal, problem.today().orElseThrow());
    }
    return cost;
  }

  private static void addTo(double[] cost, DesignProblem problem, Goal goal, Today today) {
    int number = ((Objective.Disruption) goal.objective()).measure();
    Measure measure = problem.measures().get(number);
    for (int unit = 0; unit < cost.length; unit++) {
      cost[unit] +=
          today.territoryOf(unit) < 0
              ? 0
              : goal.weight() * measure.toDecimal(problem.amount(number, unit));
    }
  }

  @Override
  public double value() {
    return value;
  }

  @Override
  public double change(int unit, int to) {
    return at(unit, to) - at(unit, plan.territoryOf(unit));
  }

  @Override
  public void moved(int unit, int from, int to) {
    value += at(unit, to) - at(unit, from);
  }

  private double at(int unit, int territory) {
    return today.territoryOf(unit) == territory ? 0 : cost[unit];
  }

  @Override
  public double fromScratch() {
    double sum = 0;
    for (int unit = 0; unit < cost.length; unit++) {
      sum += at(unit, plan.territoryOf(unit));
    }
    return sum;
  }

  @Override
  public void refresh() {
    value = fromScratch();
  }
}
