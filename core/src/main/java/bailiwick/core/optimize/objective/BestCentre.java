package bailiwick.core.optimize.objective;

import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Distances;
import bailiwick.core.optimize.plan.WorkingPlan;

/**
 * Finds the unit of a territory from which it is cheapest to serve. The exact search passes over
 * members whose {@link StraightBound} is above the best, and gives each other one up as soon as it
 * costs more: O(members²) at worst, about O(members) where distances are at least straight lines.
 * The quick one looks only at members near the present centre and the weighted middle. Not
 * thread-safe.
 */
final class BestCentre {

  /** Members up to which the quick search is exact as well. */
  private static final int EXACT_UP_TO = 48;

  /** Members near the middle that the quick search tries. */
  private static final int TRIED = 8;

  private final DesignProblem problem;
  private final UnitCosts costs;
  private final int[] tried = new int[TRIED];
  private final double[] triedAt = new double[TRIED];
  private double foundCost;

  BestCentre(DesignProblem problem, UnitCosts costs) {
    this.problem = problem;
    this.costs = costs;
  }

  /** Cost of the territory from the centre found last. */
  double foundCost() {
    return foundCost;
  }

  /**
   * The best centre among all members.
   *
   * @param hint a likely centre, looked at first where it is a member; any unit
   * @param without a unit that is about to leave, or -1
   */
  int exact(WorkingPlan plan, int territory, int hint, int without) {
    int best = exact(plan, territory, hint, without, true);
    return best >= 0 ? best : exact(plan, territory, hint, without, false);
  }

  /** The best among the members that can serve all, or among all of them; -1 when there is none. */
  private int exact(WorkingPlan plan, int territory, int hint, int without, boolean serving) {
    int best = -1;
    double bestCost = Double.POSITIVE_INFINITY;
    if (hint != without
        && plan.territoryOf(hint) == territory
        && (!serving || serves(plan, territory, hint))) {
      best = hint;
      bestCost = cost(plan, territory, hint, without, bestCost);
    }
    boolean isBounded = plan.size(territory) > EXACT_UP_TO && costs.distances().isAtLeastStraight();
    StraightBound least = isBounded ? StraightBound.of(costs, plan, territory, without) : null;
    for (int k = 0; k < plan.size(territory); k++) {
      int unit = plan.member(territory, k);
      if (unit != without
          && unit != hint
          && (least == null || least.from(unit, bestCost) <= bestCost)
          && (!serving || serves(plan, territory, unit))) {
        double cost = cost(plan, territory, unit, without, bestCost);
        if (cost < bestCost || (cost == bestCost && unit < best)) {
          best = unit;
          bestCost = cost;
        }
      }
    }
    foundCost = best < 0 ? 0 : bestCost;
    return best;
  }

  /** A good centre, the best one in small territories. */
  int quick(WorkingPlan plan, int territory, int hint, int without) {
    if (plan.size(territory) <= EXACT_UP_TO) {
      return exact(plan, territory, hint, without);
    }
    int count = nearMiddle(plan, territory, without);
    int best = -1;
    double bestCost = Double.POSITIVE_INFINITY;
    if (hint != without && plan.territoryOf(hint) == territory && serves(plan, territory, hint)) {
      best = hint;
      bestCost = cost(plan, territory, hint, without, bestCost);
    }
    for (int k = 0; k < count; k++) {
      if (tried[k] != hint && serves(plan, territory, tried[k])) {
        double cost = cost(plan, territory, tried[k], without, bestCost);
        if (cost < bestCost) {
          best = tried[k];
          bestCost = cost;
        }
      }
    }
    if (best < 0) {
      return exact(plan, territory, hint, without);
    }
    foundCost = bestCost;
    return best;
  }

  private int nearMiddle(WorkingPlan plan, int territory, int without) {
    double[] middle = middle(plan, territory, without);
    int count = 0;
    for (int k = 0; k < plan.size(territory); k++) {
      int unit = plan.member(territory, k);
      if (unit != without) {
        count = keepNearest(unit, squareTo(unit, middle), count);
      }
    }
    return count;
  }

  private int keepNearest(int unit, double square, int count) {
    if (count == TRIED && square >= triedAt[TRIED - 1]) {
      return count;
    }
    int place = Math.min(count, TRIED - 1);
    while (place > 0 && triedAt[place - 1] > square) {
      tried[place] = tried[place - 1];
      triedAt[place] = triedAt[place - 1];
      place--;
    }
    tried[place] = unit;
    triedAt[place] = square;
    return Math.min(TRIED, count + 1);
  }

  private double[] middle(WorkingPlan plan, int territory, int without) {
    double[] middle = new double[Distances.DIMENSIONS];
    double sum = 0;
    for (int k = 0; k < plan.size(territory); k++) {
      int unit = plan.member(territory, k);
      if (unit != without) {
        double weight = costs.weight(unit);
        sum += weight;
        for (int d = 0; d < Distances.DIMENSIONS; d++) {
          middle[d] += weight * costs.distances().middle(unit, d);
        }
      }
    }
    for (int d = 0; d < Distances.DIMENSIONS; d++) {
      middle[d] = sum > 0 ? middle[d] / sum : middle[d];
    }
    return middle;
  }

  private double squareTo(int unit, double[] middle) {
    double square = 0;
    for (int d = 0; d < Distances.DIMENSIONS; d++) {
      double step = costs.distances().coordinate(unit, d) - middle[d];
      square += step * step;
    }
    return square;
  }

  /** Cost from a site, or something above {@code limit} as soon as that is passed. */
  double cost(WorkingPlan plan, int territory, int site, int without, double limit) {
    double sum = 0;
    int size = plan.size(territory);
    for (int k = 0; k < size && sum <= limit; k++) {
      int unit = plan.member(territory, k);
      sum += unit == without ? 0 : costs.at(unit, site);
    }
    return sum;
  }

  private boolean serves(WorkingPlan plan, int territory, int site) {
    for (BalanceRule rule : problem.rules()) {
      if (rule instanceof BalanceRule.CentreCapacity capacity
          && plan.total(capacity.measure(), territory) > capacity.at(site)) {
        return false;
      }
    }
    return true;
  }
}
