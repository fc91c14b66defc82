package bailiwick.core.optimize.start;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Distances;
import bailiwick.core.optimize.objective.NamedCosts;
import bailiwick.core.optimize.objective.UnitCosts;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Deals units out to centres at prices that rise where too much is taken, moves free centres to the
 * middle of what they got, and repeats. One price for each territory and limited measure: the dual
 * of a transport problem, followed by steps against the imbalance.
 *
 * <p>Source: capacity-constrained Lloyd iterations as in V. Cohen-Addad, P. Klein, N. E. Young,
 * *Balanced centroidal power diagrams for redistricting*, SIGSPATIAL 2018. Differs from the paper:
 * prices follow adaptive steps rather than a minimum-cost flow, each unit looks only at its nearest
 * centres, and several measures have a price each. Cost: O(units × territories) for each round of
 * centres, O(units log territories) where there are many.
 */
final class PricedDeal {

  private static final int PRICE_ROUNDS = 25;
  private static final int LAST_PRICE_ROUNDS = 120;

  /**
   * The same where centres and prices are nearly right to begin with: prices need not settle before
   * centres move on.
   */
  private static final int REFINING_CENTRE_ROUNDS = 60;

  private static final int REFINING_PRICE_ROUNDS = 3;

  /** Rounds of centres that move too little for the nearest ones to be others. */
  private static final int ROUNDS_PER_LIST = 15;

  /** Nearest centres that a unit considers. */
  private static final int CONSIDERED = 10;

  /** A territory's own mean cost sets the size of its steps, but at least this part of all's. */
  private static final double LEAST_SCALE = 1e-4;

  /** First and largest price step, as parts of the mean cost. */
  private static final double FIRST_STEP = 0.1;

  private static final double LARGEST_STEP = 3;

  /** Steps grow while they go one way and shrink when they turn. */
  private static final double GROW = 1.25;

  private static final double SHRINK = 0.5;

  private final DesignProblem problem;
  private final UnitCosts costs;
  private final UnitShares shares;
  private final int[] centre; // [territory] -> site
  private final Holding holding;
  private final NamedCosts named;
  private final boolean preferred; // whether units prefer some territories
  private final boolean[] fixed; // [territory] -> whether its centre may not move
  private final int considered;
  private final int[] option; // [unit * considered + rank] -> territory
  private final double[] optionCost; // [unit * considered + rank] -> cost for each weight
  private final double[][] relative; // [limited measure][unit] -> part of it for each part in all
  private final double[][] price; // [limited measure][territory] -> cost for each share
  private final double[][] step; // [limited measure][territory] -> last price step, signed
  private final double[] scale; // [territory] -> mean cost of what it has, for each weight
  private final int[] territoryOf; // [unit] -> territory

  /**
   * A deal from centres.
   *
   * @param centre {@code centre[territory]} is a site
   * @param fixed {@code fixed[territory]}, whether its centre may not move
   * @param holding what units hold on to
   */
  PricedDeal(
      DesignProblem problem,
      UnitCosts costs,
      UnitShares shares,
      int[] centre,
      boolean[] fixed,
      Holding holding) {
    this.problem = problem;
    this.costs = costs;
    this.shares = shares;
    this.centre = centre.clone();
    this.fixed = fixed.clone();
    this.holding = holding;
    this.named = NamedCosts.of(problem);
    this.preferred = problem.centredGoal().isPresent() && named.hasPreferences();
    this.considered = Math.min(CONSIDERED, centre.length);
    this.option = new int[problem.unitCount() * considered];
    this.optionCost = new double[option.length];
    this.relative = new double[shares.measureCount()][problem.unitCount()];
    for (int k = 0; k < relative.length; k++) {
      for (int unit = 0; unit < relative[k].length; unit++) {
        relative[k][unit] = shares.at(k, unit) / shares.mean(unit);
      }
    }
    this.price = new double[shares.measureCount()][centre.length];
    this.step = new double[shares.measureCount()][centre.length];
    this.scale = new double[centre.length];
    this.territoryOf = new int[problem.unitCount()];
  }

  /** A copy of {@code [territory] -> site}. */
  int[] centres() {
    return centre.clone();
  }

  /** A copy of {@code [unit] -> territory}. */
  int[] toArray() {
    return territoryOf.clone();
  }

  /**
   * The prices in the unit of the objective, {@code [limited measure][territory]}; 0 when that does
   * not measure from centres.
   */
  double[][] tolls() {
    if (!problem.centredGoal().isPresent()) {
      return new double[price.length][centre.length];
    }
    double weight = 0;
    for (int unit = 0; unit < territoryOf.length; unit++) {
      weight += costs.weight(unit);
    }
    double[][] tolls = new double[price.length][centre.length];
    for (int k = 0; k < price.length; k++) {
      for (int t = 0; t < centre.length; t++) {
        tolls[k][t] = price[k][t] * weight / centre.length;
      }
    }
    return tolls;
  }

  /** Cost for each weight at a site, prices included: what a unit sees of a territory. */
  double seen(int unit, int territory) {
    double sum = cost(unit, territory);
    for (int k = 0; k < price.length; k++) {
      sum += price[k][territory] * relative(k, unit);
    }
    return sum;
  }

  private double cost(int unit, int territory) {
    double cost = costs.perWeight(unit, centre[territory]) + holding.costAt(unit, territory);
    return preferred && costs.weight(unit) > 0
        ? cost + named.preferenceAt(unit, territory) / costs.weight(unit)
        : cost;
  }

  /** How much of a measure a unit has for each part of its weight in the deal. */
  private double relative(int k, int unit) {
    return relative[k][unit];
  }

  /**
   * Deals out in rounds until prices and centres have settled.
   *
   * @param centreRounds how often, at least 1
   * @param cancelled asked before each round but the last one
   */
  void run(int centreRounds, BooleanSupplier cancelled) {
    for (int round = 1; round < centreRounds && !cancelled.getAsBoolean(); round++) {
      dealOut(PRICE_ROUNDS);
      moveCentres();
    }
    dealOut(LAST_PRICE_ROUNDS);
  }

  /**
   * Deals out in few rounds from centres and prices that are nearly right.
   *
   * @param known cost for each share, {@code [limited measure][territory]}
   * @param cancelled asked before each round but the last one
   */
  void refine(double[][] known, BooleanSupplier cancelled) {
    for (int k = 0; k < price.length; k++) {
      System.arraycopy(known[k], 0, price[k], 0, price[k].length);
    }
    for (int round = 0; round < REFINING_CENTRE_ROUNDS && !cancelled.getAsBoolean(); round++) {
      if (round % ROUNDS_PER_LIST == 0) {
        listOptions();
      } else {
        updateCosts();
      }
      settlePrices(REFINING_PRICE_ROUNDS);
      moveCentres();
    }
    updateCosts();
    settlePrices(LAST_PRICE_ROUNDS);
  }

  private void dealOut(int priceRounds) {
    listOptions();
    settlePrices(priceRounds);
  }

  /** Costs of the options there are, after centres have moved a little. */
  private void updateCosts() {
    for (int place = 0; place < option.length; place++) {
      optionCost[place] = cost(place / considered, option[place]);
    }
  }

  private void settlePrices(int rounds) {
    for (double[] row : step) {
      Arrays.fill(row, 0);
    }
    for (int k = 0; k < rounds; k++) {
      dealOut();
      adaptPrices(territoryOf);
    }
    dealOut();
  }

  /** A copy of the prices, {@code [limited measure][territory]}: cost for each share. */
  double[][] prices() {
    return Arrays.stream(price).map(double[]::clone).toArray(double[][]::new);
  }

  /**
   * Deals out once more after steps against the imbalance of a plan that came of this deal, such as
   * one whose territories were made single pieces.
   */
  void correct(int[] plan) {
    adaptPrices(plan);
    dealOut();
  }

  /** What a plan costs from these centres, without prices. */
  double cost(int[] plan) {
    double sum = 0;
    for (int unit = 0; unit < plan.length; unit++) {
      sum += shares.mean(unit) * cost(unit, plan[unit]);
    }
    return sum;
  }

  /** Sum of relative deviations from what will do, over territories and limited measures. */
  double imbalance(int[] plan) {
    double sum = 0;
    for (int k = 0; k < price.length; k++) {
      double[] taken = taken(k, plan);
      for (int t = 0; t < centre.length; t++) {
        sum += Math.abs(shares.outside(k, t, taken[t]));
      }
    }
    return sum;
  }

  private double[] taken(int k, int[] plan) {
    double[] taken = new double[centre.length];
    for (int unit = 0; unit < plan.length; unit++) {
      taken[plan[unit]] += shares.at(k, unit);
    }
    return taken;
  }

  private void listOptions() {
    if (CoarseWorld.hasManyPairs(problem) && isOrderedByPlace()) {
      listNearest();
    } else {
      listCheapest();
    }
  }

  /** Whether what a unit costs at territories is in the order of their distances. */
  private boolean isOrderedByPlace() {
    return !problem.hasEligibility() && !preferred && holding.equals(Holding.NONE);
  }

  private void listNearest() {
    SiteTree tree = new SiteTree(costs.distances(), centre, considered);
    for (int unit = 0; unit < territoryOf.length; unit++) {
      tree.find(unit, -1);
      for (int rank = 0; rank < considered; rank++) {
        option[unit * considered + rank] = tree.nearest(rank);
        optionCost[unit * considered + rank] = cost(unit, tree.nearest(rank));
      }
    }
  }

  private void listCheapest() {
    for (int unit = 0; unit < territoryOf.length; unit++) {
      int first = unit * considered;
      int found = 0;
      for (int t = 0; t < centre.length; t++) {
        if (problem.hasEligibility() && !problem.mayBelong(unit, t)) {
          continue;
        }
        double cost = cost(unit, t);
        if (found == considered && cost >= optionCost[first + found - 1]) {
          continue;
        }
        int place = Math.min(found, considered - 1);
        while (place > 0 && optionCost[first + place - 1] > cost) {
          option[first + place] = option[first + place - 1];
          optionCost[first + place] = optionCost[first + place - 1];
          place--;
        }
        option[first + place] = t;
        optionCost[first + place] = cost;
        found = Math.min(considered, found + 1);
      }
      Arrays.fill(optionCost, first + found, first + considered, Double.POSITIVE_INFINITY);
    }
  }

  /** Gives each unit to the territory that costs least. */
  private void dealOut() {
    Arrays.fill(scale, 0);
    double[] weight = new double[centre.length];
    for (int unit = 0; unit < territoryOf.length; unit++) {
      int first = unit * considered;
      int best = first;
      double least = Double.POSITIVE_INFINITY;
      for (int place = first; place < first + considered; place++) {
        double seen = optionCost[place] + pricesFor(unit, option[place]);
        if (seen < least) {
          least = seen;
          best = place;
        }
      }
      int locked = problem.lockedTo(unit);
      int to = locked >= 0 ? locked : option[best];
      territoryOf[unit] = to;
      scale[to] += shares.mean(unit) * optionCost[best];
      weight[to] += shares.mean(unit);
    }
    for (int t = 0; t < scale.length; t++) {
      scale[t] = weight[t] > 0 ? scale[t] / weight[t] : 0;
    }
  }

  private double pricesFor(int unit, int territory) {
    double sum = 0;
    for (int k = 0; k < price.length; k++) {
      sum += price[k][territory] * relative(k, unit);
    }
    return sum;
  }

  /**
   * Steps each price against its territory's imbalance. Source of the step sizes: M. Riedmiller, H.
   * Braun, *A direct adaptive method for faster backpropagation learning: the RPROP algorithm*,
   * ICNN 1993.
   */
  private void adaptPrices(int[] plan) {
    double mean = Arrays.stream(scale).average().orElse(0);
    for (int k = 0; k < price.length; k++) {
      double[] taken = taken(k, plan);
      for (int t = 0; t < centre.length; t++) {
        double over = shares.outside(k, t, taken[t]);
        if (over != 0) {
          step[k][t] =
              nextStep(
                  step[k][t],
                  Math.signum(over),
                  Math.max(scale[t], LEAST_SCALE * mean) / price.length);
          price[k][t] += step[k][t];
        }
      }
    }
  }

  private static double nextStep(double last, double direction, double scale) {
    if (last == 0) {
      return direction * FIRST_STEP * scale;
    }
    boolean onward = last * direction > 0;
    double size = Math.abs(last) * (onward ? GROW : SHRINK);
    return direction * Math.min(size, LARGEST_STEP * scale);
  }

  /** Moves each free centre to the member nearest to the weighted middle. */
  private void moveCentres() {
    double[][] middle = middles();
    double[] nearest = new double[centre.length];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    for (int unit = 0; unit < territoryOf.length; unit++) {
      int t = territoryOf[unit];
      if (fixed[t]) {
        continue;
      }
      double square = 0;
      for (int d = 0; d < Distances.DIMENSIONS; d++) {
        double step = costs.distances().coordinate(unit, d) - middle[t][d];
        square += step * step;
      }
      if (square < nearest[t]) {
        nearest[t] = square;
        centre[t] = unit;
      }
    }
  }

  private double[][] middles() {
    double[][] middle = new double[centre.length][Distances.DIMENSIONS];
    double[] sum = new double[centre.length];
    for (int unit = 0; unit < territoryOf.length; unit++) {
      int t = territoryOf[unit];
      double weight = shares.mean(unit);
      sum[t] += weight;
      for (int d = 0; d < Distances.DIMENSIONS; d++) {
        middle[t][d] += weight * costs.distances().middle(unit, d);
      }
    }
    for (int t = 0; t < centre.length; t++) {
      for (int d = 0; d < Distances.DIMENSIONS && sum[t] > 0; d++) {
        middle[t][d] /= sum[t];
      }
    }
    return middle;
  }
}
