package bailiwick.core.optimize.start;

import bailiwick.core.design.Centre;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.measure.Contiguity;
import bailiwick.core.optimize.objective.UnitCosts;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Spreads starting centres: homes where they are, free ones drawn with a probability that grows
 * with weight and cost from the centres drawn so far. Each separate piece of land gets one first.
 *
 * <p>Source: D. Arthur, S. Vassilvitskii, *k-means++: the advantages of careful seeding*, SODA
 * 2007, with a few candidates for each draw, of which the one that lowers the cost most is kept.
 * Cost: O(units × territories × candidates).
 */
final class Seeding {

  private static final int CANDIDATES = 3;

  private final DesignProblem problem;
  private final UnitCosts costs;
  private final UnitShares shares;
  private final RandomGenerator random;
  private final double[] cost; // [unit] -> weighted cost from the nearest centre so far
  private final boolean[] taken; // [unit] -> whether it is a centre
  private final int[] centre; // [territory] -> site, or -1

  Seeding(DesignProblem problem, UnitCosts costs, UnitShares shares, RandomGenerator random) {
    this.problem = problem;
    this.costs = costs;
    this.shares = shares;
    this.random = random;
    this.cost = new double[problem.unitCount()];
    this.taken = new boolean[problem.unitCount()];
    this.centre = new int[problem.territoryCount()];
  }

  /** Draws the centres: {@code [territory] -> site}; free ones are distinct units. */
  int[] draw() {
    Arrays.fill(cost, Double.POSITIVE_INFINITY);
    Arrays.fill(centre, -1);
    placeHomes();
    placeOnLocks();
    placeOnPieces();
    for (int t = 0; t < centre.length; t++) {
      if (centre[t] < 0) {
        place(t, bestOfSeveral(t));
      }
    }
    return centre.clone();
  }

  private void placeHomes() {
    for (int t = 0; t < centre.length; t++) {
      if (problem.territories().get(t).centre() instanceof Centre.Home home) {
        place(t, home.site());
      }
    }
  }

  /** A territory with locked units starts among them, at the first. */
  private void placeOnLocks() {
    for (int unit = 0; unit < cost.length; unit++) {
      int territory = problem.lockedTo(unit);
      if (territory >= 0) {
        if (centre[territory] < 0) {
          place(territory, unit);
        }
        taken[unit] = true;
      }
    }
  }

  private void placeOnPieces() {
    if (!problem.contiguous()) {
      return;
    }
    int[] whole = new int[cost.length];
    int[] pieceOf = Contiguity.pieceOf(problem.graph().orElseThrow(), whole);
    int pieces = Arrays.stream(pieceOf).max().orElse(0) + 1;
    if (pieces == 1) {
      return;
    }
    boolean[] served = new boolean[pieces];
    for (int site : centre) {
      if (site >= 0 && site < pieceOf.length) {
        served[pieceOf[site]] = true;
      }
    }
    for (int t = 0; t < centre.length; t++) {
      int free = firstOnUnserved(pieceOf, served);
      if (centre[t] < 0 && free >= 0) {
        served[pieceOf[free]] = true;
        place(t, free);
      }
    }
  }

  private static int firstOnUnserved(int[] pieceOf, boolean[] served) {
    for (int unit = 0; unit < pieceOf.length; unit++) {
      if (!served[pieceOf[unit]]) {
        return unit;
      }
    }
    return -1;
  }

  private void place(int territory, int site) {
    centre[territory] = site;
    if (site < taken.length) {
      taken[site] = true;
    }
    for (int unit = 0; unit < cost.length; unit++) {
      cost[unit] = Math.min(cost[unit], shares.mean(unit) * costs.perWeight(unit, site));
    }
  }

  private int bestOfSeveral(int territory) {
    int best = drawOne(territory);
    double bestSum = sumWith(best);
    for (int k = 1; k < CANDIDATES; k++) {
      int candidate = drawOne(territory);
      if (candidate != best) {
        double sum = sumWith(candidate);
        if (sum < bestSum) {
          best = candidate;
          bestSum = sum;
        }
      }
    }
    return best;
  }

  private double sumWith(int candidate) {
    double sum = 0;
    for (int unit = 0; unit < cost.length; unit++) {
      sum += Math.min(cost[unit], shares.mean(unit) * costs.perWeight(unit, candidate));
    }
    return sum;
  }

  /** A free unit; one eligible for the territory where there is one. */
  private int drawOne(int territory) {
    double sum = 0;
    for (int unit = 0; unit < cost.length; unit++) {
      sum += chance(unit, territory);
    }
    double left = random.nextDouble() * sum;
    int last = -1;
    for (int unit = 0; unit < cost.length; unit++) {
      if (!taken[unit]) {
        last = unit;
        left -= chance(unit, territory);
        if (left < 0) {
          return unit;
        }
      }
    }
    if (last < 0) {
      throw new IllegalStateException("There are more territories than free units.");
    }
    return last;
  }

  private double chance(int unit, int territory) {
    if (taken[unit] || !problem.mayBelong(unit, territory)) {
      return 0;
    }
    return Double.isInfinite(cost[unit]) ? shares.mean(unit) : cost[unit];
  }
}
