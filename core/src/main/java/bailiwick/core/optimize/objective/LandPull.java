package bailiwick.core.optimize.objective;

import bailiwick.core.design.Today;
import bailiwick.core.optimize.plan.WorkingPlan;
import java.util.Arrays;
import java.util.Optional;

/**
 * Draws units besides the objective. Land that weighs next to nothing is drawn to the centres as if
 * each unit weighed a tenth of an average one, so that borders through it go on as those between
 * amounts do; and every border between two units costs as much as one through empty land, which
 * straightens what two measures that pull apart would fray.
 */
public final class LandPull {

  /** What a unit counts for at least, as a part of an average unit. */
  static final double EMPTY_LAND = 0.1;

  /** What a border between two units costs, as a part of the mean cost of a piece of empty land. */
  private static final double BORDER = 1;

  private final WorkingPlan plan;
  private final UnitCosts costs;
  private final CentreCost centres;
  private final double least; // weight of a piece of empty land
  private final double[] missing; // [unit] -> weight by which it falls short
  private final int[] today; // [unit] -> territory with the land between, -1 for nobody's
  private double leaving; // what leaving today costs for each weight
  private final double[] meanCost; // [territory] -> cost of what it has, for each weight

  LandPull(WorkingPlan plan, UnitCosts costs, CentreCost centres) {
    this.plan = plan;
    this.costs = costs;
    this.centres = centres;
    this.missing = new double[costs.unitCount()];
    this.meanCost = new double[plan.problem().territoryCount()];
    double sum = 0;
    for (int unit = 0; unit < missing.length; unit++) {
      sum += costs.weight(unit);
    }
    this.least = EMPTY_LAND * sum / missing.length;
    for (int unit = 0; unit < missing.length; unit++) {
      missing[unit] = Math.max(0, least - costs.weight(unit));
    }
    this.today =
        todayOf(plan)
            .map(plan0 -> TodayLand.of(plan.problem(), plan.near(), plan0))
            .orElseGet(() -> new int[0]);
    refresh();
  }

  private static Optional<Today> todayOf(WorkingPlan plan) {
    return plan.problem().disruptionGoals().isEmpty() ? Optional.empty() : plan.problem().today();
  }

  /** Takes the territories' mean costs anew. */
  void refresh() {
    for (int t = 0; t < meanCost.length; t++) {
      meanCost[t] = centres.meanCost(t);
    }
    double mean = Arrays.stream(meanCost).average().orElse(0);
    leaving =
        todayOf(plan)
            .map(plan0 -> TodayLand.costOfLeaving(plan.problem(), costs, plan0, mean))
            .orElse(0.0);
  }

  /** Change of the pull when a unit moves. O(its neighbours). */
  double change(int unit, int to) {
    int from = plan.territoryOf(unit);
    double border =
        borderCost(from, to) * (plan.neighboursIn(unit, from) - plan.neighboursIn(unit, to));
    if (missing[unit] == 0) {
      return border;
    }
    double way =
        costs.perWeight(unit, centres.centreOf(to)) - costs.perWeight(unit, centres.centreOf(from));
    if (leaving > 0) {
      way += (today[unit] == from ? leaving : 0) - (today[unit] == to ? leaving : 0);
    }
    return missing[unit] * way + border;
  }

  /** Change when two units of different territories trade places. O(their neighbours). */
  double changeOfSwap(int one, int other) {
    int a = plan.territoryOf(one);
    int b = plan.territoryOf(other);
    double moves = change(one, b) + change(other, a);
    // Each move alone would take away the border between the two, which stays.
    return plan.near().areNeighbours(one, other) ? moves + 2 * borderCost(a, b) : moves;
  }

  private double borderCost(int one, int other) {
    return BORDER * least * Math.min(meanCost[one], meanCost[other]);
  }
}
