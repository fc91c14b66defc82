package bailiwick.core.optimize.objective;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Today;
import bailiwick.core.optimize.plan.WorkingPlan;
import bailiwick.core.unit.Measure;

/** Cost of every amount that is not in today's territory. Not thread-safe. */
public final class DisruptionCost implements CostPart {

  private final WorkingPlan plan;
  private final Today today;
  private final double[] cost; // [unit] -> cost of changing its territory
  private double value;

  /** Follows a plan. */
  public DisruptionCost(WorkingPlan plan, Today today) {
    this.plan = plan;
    this.today = today;
    this.cost = costs(plan.problem(), today);
    this.value = fromScratch();
  }

  /**
   * What changing each unit's territory costs: nothing for a unit that is nobody's today.
   *
   * @return {@code [unit]}, 0 or more
   */
  public static double[] costs(DesignProblem problem, Today today) {
    double[] cost = new double[problem.unitCount()];
    Measure measure = problem.measures().get(today.measure());
    for (int unit = 0; unit < cost.length; unit++) {
      cost[unit] =
          today.territoryOf(unit) < 0
              ? 0
              : today.weight() * measure.toDecimal(problem.amount(today.measure(), unit));
    }
    return cost;
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
