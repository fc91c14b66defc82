package bailiwick.core.optimize.bound;

import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.Centre;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.optimize.objective.NamedCosts;
import bailiwick.core.optimize.objective.UnitCosts;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Where a better plan may still put its centres, and which units each of them may serve at what
 * cost. Begins with all that locks and limits allow and shrinks as bounds rule options out. Not
 * thread-safe; owns its arrays.
 *
 * <p>A site is the home of a territory, which is a centre in any plan, or a unit that a territory
 * without a home may choose. A unit that is a centre serves itself, so it is none of its own
 * options. Homes come first, in the order of their territories.
 */
public final class CentreOptions {

  /** What a site has that is no unit, or no territory's home. */
  private static final int NONE = -1;

  private static final int SITES_PER_LOOK = 256;

  private final DesignProblem problem;
  private final Nearness near; // the free sites that units look at
  private final int homeCount;
  private final int[] territoryOf; // [site] -> territory at home there, or none
  private final int[] placeOf; // [site] -> number of the place in the problem's distances
  private final int[][] units; // [site][k] -> unit it may serve
  private final double[][] costs; // [site][k] -> cost of that
  private final int[] counts; // [site] -> how many options are left
  private final double[] ownCost; // [site] -> cost of serving its own unit
  private final boolean[] open; // [site] -> whether a centre may be there
  private final long[][] lower; // [measure][site] -> least that a centre there holds
  private final long[][] upper; // [measure][site] -> most that it holds
  private final boolean isCutOff; // whether making them was stopped

  /** All options that locks and limits leave. Memory: O(units × sites). */
  public CentreOptions(DesignProblem problem, UnitCosts unitCosts) {
    this(problem, unitCosts, Nearness.all(), () -> false);
  }

  /**
   * The options that locks and limits leave, those aside that are not near to a unit. What a centre
   * without a home holds at least is left aside with them, because others may fill it.
   *
   * @param stop asked now and then; options that it cut off are not all there
   */
  CentreOptions(DesignProblem problem, UnitCosts unitCosts, Nearness near, BooleanSupplier stop) {
    this.problem = problem;
    this.near = near;
    int[] homes = homes(problem);
    int[] free = homes.length < problem.territoryCount() ? freeUnits(problem) : new int[0];
    int sites = homes.length + free.length;
    this.homeCount = homes.length;
    this.territoryOf = new int[sites];
    this.placeOf = new int[sites];
    this.units = new int[sites][];
    this.costs = new double[sites][];
    this.counts = new int[sites];
    this.ownCost = new double[sites];
    this.open = new boolean[sites];
    this.lower = new long[problem.measures().size()][sites];
    this.upper = new long[problem.measures().size()][sites];
    NamedCosts named = NamedCosts.of(problem);
    double[] leastFree = leastFree(problem, named);
    int[] unit = new int[problem.unitCount()];
    double[] cost = new double[problem.unitCount()];
    boolean stopped = false;
    for (int site = 0; site < sites; site++) {
      stopped = stopped || ((site + 1) % SITES_PER_LOOK == 0 && stop.getAsBoolean());
      boolean isHome = site < homes.length;
      territoryOf[site] = isHome ? homes[site] : NONE;
      placeOf[site] = isHome ? place(problem, homes[site]) : free[site - homes.length];
      setLimits(site);
      open[site] = isHome || holdsItself(site);
      units[site] = new int[0];
      costs[site] = new double[0];
      if (open[site] && !stopped) {
        fill(site, unitCosts, named, leastFree, unit, cost);
      }
    }
    this.isCutOff = stopped;
  }

  /** How many sites a problem has. */
  static long siteCount(DesignProblem problem) {
    int homes = homes(problem).length;
    return homes + (homes < problem.territoryCount() ? freeUnits(problem).length : 0L);
  }

  /** How many territories have a home, whose site may serve any unit. */
  static int homeCount(DesignProblem problem) {
    return homes(problem).length;
  }

  private static int[] homes(DesignProblem problem) {
    int[] homes = new int[problem.territoryCount()];
    int count = 0;
    for (int t = 0; t < homes.length; t++) {
      if (problem.territories().get(t).centre() instanceof Centre.Home) {
        homes[count++] = t;
      }
    }
    return Arrays.copyOf(homes, count);
  }

  private static int place(DesignProblem problem, int territory) {
    return ((Centre.Home) problem.territories().get(territory).centre()).site();
  }

  private static boolean hasHome(DesignProblem problem, int territory) {
    return problem.territories().get(territory).centre() instanceof Centre.Home;
  }

  /** Units that may belong to a territory without a home. */
  private static int[] freeUnits(DesignProblem problem) {
    return IntStream.range(0, problem.unitCount())
        .filter(unit -> mayShareFree(problem, unit, unit))
        .toArray();
  }

  /** Whether there is a territory without a home that two units may belong to. */
  private static boolean mayShareFree(DesignProblem problem, int one, int other) {
    for (int t = 0; t < problem.territoryCount(); t++) {
      if (!hasHome(problem, t) && problem.mayBelong(one, t) && problem.mayBelong(other, t)) {
        return true;
      }
    }
    return false;
  }

  /**
   * What each unit costs besides at a site without a home, {@code [unit]}: the territory there has
   * no name yet and may be the one that costs the unit least.
   */
  private static double[] leastFree(DesignProblem problem, NamedCosts named) {
    double[] least = new double[problem.unitCount()];
    for (int unit = 0; unit < least.length; unit++) {
      least[unit] = Double.POSITIVE_INFINITY;
      for (int t = 0; t < problem.territoryCount() && least[unit] > 0; t++) {
        if (!hasHome(problem, t) && problem.mayBelong(unit, t)) {
          least[unit] = Math.min(least[unit], named.at(unit, t));
        }
      }
    }
    return least;
  }

  /** The limits of the territory at home here, or the widest of all territories without one. */
  private void setLimits(int site) {
    for (int m = 0; m < lower.length; m++) {
      if (site < homeCount) {
        lower[m][site] = problem.lower(m, territoryOf[site]);
        upper[m][site] = problem.upper(m, territoryOf[site]);
      } else {
        lower[m][site] = Long.MAX_VALUE;
        for (int t = 0; t < problem.territoryCount(); t++) {
          if (!hasHome(problem, t)) {
            lower[m][site] = Math.min(lower[m][site], problem.lower(m, t));
            upper[m][site] = Math.max(upper[m][site], problem.upper(m, t));
          }
        }
        lower[m][site] = near.isAll() ? lower[m][site] : 0;
      }
    }
    for (BalanceRule rule : problem.rules()) {
      if (rule instanceof BalanceRule.CentreCapacity capacity) {
        int m = capacity.measure();
        upper[m][site] = Math.min(upper[m][site], capacity.at(placeOf[site]));
      }
    }
  }

  private boolean holdsItself(int site) {
    for (int m = 0; m < upper.length; m++) {
      if (problem.amount(m, placeOf[site]) > upper[m][site]) {
        return false;
      }
    }
    return true;
  }

  /** Finds the options of a site; they are gathered in {@code unit} and {@code cost}. */
  private void fill(
      int site,
      UnitCosts unitCosts,
      NamedCosts named,
      double[] leastFree,
      int[] unit,
      double[] cost) {
    int count = 0;
    for (int i = 0; i < unit.length; i++) {
      double change = site < homeCount ? named.at(i, territoryOf[site]) : leastFree[i];
      if (i == placeOf[site]) {
        ownCost[site] = unitCosts.at(i, i) + change;
      } else if (mayLookAt(site, i) && mayServe(site, i)) {
        unit[count] = i;
        cost[count++] = unitCosts.at(i, placeOf[site]) + change;
      }
    }
    units[site] = Arrays.copyOf(unit, count);
    costs[site] = Arrays.copyOf(cost, count);
    counts[site] = count;
  }

  private boolean mayLookAt(int site, int unit) {
    return site < homeCount || near.isNear(unit, placeOf[site]);
  }

  private boolean mayServe(int site, int unit) {
    return site < homeCount
        ? problem.mayBelong(unit, territoryOf[site])
        : mayShareFree(problem, placeOf[site], unit);
  }

  /** The problem whose options they are. */
  public DesignProblem problem() {
    return problem;
  }

  /** Whether all that locks and limits allow was there at first. */
  public boolean wereAll() {
    return near.isAll();
  }

  /** Whether making them was stopped, so that they say nothing. */
  boolean areCutOff() {
    return isCutOff;
  }

  /**
   * What it costs a unit at least to be served in a way that is left aside; infinite if none is.
   */
  double besides(int unit) {
    return near.mostPay(unit);
  }

  /** How many sites there are, open or not. */
  public int siteCount() {
    return open.length;
  }

  /** How many of them, the first ones, are homes. */
  public int homeCount() {
    return homeCount;
  }

  /** Territories that choose their centre. */
  public int freeTerritoryCount() {
    return problem.territoryCount() - homeCount;
  }

  /** The territory at home at a site that is a home. */
  public int territoryOf(int site) {
    return territoryOf[site];
  }

  /** The unit at a site, -1 when no unit is there. */
  public int unitAt(int site) {
    return placeOf[site] < problem.unitCount() ? placeOf[site] : NONE;
  }

  /** What it costs that a centre there serves its own unit; 0 when no unit is there. */
  public double ownCost(int site) {
    return ownCost[site];
  }

  /** Whether a better plan may have a centre there. */
  public boolean isOpen(int site) {
    return open[site];
  }

  /** Sites where a better plan may have a centre. */
  public int openCount() {
    int count = 0;
    for (boolean is : open) {
      count += is ? 1 : 0;
    }
    return count;
  }

  /** Options of all open sites, their own units included. */
  public long size() {
    long size = 0;
    for (int site = 0; site < open.length; site++) {
      size += open[site] ? counts[site] + 1 : 0;
    }
    return size;
  }

  /** How many units other than its own a site may serve. */
  public int count(int site) {
    return counts[site];
  }

  /** The k-th of these units. */
  public int unit(int site, int k) {
    return units[site][k];
  }

  /** What serving the k-th of them costs. */
  public double cost(int site, int k) {
    return costs[site][k];
  }

  /** Units of a site's options in a loop that must be fast; not to be changed. */
  int[] units(int site) {
    return units[site];
  }

  /** Costs of a site's options in a loop that must be fast; not to be changed. */
  double[] costs(int site) {
    return costs[site];
  }

  /** Smallest total of a centre at a site, fixed-point. */
  public long lower(int measure, int site) {
    return lower[measure][site];
  }

  /** Largest total of a centre at a site, fixed-point. */
  public long upper(int measure, int site) {
    return upper[measure][site];
  }

  /**
   * Keeps one way only to write each plan, for questions that have nothing to do with centres: the
   * largest unit of a territory without a home stands for it. Does nothing when centres have
   * capacities.
   *
   * <p>Source: the asymmetric representatives of M. Campêlo, V. Campos, R. Corrêa, *On the
   * asymmetric representatives formulation for the vertex coloring problem*, Discrete Applied
   * Mathematics 2008.
   */
  void letLargestStandForTheirTerritories() {
    if (problem.rules().stream().anyMatch(BalanceRule.CentreCapacity.class::isInstance)) {
      return;
    }
    for (int site = homeCount; site < open.length; site++) {
      int centre = placeOf[site];
      int[] of = units[site];
      keepOnly(site, k -> isLarger(centre, of[k]));
    }
  }

  private boolean isLarger(int one, int other) {
    for (int m = 0; m < upper.length; m++) {
      int order = Long.compare(problem.amount(m, one), problem.amount(m, other));
      if (order != 0) {
        return order > 0;
      }
    }
    return one < other;
  }

  /** Rules out a centre at a site. A home stays, with nothing to serve. */
  void close(int site) {
    open[site] = site < homeCount;
    counts[site] = 0;
  }

  /** Says which options of a site are kept. */
  @FunctionalInterface
  interface Keeper {

    /** Whether the k-th option stays. */
    boolean keeps(int k);
  }

  /** Rules out options of a site. */
  void keepOnly(int site, Keeper keeper) {
    int kept = 0;
    for (int k = 0; k < counts[site]; k++) {
      if (keeper.keeps(k)) {
        units[site][kept] = units[site][k];
        costs[site][kept++] = costs[site][k];
      }
    }
    counts[site] = kept;
  }
}
