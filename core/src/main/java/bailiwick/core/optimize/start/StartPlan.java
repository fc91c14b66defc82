package bailiwick.core.optimize.start;

import bailiwick.core.alignment.Alignment;
import bailiwick.core.design.Centre;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Today;
import bailiwick.core.optimize.objective.UnitCosts;
import bailiwick.core.unit.UnitGraph;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Draws the plan a search starts from: seed, deal out, grow. */
public final class StartPlan {

  private final DesignProblem problem;
  private final UnitCosts costs;
  private final UnitShares shares;
  private final UnitGraph near;

  /**
   * Starts for a problem.
   *
   * @param near the graph whose edges moves follow
   */
  public StartPlan(DesignProblem problem, UnitCosts costs, UnitGraph near) {
    this.problem = problem;
    this.costs = costs;
    this.shares = new UnitShares(problem);
    this.near = near;
  }

  /**
   * A plan from scratch.
   *
   * @return {@code [unit] -> territory}; each territory has a unit, and is one piece where land and
   *     locks allow it
   */
  public int[] draw(RandomGenerator random) {
    boolean[] fixed = fixedCentres();
    int[] drawn = new Seeding(problem, costs, shares, random).draw();
    int[] centre = new Relocation(costs, shares, random, drawn, fixed).settle();
    PricedDeal deal = new PricedDeal(problem, costs, shares, centre, fixed);
    deal.run();
    for (int t = 0; t < centre.length; t++) {
      centre[t] = deal.centreOf(t);
    }
    int[] wanted = deal.toArray();
    int[] seed = seeds(centre, wanted);
    if (!problem.contiguous()) {
      return pinned(wanted, seed);
    }
    return Growth.grow(problem, near, deal::seen, wanted, seed);
  }

  /** Homes stay, and so does a centre among locked units. */
  private boolean[] fixedCentres() {
    boolean[] fixed = new boolean[problem.territoryCount()];
    for (int t = 0; t < fixed.length; t++) {
      fixed[t] = problem.territories().get(t).centre() instanceof Centre.Home;
    }
    for (int unit = 0; unit < problem.unitCount(); unit++) {
      if (problem.lockedTo(unit) >= 0) {
        fixed[problem.lockedTo(unit)] = true;
      }
    }
    return fixed;
  }

  /**
   * Today's plan made complete: units that are nobody's join their neighbours.
   *
   * @param today whose plan it is
   */
  public int[] fromToday(Today today, RandomGenerator random) {
    int[] wanted = today.toArray();
    int[] drawn = new Seeding(problem, costs, shares, random).draw();
    int[] centre = middleUnits(wanted, drawn);
    int[] seed = seeds(centre, wanted);
    Growth.Cost cost = (unit, territory) -> costs.perWeight(unit, centre[territory]);
    if (problem.contiguous()) {
      return Growth.grow(problem, near, cost, wanted, seed);
    }
    int[] plan = pinned(wanted, seed);
    for (int unit = 0; unit < plan.length; unit++) {
      if (plan[unit] < 0) {
        plan[unit] = cheapest(unit, cost);
      }
    }
    return plan;
  }

  private int cheapest(int unit, Growth.Cost cost) {
    int best = 0;
    for (int t = 1; t < problem.territoryCount(); t++) {
      best = cost.at(unit, t) < cost.at(unit, best) ? t : best;
    }
    return best;
  }

  /**
   * The unit nearest to the middle of each territory of a plan; where it has none, the drawn one.
   */
  private int[] middleUnits(int[] plan, int[] drawn) {
    int[] centre = drawn.clone();
    double[][] middle = new double[centre.length][4];
    for (int unit = 0; unit < plan.length; unit++) {
      if (plan[unit] >= 0) {
        double weight = shares.mean(unit);
        middle[plan[unit]][3] += weight;
        for (int d = 0; d < 3; d++) {
          middle[plan[unit]][d] += weight * costs.distances().coordinate(unit, d);
        }
      }
    }
    double[] nearest = new double[centre.length];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    for (int unit = 0; unit < plan.length; unit++) {
      int t = plan[unit];
      if (t < 0 || problem.territories().get(t).centre() instanceof Centre.Home) {
        continue;
      }
      double square = 0;
      for (int d = 0; d < 3; d++) {
        double step = costs.distances().coordinate(unit, d) - middle[t][d] / middle[t][3];
        square += step * step;
      }
      if (square < nearest[t]) {
        nearest[t] = square;
        centre[t] = unit;
      }
    }
    return centre;
  }

  /** A unit for each territory that it keeps: its centre, or the free unit nearest to its home. */
  private int[] seeds(int[] centre, int[] wanted) {
    int[] seed = new int[centre.length];
    boolean[] taken = new boolean[wanted.length];
    Arrays.fill(seed, -1);
    for (int t = 0; t < centre.length; t++) {
      if (centre[t] < taken.length && isOpenTo(centre[t], t) && !taken[centre[t]]) {
        seed[t] = centre[t];
        taken[centre[t]] = true;
      }
    }
    for (int t = 0; t < centre.length; t++) {
      if (seed[t] < 0) {
        seed[t] = nearestFree(centre[t], t, taken);
        taken[seed[t]] = true;
      }
    }
    return seed;
  }

  private boolean isOpenTo(int unit, int territory) {
    return problem.lockedTo(unit) < 0 || problem.lockedTo(unit) == territory;
  }

  private int nearestFree(int site, int territory, boolean[] taken) {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int unit = 0; unit < taken.length; unit++) {
      if (!taken[unit] && isOpenTo(unit, territory)) {
        double cost = costs.perWeight(unit, site);
        if (best < 0 || cost < least) {
          best = unit;
          least = cost;
        }
      }
    }
    if (best < 0) {
      throw new IllegalStateException(
          "There is no free unit for territory %s.".formatted(territory));
    }
    return best;
  }

  private int[] pinned(int[] wanted, int[] seed) {
    int[] plan = wanted.clone();
    for (int t = 0; t < seed.length; t++) {
      plan[seed[t]] = t;
    }
    for (int unit = 0; unit < plan.length; unit++) {
      if (problem.lockedTo(unit) != Alignment.UNASSIGNED) {
        plan[unit] = problem.lockedTo(unit);
      }
    }
    return plan;
  }
}
