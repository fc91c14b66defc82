package bailiwick.core.optimize.objective;

import bailiwick.core.design.Distances;
import bailiwick.core.optimize.plan.WorkingPlan;

/**
 * Sum of the excess over a limit of all distances inside territories, plus a trace of how many
 * pairs exceed it. A plan without excess has no diameter above the limit; lowering the limit step
 * by step makes the largest diameter small. Not thread-safe; a move costs O(members of both
 * territories).
 */
public final class DiameterExcess implements CostPart {

  private final WorkingPlan plan;
  private final Distances distances;
  private final double weight;
  private double limit;
  private double value;

  /**
   * Follows a plan; the limit starts at the plan's own diameter.
   *
   * @param weight multiplies the excess
   */
  public DiameterExcess(WorkingPlan plan, double weight) {
    this.plan = plan;
    this.weight = weight;
    this.distances = plan.problem().distances().places();
    this.limit = diameter();
    refresh();
  }

  /** The largest distance between two units of one territory; the slow way, O(members²). */
  public double diameter() {
    double largest = 0;
    for (int t = 0; t < plan.problem().territoryCount(); t++) {
      for (int i = 0; i < plan.size(t); i++) {
        for (int k = i + 1; k < plan.size(t); k++) {
          largest = Math.max(largest, distances.between(plan.member(t, i), plan.member(t, k)));
        }
      }
    }
    return largest;
  }

  /** What each unit of the diameter counts beside other goals. */
  public double weight() {
    return weight;
  }

  /** The limit in force. */
  public double limit() {
    return limit;
  }

  /** Sets another limit. */
  public void setLimit(double lower) {
    limit = lower;
    refresh();
  }

  @Override
  public double value() {
    return value;
  }

  @Override
  public double change(int unit, int to) {
    return excess(unit, to) - excess(unit, plan.territoryOf(unit));
  }

  @Override
  public void moved(int unit, int from, int to) {
    value += excess(unit, to) - excess(unit, from);
  }

  /** Excess of a unit's distances to a territory's members; to itself it has none. */
  private double excess(int unit, int territory) {
    double sum = 0;
    int size = plan.size(territory);
    for (int k = 0; k < size; k++) {
      double distance = distances.between(unit, plan.member(territory, k));
      sum += distance >= limit ? distance - limit + 0.01 * limit : 0;
    }
    return weight * sum;
  }

  @Override
  public double fromScratch() {
    double sum = 0;
    for (int t = 0; t < plan.problem().territoryCount(); t++) {
      for (int k = 0; k < plan.size(t); k++) {
        sum += excess(plan.member(t, k), t);
      }
    }
    return sum / 2;
  }

  @Override
  public void refresh() {
    value = fromScratch();
  }
}
