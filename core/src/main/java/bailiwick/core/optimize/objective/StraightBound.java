package bailiwick.core.optimize.objective;

import bailiwick.core.design.Distances;
import bailiwick.core.optimize.plan.WorkingPlan;
import java.util.Arrays;

/**
 * What a territory costs at least from a centre where distances are at least straight lines. For
 * squares that is what its members cost from their weighted middle and what they would cost if all
 * lay there, by Huygens' theorem: O(members) for all centres. A member that is visited at several
 * places lies in the middle of these, and costs their spread besides, by the same theorem. For
 * plain distances it is told from a few lumps of members, because the straight line from the mean
 * of a lump is no longer than the mean of those from its members (J. L. W. V. Jensen, *Sur les
 * fonctions convexes*, 1906): as many lumps as the root of the members, O(members^1.5). Immutable.
 */
final class StraightBound {

  /** Part of a bound that rounding may have added; units may lie close on a large globe. */
  private static final double ROUNDING = 1e-6;

  private final UnitCosts costs;
  private final double within; // what members cost from the means of their lumps, for squares
  private final double[] weight; // [lump]
  private final double[] mean; // [lump * Distances.DIMENSIONS + dimension]
  private final int count;

  private StraightBound(UnitCosts costs, double within, double[] weight, double[] mean, int count) {
    this.costs = costs;
    this.within = within;
    this.weight = weight;
    this.mean = mean;
    this.count = count;
  }

  /**
   * Bounds for a territory.
   *
   * @param without a unit that does not count, or -1
   */
  static StraightBound of(UnitCosts costs, WorkingPlan plan, int territory, int without) {
    Distances distances = costs.distances();
    double[] least = new double[Distances.DIMENSIONS];
    double[] most = new double[Distances.DIMENSIONS];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    Arrays.fill(most, Double.NEGATIVE_INFINITY);
    int size = plan.size(territory);
    for (int k = 0; k < size; k++) {
      for (int d = 0; d < Distances.DIMENSIONS; d++) {
        double here = distances.middle(plan.member(territory, k), d);
        least[d] = Math.min(least[d], here);
        most[d] = Math.max(most[d], here);
      }
    }
    int steps = costs.areSquared() ? 1 : Math.max(1, (int) Math.sqrt(Math.sqrt(size)));
    int lumps = steps * steps * steps;
    double[] weight = new double[lumps];
    double[] mean = new double[lumps * Distances.DIMENSIONS];
    for (int k = 0; k < size; k++) {
      int unit = plan.member(territory, k);
      if (unit != without) {
        int lump = 0;
        for (int d = 0; d < Distances.DIMENSIONS; d++) {
          double part = (distances.middle(unit, d) - least[d]) / (most[d] - least[d]);
          lump = lump * steps + (part < 1 ? (int) (part * steps) : steps - 1);
        }
        weight[lump] += costs.weight(unit);
        for (int d = 0; d < Distances.DIMENSIONS; d++) {
          mean[lump * Distances.DIMENSIONS + d] += costs.weight(unit) * distances.middle(unit, d);
        }
      }
    }
    int count = pack(weight, mean);
    double within = costs.areSquared() ? within(costs, plan, territory, without, mean) : 0;
    return new StraightBound(costs, within, weight, mean, count);
  }

  /** Drops lumps without weight and makes means of sums; the number of lumps left. */
  private static int pack(double[] weight, double[] sum) {
    int count = 0;
    for (int lump = 0; lump < weight.length; lump++) {
      if (weight[lump] > 0) {
        for (int d = 0; d < Distances.DIMENSIONS; d++) {
          sum[count * Distances.DIMENSIONS + d] =
              sum[lump * Distances.DIMENSIONS + d] / weight[lump];
        }
        weight[count++] = weight[lump];
      }
    }
    return count;
  }

  private static double within(
      UnitCosts costs, WorkingPlan plan, int territory, int without, double[] middle) {
    double sum = 0;
    for (int k = 0; k < plan.size(territory); k++) {
      int unit = plan.member(territory, k);
      sum += unit == without ? 0 : costs.weight(unit) * costs.distances().spread(unit);
      for (int d = 0; d < Distances.DIMENSIONS && unit != without; d++) {
        double step = costs.distances().middle(unit, d) - middle[d];
        sum += costs.weight(unit) * step * step;
      }
    }
    return sum;
  }

  /** What the territory costs at least from a centre; stops counting above the limit. */
  double from(int centre, double limit) {
    Distances distances = costs.distances();
    double x = distances.coordinate(centre, 0);
    double y = distances.coordinate(centre, 1);
    double z = distances.coordinate(centre, 2);
    double sum = within;
    for (int lump = 0; lump < count && sum * (1 - ROUNDING) <= limit; lump++) {
      double dx = mean[lump * Distances.DIMENSIONS] - x;
      double dy = mean[lump * Distances.DIMENSIONS + 1] - y;
      double dz = mean[lump * Distances.DIMENSIONS + 2] - z;
      sum += weight[lump] * costs.ofStraightSquare(dx * dx + dy * dy + dz * dz);
    }
    return sum * (1 - ROUNDING);
  }
}
