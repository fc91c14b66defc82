package bailiwick.core.optimize.start;

import bailiwick.core.optimize.objective.UnitCosts;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Moves centres from where there is too little for a territory into territories that hold too much,
 * until the nearest-centre territories hold about as much as they should. Without it a centre drawn
 * on a remote island would stay there and its territory could only fill by reaching across the sea.
 * O(units) for each move and O(members × territories) for those that lose their centre.
 */
final class Relocation {

  /** Moves tried for each territory. */
  private static final int MOVES_PER_TERRITORY = 4;

  /** A territory holding less than this part of its target gives up its centre, if ... */
  private static final double TOO_LITTLE = 0.6;

  /** ... another holds more than this. */
  private static final double TOO_MUCH = 1.2;

  private final UnitCosts costs;
  private final UnitShares shares;
  private final RandomGenerator random;
  private final int[] centre; // [territory] -> site
  private final boolean[] fixed; // [territory] -> whether its centre may not move
  private final int[] nearest; // [unit] -> territory of the nearest centre
  private final double[] cost; // [unit] -> cost for each weight from it
  private final double[] held; // [territory] -> part of its target

  Relocation(
      UnitCosts costs, UnitShares shares, RandomGenerator random, int[] centre, boolean[] fixed) {
    this.costs = costs;
    this.shares = shares;
    this.random = random;
    this.centre = centre.clone();
    this.fixed = fixed;
    this.nearest = new int[costs.unitCount()];
    this.cost = new double[costs.unitCount()];
    this.held = new double[centre.length];
  }

  /** The centres after moving: {@code [territory] -> site}. */
  int[] settle() {
    for (int unit = 0; unit < nearest.length; unit++) {
      findNearest(unit);
    }
    for (int k = 0; k < MOVES_PER_TERRITORY * centre.length; k++) {
      weigh();
      int poor = poorest();
      int rich = richest();
      if (poor < 0 || held[poor] > TOO_LITTLE || held[rich] < TOO_MUCH) {
        break;
      }
      int unit = someUnitOf(rich);
      if (unit < 0) {
        break;
      }
      move(poor, unit);
    }
    return centre;
  }

  private void findNearest(int unit) {
    cost[unit] = Double.POSITIVE_INFINITY;
    for (int t = 0; t < centre.length; t++) {
      double here = costs.perWeight(unit, centre[t]);
      if (here < cost[unit]) {
        cost[unit] = here;
        nearest[unit] = t;
      }
    }
  }

  private void weigh() {
    Arrays.fill(held, 0);
    for (int unit = 0; unit < nearest.length; unit++) {
      held[nearest[unit]] += shares.mean(unit);
    }
    for (int t = 0; t < held.length; t++) {
      held[t] /= shares.meanTarget(t);
    }
  }

  private int poorest() {
    int poor = -1;
    for (int t = 0; t < held.length; t++) {
      if (!fixed[t] && (poor < 0 || held[t] < held[poor])) {
        poor = t;
      }
    }
    return poor;
  }

  private int richest() {
    int rich = 0;
    for (int t = 1; t < held.length; t++) {
      rich = held[t] > held[rich] ? t : rich;
    }
    return rich;
  }

  /** A unit of the territory other than its centre, drawn by weight; -1 when it has no other. */
  private int someUnitOf(int territory) {
    double sum = 0;
    for (int unit = 0; unit < nearest.length; unit++) {
      sum += isOther(unit, territory) ? shares.mean(unit) : 0;
    }
    double left = random.nextDouble() * sum;
    int last = -1;
    for (int unit = 0; unit < nearest.length && left >= 0; unit++) {
      if (isOther(unit, territory)) {
        last = unit;
        left -= shares.mean(unit);
      }
    }
    return last;
  }

  private boolean isOther(int unit, int territory) {
    return nearest[unit] == territory && unit != centre[territory] && cost[unit] > 0;
  }

  private void move(int territory, int to) {
    centre[territory] = to;
    for (int unit = 0; unit < nearest.length; unit++) {
      if (nearest[unit] == territory) {
        findNearest(unit);
      } else {
        double here = costs.perWeight(unit, to);
        if (here < cost[unit]) {
          cost[unit] = here;
          nearest[unit] = territory;
        }
      }
    }
  }
}
