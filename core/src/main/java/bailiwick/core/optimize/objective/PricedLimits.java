package bailiwick.core.optimize.objective;

import bailiwick.core.design.Goal;
import bailiwick.core.design.GoalLimit;
import bailiwick.core.design.Objective;
import bailiwick.core.optimize.plan.WorkingPlan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All limits of a plan besides those of balance, each at a price of its own. Not thread-safe. */
public final class PricedLimits {

  private final PricedLimit[] limits;

  /**
   * Follows a plan.
   *
   * @param centres cost from centres, followed by the caller; null when nothing is measured so
   * @param centresWeight the weight contained in it
   */
  PricedLimits(WorkingPlan plan, @Nullable CentreCost centres, double centresWeight) {
    List<Excess> all = new ArrayList<>(MoveExcess.of(plan));
    for (GoalLimit limit : plan.problem().goalLimits()) {
      Goal first = limit.goals().getFirst();
      all.add(
          first.objective() instanceof Objective.MaxDiameter
              ? new DiameterLimit(plan, limit.most() / first.weight())
              : new GoalExcess(plan, limit, centres, centresWeight));
    }
    if (!plan.problem().companions().isNone()) {
      all.add(new CompanionExcess(plan));
    }
    List<PricedLimit> priced = new ArrayList<>();
    all.forEach(excess -> priced.add(new PricedExcess(excess)));
    DaysExcess.of(plan)
        .map(days -> new PricedDays(days, plan.problem().territoryCount()))
        .ifPresent(priced::add);
    this.limits = priced.toArray(PricedLimit[]::new);
  }

  /** How many kinds of limits there are. */
  public int count() {
    return limits.length;
  }

  /** By how much a move may exceed one of them, relative. */
  public double reach(int limit, int unit, int to) {
    return limits[limit].excess().reach(unit, to);
  }

  /**
   * Sets the price of one of them.
   *
   * @param price of one relative excess
   * @param pace how fast it moves: 1 as fast as it may, less is slower
   */
  public void setPrice(int limit, double price, double pace) {
    limits[limit].setPrice(price, pace);
  }

  /** Whether all are kept. */
  boolean areKept() {
    for (PricedLimit limit : limits) {
      if (limit.excess().value() > 0) {
        return false;
      }
    }
    return true;
  }

  /** Sum of all that lies outside, relative. */
  double violation() {
    double sum = 0;
    for (PricedLimit limit : limits) {
      sum += limit.excess().value();
    }
    return sum;
  }

  /** Change of what lies outside when a unit moves, relative. */
  double violationChange(int unit, int to) {
    double sum = 0;
    for (PricedLimit limit : limits) {
      sum += limit.excess().change(unit, to);
    }
    return sum;
  }

  /** What lies outside, at its price. */
  double value() {
    double sum = 0;
    for (PricedLimit limit : limits) {
      sum += limit.value();
    }
    return sum;
  }

  /** Change of it when a unit moves. */
  double change(int unit, int to) {
    double sum = 0;
    for (PricedLimit limit : limits) {
      sum += limit.change(unit, to);
    }
    return sum;
  }

  /** Change of it when two units of different territories trade places. */
  double changeOfSwap(int one, int other) {
    double sum = 0;
    for (PricedLimit limit : limits) {
      sum += limit.changeOfSwap(one, other);
    }
    return sum;
  }

  /** Told after the working plan has moved a unit. */
  void moved(int unit, int from, int to) {
    for (PricedLimit limit : limits) {
      limit.excess().moved(unit, from, to);
    }
  }

  /** Moves all prices by how far the plan is outside now. */
  void adapt() {
    for (PricedLimit limit : limits) {
      limit.adapt();
    }
  }

  /** Takes all values from scratch. */
  void refresh() {
    for (PricedLimit limit : limits) {
      limit.excess().refresh();
    }
  }

  /** The parts, to be compared with their slow twins. */
  List<CostPart> parts() {
    List<CostPart> parts = new ArrayList<>();
    for (PricedLimit limit : limits) {
      parts.add(limit.excess());
    }
    return parts;
  }
}
