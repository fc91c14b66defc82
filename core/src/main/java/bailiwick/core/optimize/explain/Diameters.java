package bailiwick.core.optimize.explain;

import bailiwick.core.design.Distances;
import bailiwick.core.optimize.plan.WorkingPlan;

/**
 * The largest distances within a plan's territories, and what they would be if one unit moved.
 * Worked out once in O(members²) for each territory; a move costs O(members), or O(members²) when
 * it takes an end of the largest distance away.
 */
final class Diameters {

  private final WorkingPlan plan;
  private final Distances distances;
  private final double[] diameter; // [territory]

  Diameters(WorkingPlan plan) {
    this.plan = plan;
    this.distances = plan.problem().distances().places();
    this.diameter = new double[plan.problem().territoryCount()];
    for (int t = 0; t < diameter.length; t++) {
      diameter[t] = without(t, -1);
    }
  }

  /** The largest of all diameters. */
  double largest() {
    double most = 0;
    for (double one : diameter) {
      most = Math.max(most, one);
    }
    return most;
  }

  /** By how much the largest of all diameters changes when a unit moves. */
  double change(int unit, int to) {
    int from = plan.territoryOf(unit);
    double before = 0;
    double after = 0;
    for (int t = 0; t < diameter.length; t++) {
      before = Math.max(before, diameter[t]);
      after = Math.max(after, t == from ? 0 : diameter[t]);
    }
    double left = farthest(unit, from) < diameter[from] ? diameter[from] : without(from, unit);
    return Math.max(after, Math.max(left, farthest(unit, to))) - before;
  }

  private double farthest(int unit, int territory) {
    double most = 0;
    for (int k = 0; k < plan.size(territory); k++) {
      int other = plan.member(territory, k);
      if (other != unit) {
        most = Math.max(most, between(unit, other));
      }
    }
    return most;
  }

  private double without(int territory, int unit) {
    double most = 0;
    for (int k = 0; k < plan.size(territory); k++) {
      int one = plan.member(territory, k);
      for (int j = 0; j < k && one != unit; j++) {
        int other = plan.member(territory, j);
        most = other == unit ? most : Math.max(most, between(one, other));
      }
    }
    return most;
  }

  private double between(int one, int other) {
    return distances.between(one, other);
  }
}
