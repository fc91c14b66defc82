package bailiwick.core.optimize.objective;

import bailiwick.core.design.FieldDays;
import bailiwick.core.optimize.plan.WorkingPlan;
import java.util.Optional;

/**
 * How far territories take more days in the field than they have, relative to the mean of those.
 * Days are whole numbers, so that limits are kept exactly. A move costs O(1). Not thread-safe.
 */
public final class DaysExcess implements Excess {

  private final WorkingPlan plan;
  private final FieldDays days;
  private final double mean; // days that a territory has, at least 1
  private long[] taken; // [territory]
  private long excess;

  private DaysExcess(WorkingPlan plan, FieldDays days) {
    this.plan = plan;
    this.days = days;
    double sum = 0;
    for (int t = 0; t < plan.problem().territoryCount(); t++) {
      sum += days.most(t);
    }
    this.mean = Math.max(1, sum / plan.problem().territoryCount());
    this.taken = new long[0];
    refresh();
  }

  /** The excess of a plan; empty where days are not limited. */
  public static Optional<DaysExcess> of(WorkingPlan plan) {
    return plan.problem().limitedDays().map(days -> new DaysExcess(plan, days));
  }

  /** Days that a territory takes, fixed-point. */
  public long taken(int territory) {
    return taken[territory];
  }

  /** Days that it has, fixed-point. */
  public long most(int territory) {
    return days.most(territory);
  }

  /** Whether it takes more than it has. */
  public boolean isOver(int territory) {
    return over(territory, 0) > 0;
  }

  /** Whether it would take more days above those it has, or any, with another unit. */
  public boolean isOverWith(int territory, int unit) {
    return grown(territory, days.at(unit, territory)) > 0;
  }

  int territoryOf(int unit) {
    return plan.territoryOf(unit);
  }

  /** Days that a territory takes beyond those it has, relative; 0 or more. */
  double outside(int territory) {
    return over(territory, 0) / mean;
  }

  /** Change of {@link #outside} when a unit joins a territory. */
  double with(int territory, int unit) {
    return grown(territory, days.at(unit, territory)) / mean;
  }

  /** The same when a unit leaves its territory. */
  double without(int territory, int unit) {
    return grown(territory, -days.at(unit, territory)) / mean;
  }

  /** The same when one unit leaves a territory and another one joins it. */
  double traded(int territory, int leaves, int joins) {
    return grown(territory, days.at(joins, territory) - days.at(leaves, territory)) / mean;
  }

  @Override
  public double value() {
    return excess / mean;
  }

  @Override
  public double change(int unit, int to) {
    return step(unit, plan.territoryOf(unit), to) / mean;
  }

  @Override
  public double changeOfSwap(int one, int other) {
    return traded(plan.territoryOf(one), one, other) + traded(plan.territoryOf(other), other, one);
  }

  @Override
  public boolean maySwing() {
    return true;
  }

  @Override
  public double reach(int unit, int to) {
    return days.at(unit, to) / mean;
  }

  private long step(int unit, int from, int to) {
    return grown(from, -days.at(unit, from)) + grown(to, days.at(unit, to));
  }

  private long grown(int territory, long by) {
    return over(territory, by) - over(territory, 0);
  }

  private long over(int territory, long more) {
    return Math.max(0, taken[territory] + more - days.most(territory));
  }

  @Override
  public void moved(int unit, int from, int to) {
    excess += step(unit, from, to);
    taken[from] -= days.at(unit, from);
    taken[to] += days.at(unit, to);
  }

  /** Worked out from the plan alone; the days kept on the way are not touched. */
  @Override
  public double fromScratch() {
    return new DaysExcess(plan, days).value();
  }

  @Override
  public void refresh() {
    taken = days.totals(plan.toArray());
    excess = 0;
    for (int t = 0; t < taken.length; t++) {
      excess += over(t, 0);
    }
  }
}
