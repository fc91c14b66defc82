package bailiwick.core.optimize.start;

import bailiwick.core.alignment.Alignment;
import bailiwick.core.design.Centre;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Distances;
import bailiwick.core.design.Today;
import bailiwick.core.measure.Contiguity;
import bailiwick.core.optimize.objective.CompanionExcess;
import bailiwick.core.optimize.objective.TodayLand;
import bailiwick.core.optimize.objective.UnitCosts;
import bailiwick.core.optimize.plan.WorkingPlan;
import bailiwick.core.unit.UnitGraph;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/** Draws the plan a search starts from: seed, deal out, grow. */
public final class StartPlan {

  /** Corrections of the prices by what growing into single pieces moved. */
  private static final int CORRECTIONS = 40;

  /**
   * Times that centres move to the middle of what they got, and the same where units are clumps.
   */
  private static final int CENTRE_ROUNDS = 10;

  private static final int CENTRE_ROUNDS_FROM_AFAR = 20;

  private final DesignProblem problem;
  private final UnitCosts costs;
  private final UnitShares shares;
  private final UnitGraph near;
  private final BooleanSupplier cancelled;

  /**
   * Starts for a problem.
   *
   * @param near the graph whose edges moves follow
   * @param cancelled asked often; once it says so, the start there is will do
   */
  public StartPlan(
      DesignProblem problem, UnitCosts costs, UnitGraph near, BooleanSupplier cancelled) {
    this.cancelled = cancelled;
    this.problem = problem;
    this.costs = costs;
    this.shares = new UnitShares(problem);
    this.near = near;
  }

  /**
   * A plan from scratch.
   *
   * @return each territory has a unit, and is one piece where land and locks allow it
   */
  public Start draw(RandomGenerator random) {
    return whole(CoarseWorld.isFor(problem) ? dealFromAfar(random) : deal(random, CENTRE_ROUNDS));
  }

  private PricedDeal deal(RandomGenerator random, int centreRounds) {
    int[] drawn = new Seeding(problem, costs, shares, random).draw();
    int[] centre = new Relocation(costs, shares, random, drawn, bound()).settle();
    PricedDeal deal = new PricedDeal(problem, costs, shares, centre, homes(), Holding.NONE);
    deal.run(centreRounds, cancelled);
    return deal;
  }

  /** Deals out clumps first, and then the units from the centres and prices found for these. */
  private PricedDeal dealFromAfar(RandomGenerator random) {
    CoarseWorld afar = CoarseWorld.of(problem, shares);
    PricedDeal rough =
        new StartPlan(afar.problem(), UnitCosts.of(afar.problem()), near, cancelled)
            .deal(random, CENTRE_ROUNDS_FROM_AFAR);
    int[] centre = afar.inTheWhole(rough.centres());
    PricedDeal deal = new PricedDeal(problem, costs, shares, centre, homes(), Holding.NONE);
    deal.refine(rough.prices(), cancelled);
    return deal;
  }

  /**
   * Makes each territory of a deal one piece. What moves for that brings totals out of balance
   * again; the prices are corrected by it a few times over, and the plan is taken that is cheapest
   * with its imbalance added: prices may also run away from a piece that nothing can fill.
   */
  private Start whole(PricedDeal deal) {
    int[] centre = deal.centres();
    int[] best = new int[0];
    double[][] tolls = deal.tolls();
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < CORRECTIONS; k++) {
      int[] wanted = deal.toArray();
      int[] seed = seeds(centre, wanted, deal::seen);
      int[] plan =
          problem.contiguous()
              ? Growth.grow(problem, near, deal::seen, wanted, seed)
              : pinned(wanted, seed);
      double wrong = deal.imbalance(plan) + brokenBonds(plan);
      double value = deal.cost(plan) * (1 + wrong);
      if (value < least) {
        least = value;
        best = plan;
        tolls = deal.tolls();
      }
      if (wrong == 0 || cancelled.getAsBoolean()) {
        break; // where nothing is out of balance, no price would change
      }
      deal.correct(plan);
    }
    return new Start(best, tolls);
  }

  /** Pairs of units that are not together or apart as they must be. */
  private double brokenBonds(int[] plan) {
    return problem.companions().isNone()
        ? 0
        : new CompanionExcess(new WorkingPlan(problem, near, plan)).value();
  }

  /** Territories that start where their home, their locked or their eligible units are. */
  private boolean[] bound() {
    boolean[] bound = homes();
    for (int unit = 0; unit < problem.unitCount(); unit++) {
      if (problem.lockedTo(unit) >= 0) {
        bound[problem.lockedTo(unit)] = true;
      }
      for (int t = 0; problem.hasEligibility() && t < bound.length; t++) {
        bound[t] |= !problem.mayBelong(unit, t);
      }
    }
    return bound;
  }

  private boolean[] homes() {
    boolean[] homes = new boolean[problem.territoryCount()];
    for (int t = 0; t < homes.length; t++) {
      homes[t] = problem.territories().get(t).centre() instanceof Centre.Home;
    }
    return homes;
  }

  /**
   * Today's plan brought into balance with as little change as its cost asks for.
   *
   * @param today whose plan it is
   */
  public Start fromToday(Today today, RandomGenerator random) {
    int[] drawn = new Seeding(problem, costs, shares, random).draw();
    int[] centre = middleUnits(today.toArray(), drawn);
    int[] land = TodayLand.of(problem, near, today);
    double leaving = TodayLand.costOfLeaving(problem, costs, today, meanCost(land, centre));
    Holding holding = Holding.to(land, centre.length, near, leaving);
    PricedDeal deal = new PricedDeal(problem, costs, shares, centre, homes(), holding);
    deal.run(CENTRE_ROUNDS, cancelled);
    return whole(deal);
  }

  /**
   * Today's plan with as little change as locks, eligibility and single pieces ask for, whatever
   * its balance.
   *
   * @param today whose plan it is
   */
  public Start asToday(Today today, RandomGenerator random) {
    return nearTo(TodayLand.of(problem, near, today), random);
  }

  /**
   * A plan with as little change as locks, eligibility and single pieces ask for.
   *
   * @param plan {@code [unit] -> territory}, or -1 where it is to be found
   */
  public Start nearTo(int[] plan, RandomGenerator random) {
    int[] drawn = new Seeding(problem, costs, shares, random).draw();
    int[] wanted = plan.clone();
    int[] centre = middleUnits(wanted, drawn);
    Growth.Cost cost = (unit, t) -> costs.perWeight(unit, centre[t]);
    for (int unit = 0; unit < wanted.length; unit++) {
      if (wanted[unit] < 0 || !problem.mayBelong(unit, wanted[unit])) {
        wanted[unit] = Growth.cheapest(problem, cost, unit);
      }
    }
    int[] seed = seeds(centre, wanted, cost);
    int[] whole =
        problem.contiguous()
            ? Growth.grow(problem, near, cost, wanted, seed)
            : pinned(wanted, seed);
    return new Start(whole, new double[shares.measureCount()][centre.length]);
  }

  private double meanCost(int[] plan, int[] centre) {
    double cost = 0;
    double weight = 0;
    for (int unit = 0; unit < plan.length; unit++) {
      if (plan[unit] >= 0) {
        cost += shares.mean(unit) * costs.perWeight(unit, centre[plan[unit]]);
        weight += shares.mean(unit);
      }
    }
    return weight > 0 ? cost / weight : 0;
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
        for (int d = 0; d < Distances.DIMENSIONS; d++) {
          middle[plan[unit]][d] += weight * costs.distances().middle(unit, d);
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
      for (int d = 0; d < Distances.DIMENSIONS; d++) {
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

  /**
   * A unit for each territory that it keeps: its centre when locked to it, else the cheapest unit
   * of the heaviest piece that it is to get, else the free unit nearest to its centre. A home need
   * not lie in what its territory gets.
   */
  private int[] seeds(int[] centre, int[] wanted, Growth.Cost cost) {
    int[] seed = new int[centre.length];
    boolean[] taken = new boolean[wanted.length];
    Arrays.fill(seed, -1);
    for (int t = 0; t < centre.length; t++) {
      if (centre[t] < taken.length && problem.lockedTo(centre[t]) == t) {
        seed[t] = centre[t];
        taken[centre[t]] = true;
      }
    }
    int[] heart = hearts(wanted, cost);
    for (int t = 0; t < centre.length; t++) {
      if (seed[t] < 0 && heart[t] >= 0 && !taken[heart[t]]) {
        seed[t] = heart[t];
        taken[heart[t]] = true;
      }
    }
    for (int t = 0; t < centre.length; t++) {
      if (seed[t] < 0) {
        seed[t] = nearestFree(centre[t], t, taken);
        if (seed[t] >= 0) {
          taken[seed[t]] = true;
        } else {
          makeRoom(t, seed, new boolean[wanted.length]);
        }
      }
    }
    return seed;
  }

  /** The cheapest open unit of each territory's heaviest piece, -1 where it has none. */
  private int[] hearts(int[] wanted, Growth.Cost cost) {
    int[] pieceOf =
        problem.contiguous() ? Contiguity.pieceOf(near, wanted) : new int[wanted.length];
    double[] weight = new double[Arrays.stream(pieceOf).max().orElse(0) + 1];
    for (int unit = 0; unit < wanted.length; unit++) {
      if (wanted[unit] >= 0 && problem.contiguous()) {
        weight[pieceOf[unit]] += shares.mean(unit);
      }
    }
    int[] heart = new int[problem.territoryCount()];
    Arrays.fill(heart, -1);
    for (int unit = 0; unit < wanted.length; unit++) {
      int t = wanted[unit];
      if (t >= 0 && problem.mayBelong(unit, t)) {
        double heavier = heart[t] < 0 ? 1 : weight[pieceOf[unit]] - weight[pieceOf[heart[t]]];
        if (heavier > 0 || (heavier == 0 && cost.at(unit, t) < cost.at(heart[t], t))) {
          heart[t] = unit;
        }
      }
    }
    return heart;
  }

  private int nearestFree(int site, int territory, boolean[] taken) {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int unit = 0; unit < taken.length; unit++) {
      if (!taken[unit] && problem.mayBelong(unit, territory)) {
        double cost = costs.perWeight(unit, site);
        if (best < 0 || cost < least) {
          best = unit;
          least = cost;
        }
      }
    }
    return best;
  }

  /**
   * Gives a territory the seed of another one that finds another seed in turn: a path that augments
   * a matching. Conflicts were told before if there is none.
   */
  private boolean makeRoom(int territory, int[] seed, boolean[] seen) {
    for (int unit = 0; unit < seen.length; unit++) {
      if (!seen[unit] && problem.mayBelong(unit, territory)) {
        seen[unit] = true;
        int owner = ownerOf(unit, seed);
        if (owner < 0 || makeRoom(owner, seed, seen)) {
          seed[territory] = unit;
          return true;
        }
      }
    }
    if (seed[territory] < 0) {
      throw new IllegalStateException("There is no unit for territory %s.".formatted(territory));
    }
    return false;
  }

  private static int ownerOf(int unit, int[] seed) {
    for (int t = 0; t < seed.length; t++) {
      if (seed[t] == unit) {
        return t;
      }
    }
    return -1;
  }

  private int[] pinned(int[] wanted, int[] seed) {
    int[] plan = wanted.clone();
    Families.gather(problem, plan);
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
