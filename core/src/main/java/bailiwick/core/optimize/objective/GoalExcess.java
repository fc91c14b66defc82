package bailiwick.core.optimize.objective;

import bailiwick.core.design.Goal;
import bailiwick.core.design.GoalLimit;
import bailiwick.core.design.Objective;
import bailiwick.core.design.Preference;
import bailiwick.core.optimize.plan.WorkingPlan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far goals exceed what they may come to. Cost from centres is shared with the score that
 * follows them; all else is followed here. Not thread-safe.
 */
final class GoalExcess implements Excess {

  private final WorkingPlan plan;
  private final GoalLimit limit;
  private final CostPart[] own; // parts followed here, by their weights
  private final @Nullable CentreCost centres; // null when none of the goals has centres
  private final double centresFactor; // weight of the cost from centres in the limit

  /**
   * Follows a plan.
   *
   * @param centres cost from centres, followed by the caller; null when no goal has centres
   * @param centresWeight the weight contained in it
   */
  GoalExcess(
      WorkingPlan plan, GoalLimit limit, @Nullable CentreCost centres, double centresWeight) {
    this.plan = plan;
    this.limit = limit;
    List<CostPart> parts = new ArrayList<>();
    double factor = 0;
    for (Goal goal : limit.goals()) {
      switch (goal.objective()) {
        case Objective.MomentOfInertia moment -> factor = goal.weight() / centresWeight;
        case Objective.SumOfDistances sum -> factor = goal.weight() / centresWeight;
        case Objective.CutEdges cut -> parts.add(new CutEdgesCost(plan, goal.weight()));
        case Objective.MaxDiameter max ->
            throw new IllegalArgumentException("A diameter has a limit of its own kind.");
        case Objective.Disruption disruption -> parts.add(new DisruptionCost(plan, goal));
        case Preference preference ->
            parts.add(new PreferenceCost(plan, preference, goal.weight()));
      }
    }
    this.own = parts.toArray(CostPart[]::new);
    this.centres = factor > 0 ? centres : null;
    this.centresFactor = factor;
  }

  private double sum() {
    double sum = centres == null ? 0 : centresFactor * centres.value();
    for (CostPart part : own) {
      sum += part.value();
    }
    return sum;
  }

  private double sumChange(int unit, int to) {
    double change = centres == null ? 0 : centresFactor * centres.change(unit, to);
    for (CostPart part : own) {
      change += part.change(unit, to);
    }
    return change;
  }

  @Override
  public double value() {
    return limit.excess(sum());
  }

  @Override
  public double change(int unit, int to) {
    double sum = sum();
    return limit.excess(sum + sumChange(unit, to)) - limit.excess(sum);
  }

  /** As if each of the two moved alone, which is exact for all but borders between the two. */
  @Override
  public double changeOfSwap(int one, int other) {
    double sum = sum();
    double after =
        sum + sumChange(one, plan.territoryOf(other)) + sumChange(other, plan.territoryOf(one));
    return limit.excess(after) - limit.excess(sum);
  }

  @Override
  public boolean maySwing() {
    return true;
  }

  @Override
  public double reach(int unit, int to) {
    double sum = limit.most() + Math.abs(sumChange(unit, to));
    return limit.excess(sum);
  }

  @Override
  public void moved(int unit, int from, int to) {
    for (CostPart part : own) {
      part.moved(unit, from, to);
    }
  }

  @Override
  public double fromScratch() {
    double sum = centres == null ? 0 : centresFactor * centres.fromScratch();
    for (CostPart part : own) {
      sum += part.fromScratch();
    }
    return limit.excess(sum);
  }

  @Override
  public void refresh() {
    for (CostPart part : own) {
      part.refresh();
    }
  }
}
