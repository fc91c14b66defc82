package bailiwick.core.optimize.objective;

import bailiwick.core.design.Centre;
import bailiwick.core.design.TerritorySpec;
import bailiwick.core.optimize.plan.WorkingPlan;

/**
 * Cost of serving every unit from its territory's centre. Homes stay; free centres are looked for
 * anew after a number of moves in proportion to the territory's size. Not thread-safe.
 *
 * <p>Between two looks the value is that for the centre known, so it is never below the true cost.
 */
public final class CentreCost implements CostPart {

  /** A centre is looked for after moves of one in so many of the members. */
  private static final int MEMBERS_PER_LOOK = 3;

  private final WorkingPlan plan;
  private final UnitCosts costs;
  private final BestCentre bestCentre;
  private final boolean[] home; // [territory] -> whether its centre is given
  private final int[] centre; // [territory] -> site
  private final double[] cost; // [territory] -> cost from its centre
  private final int[] movesSince; // [territory] -> moves since the last look for a centre
  private double value;

  /** Follows a plan; looks for every free centre exactly. */
  public CentreCost(WorkingPlan plan, UnitCosts costs) {
    this.plan = plan;
    this.costs = costs;
    this.bestCentre = new BestCentre(plan.problem(), costs);
    int territories = plan.problem().territoryCount();
    this.home = new boolean[territories];
    this.centre = new int[territories];
    this.cost = new double[territories];
    this.movesSince = new int[territories];
    for (int t = 0; t < territories; t++) {
      TerritorySpec spec = plan.problem().territories().get(t);
      home[t] = spec.centre() instanceof Centre.Home;
      centre[t] = spec.centre() instanceof Centre.Home given ? given.site() : -1;
    }
    refresh();
  }

  /** Site number of a territory's centre. */
  public int centreOf(int territory) {
    return centre[territory];
  }

  /** Cost of serving a unit from its territory's centre. */
  double serving(int unit) {
    return costs.at(unit, centre[plan.territoryOf(unit)]);
  }

  /** Mean cost of what a territory has, for each weight; 0 when it has no weight. O(members). */
  double meanCost(int territory) {
    double weight = 0;
    for (int k = 0; k < plan.size(territory); k++) {
      weight += costs.weight(plan.member(territory, k));
    }
    return weight > 0 ? cost[territory] / weight : 0;
  }

  @Override
  public double value() {
    return value;
  }

  @Override
  public double change(int unit, int to) {
    int from = plan.territoryOf(unit);
    double gained = costs.at(unit, centre[to]);
    if (unit != centre[from] || home[from]) {
      return gained - costs.at(unit, centre[from]);
    }
    bestCentre.quick(plan, from, unit, unit);
    return gained + bestCentre.foundCost() - cost[from];
  }

  @Override
  public void moved(int unit, int from, int to) {
    if (unit == centre[from] && !home[from]) {
      centre[from] = bestCentre.quick(plan, from, unit, unit);
      setCost(from, bestCentre.foundCost());
      movesSince[from] = 0;
    } else {
      setCost(from, cost[from] - costs.at(unit, centre[from]));
    }
    setCost(to, cost[to] + costs.at(unit, centre[to]));
  }

  private void setCost(int territory, double now) {
    value += now - cost[territory];
    cost[territory] = now;
  }

  /** Told when a move out of or into a territory is there to stay. */
  public void settled(int territory) {
    if (!home[territory] && ++movesSince[territory] * MEMBERS_PER_LOOK >= plan.size(territory)) {
      look(territory);
    }
  }

  /** Looks for a territory's centre now, unless it is a home. */
  void recentre(int territory) {
    if (!home[territory]) {
      look(territory);
    }
  }

  private void look(int territory) {
    movesSince[territory] = 0;
    centre[territory] = bestCentre.quick(plan, territory, centre[territory], -1);
    setCost(territory, bestCentre.foundCost());
  }

  /** Looks for every free centre, quickly. */
  public void lookEverywhere() {
    for (int t = 0; t < centre.length; t++) {
      if (!home[t] && movesSince[t] > 0) {
        look(t);
      }
    }
  }

  @Override
  public double fromScratch() {
    double sum = 0;
    for (int t = 0; t < centre.length; t++) {
      sum += bestCentre.cost(plan, t, centre[t], -1, Double.POSITIVE_INFINITY);
    }
    return sum;
  }

  @Override
  public void refresh() {
    value = 0;
    for (int t = 0; t < centre.length; t++) {
      movesSince[t] = 0;
      if (home[t]) {
        cost[t] = bestCentre.cost(plan, t, centre[t], -1, Double.POSITIVE_INFINITY);
      } else {
        centre[t] = bestCentre.quick(plan, t, centre[t] < 0 ? plan.member(t, 0) : centre[t], -1);
        cost[t] = bestCentre.foundCost();
      }
      value += cost[t];
    }
  }

  /** Looks for every free centre among all members, for the last figures. */
  public void refreshExactly() {
    value = 0;
    for (int t = 0; t < centre.length; t++) {
      if (home[t]) {
        cost[t] = bestCentre.cost(plan, t, centre[t], -1, Double.POSITIVE_INFINITY);
      } else {
        bestCentre.quick(plan, t, centre[t], -1);
        centre[t] = bestCentre.exact(plan, t, centre[t], -1);
        cost[t] = bestCentre.foundCost();
      }
      value += cost[t];
    }
  }
}
