package bailiwick.core.optimize.change;

import bailiwick.core.design.Cancellation;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Distances;
import bailiwick.core.design.GoalValue;
import bailiwick.core.optimize.objective.PlanFigures;
import bailiwick.core.optimize.objective.UnitCosts;
import bailiwick.core.unit.UnitGraph;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Plans to begin from in which empty territories have some land. Each grows unit by unit until it
 * has enough, in one of two ways: in round land, from whichever neighbour is fullest then; or from
 * units that bring most for what they count among what changes hands, wherever their territories
 * can spare them. Where it begins decides much of what has to move, so that several places are
 * tried, and what turns out to be needless is taken back. Not thread-safe.
 *
 * <p>Cost of a plan: O(units + edges of the units taken × log units + units taken × territories).
 */
final class NewRoom {

  /** Places tried at most for the first territory, for each way to grow. */
  private static final int MOST_TRIED = 32;

  /** Units of all plans tried for a way to grow: some seconds. */
  private static final int MOST_UNITS = 400_000;

  /** How a territory grows. */
  private enum Growth {
    ROUND,
    CHEAP
  }

  /** A unit that may be taken next: the smaller its cost, the sooner. */
  private record Open(double cost, int unit) {}

  private static final Comparator<Open> CHEAPEST_FIRST =
      Comparator.comparingDouble(Open::cost).thenComparingInt(Open::unit);

  private final DesignProblem problem;
  private final UnitGraph near;
  private final int measure;
  private final Growth growth;
  private final int[] plan; // [unit] -> territory
  private final double[] target; // [territory]
  private final long[][] held; // [measure][territory]
  private final int[] units; // [territory] -> how many it has

  private NewRoom(DesignProblem problem, UnitGraph near, int measure, Growth growth, int[] land) {
    this.problem = problem;
    this.near = near;
    this.measure = measure;
    this.growth = growth;
    this.plan = land;
    this.target = new double[problem.territoryCount()];
    Arrays.setAll(target, t -> Math.max(1, problem.target(measure, t)));
    this.held = problem.totals(plan);
    this.units = new int[target.length];
    for (int territory : plan) {
      units[territory]++;
    }
  }

  /**
   * The plan in which room is taken from the edge of the fullest territory.
   *
   * @param land {@code [unit] -> territory} of those there are, with a territory for every unit
   * @param measure number of the measure by which territories are full, and what changes hands is
   *     counted
   * @return a plan in which a territory may still be empty, where nothing may be its
   */
  static int[] atTheEdge(DesignProblem problem, UnitGraph near, int[] land, int measure) {
    return new NewRoom(problem, near, measure, Growth.ROUND, land.clone()).fill(-1);
  }

  /**
   * The best of several plans, in each of which the first empty territory begins at another unit,
   * or grows in another way.
   *
   * @param cancellation asked for, the best of those tried so far
   * @see #atTheEdge
   */
  static int[] best(
      DesignProblem problem, UnitGraph near, int[] land, int measure, Cancellation cancellation) {
    Choice choice = new Choice(problem, near, measure);
    choice.offer(atTheEdge(problem, near, land, measure));
    for (int seed : new NewRoom(problem, near, measure, Growth.CHEAP, land).cheapest()) {
      if (!cancellation.isRequested()) {
        choice.offer(new NewRoom(problem, near, measure, Growth.CHEAP, land.clone()).fill(seed));
      }
    }
    int step = Math.ceilDiv(land.length, tries(problem));
    for (int seed = 0; seed < land.length && !cancellation.isRequested(); seed += step) {
      choice.offer(new NewRoom(problem, near, measure, Growth.ROUND, land.clone()).fill(seed));
    }
    return choice.best();
  }

  private static int tries(DesignProblem problem) {
    return Math.clamp(MOST_UNITS / problem.unitCount(), 1, MOST_TRIED);
  }

  /** The best plan of those offered, after what is needless was taken back. */
  private static final class Choice {

    private final DesignProblem problem;
    private final UnitGraph near;
    private final int measure;
    private final UnitCosts costs;
    private int[] best = new int[0];
    private @Nullable DesignPlan figures; // of the best; null before the first

    Choice(DesignProblem problem, UnitGraph near, int measure) {
      this.problem = problem;
      this.near = near;
      this.measure = measure;
      this.costs = UnitCosts.of(problem);
    }

    void offer(int[] plan) {
      take(plan);
      int[] spared = TakenBack.of(problem, near, plan, measure);
      if (!Arrays.equals(spared, plan)) {
        take(spared);
      }
    }

    private void take(int[] plan) {
      DesignPlan other = PlanFigures.withGoodCentres(problem, costs, near, plan);
      DesignPlan known = figures;
      if (known == null || BEST_FIRST.compare(other, known) < 0) {
        best = plan;
        figures = other;
      }
    }

    int[] best() {
      return best;
    }
  }

  /** Fewer limits broken, then less that changes hands, then better level by level. */
  private static final Comparator<DesignPlan> BEST_FIRST =
      Comparator.comparingDouble(DesignPlan::violation)
          .thenComparing(NewRoom::levels, Arrays::compare);

  /** What each level of goals comes to, in their order. */
  private static double[] levels(DesignPlan plan) {
    double[] sums = new double[1 + plan.goals().getLast().level()];
    for (GoalValue goal : plan.goals()) {
      sums[goal.level()] += goal.weight() * goal.value();
    }
    return sums;
  }

  /** Fills what is empty, beginning at a unit, or where it seems best when that is none (-1). */
  private int[] fill(int begin) {
    int seed = begin;
    for (int t = 0; t < units.length; t++) {
      if (units[t] == 0) {
        int first = seed >= 0 && mayGive(seed, t) ? seed : begin(t);
        if (first >= 0) {
          grow(t, first);
        }
        seed = -1;
      }
    }
    return plan;
  }

  private int begin(int territory) {
    return switch (growth) {
      case ROUND -> edge(territory);
      case CHEAP ->
          IntStream.range(0, plan.length)
              .filter(unit -> mayGive(unit, territory))
              .mapToObj(unit -> new Open(cost(unit, territory, unit), unit))
              .min(CHEAPEST_FIRST)
              .map(Open::unit)
              .orElse(-1);
    };
  }

  /** Units at which the first empty territory may begin to grow by what units count. */
  private int[] cheapest() {
    int first = IntStream.range(0, units.length).filter(t -> units[t] == 0).findFirst().orElse(-1);
    if (first < 0) {
      return new int[0];
    }
    return IntStream.range(0, plan.length)
        .filter(unit -> mayGive(unit, first))
        .mapToObj(unit -> new Open(cost(unit, first, unit), unit))
        .sorted(CHEAPEST_FIRST)
        .limit(problem.contiguous() ? tries(problem) : 1)
        .mapToInt(Open::unit)
        .toArray();
  }

  private void grow(int territory, int seed) {
    Map<Integer, PriorityQueue<Open>> beside = new TreeMap<>(); // by whose the units are
    if (growth == Growth.CHEAP && !problem.contiguous()) {
      IntStream.range(0, plan.length).forEach(unit -> open(unit, territory, seed, beside));
    }
    int next = seed;
    while (next >= 0) {
      take(next, territory);
      for (int k = near.first(next); k < near.end(next); k++) {
        open(near.neighbourAt(k), territory, seed, beside);
      }
      next = lacks(territory) ? next(beside, territory) : -1;
    }
  }

  private void open(int unit, int territory, int seed, Map<Integer, PriorityQueue<Open>> beside) {
    if (mayGive(unit, territory)) {
      beside
          .computeIfAbsent(plan[unit], donor -> new PriorityQueue<>(CHEAPEST_FIRST))
          .add(new Open(cost(unit, territory, seed), unit));
    }
  }

  /** How dear it is that a unit is taken: how far off it lies, or what it counts for its use. */
  private double cost(int unit, int territory, int seed) {
    if (growth == Growth.ROUND) {
      return problem.distances().between(unit, seed);
    }
    double use = 0;
    for (int m = 0; m < held.length; m++) {
      long least = problem.lower(m, territory);
      use += least > 0 ? (double) problem.amount(m, unit) / least : 0;
    }
    return use == 0 ? Double.POSITIVE_INFINITY : problem.amount(measure, unit) / use;
  }

  /** The cheapest unit beside of the territory that gives first; -1 when none may give any. */
  private int next(Map<Integer, PriorityQueue<Open>> beside, int territory) {
    @Nullable Open best = null;
    double fullest = 0;
    for (Map.Entry<Integer, PriorityQueue<Open>> entry : beside.entrySet()) {
      PriorityQueue<Open> open = entry.getValue();
      while (!open.isEmpty() && !mayGive(open.element().unit(), territory)) {
        open.remove(); // taken by now, or more than its territory can spare
      }
      double fullness = growth == Growth.ROUND ? fullness(entry.getKey()) : 0;
      if (!open.isEmpty()
          && (best == null
              || fullness > fullest
              || (fullness == fullest && CHEAPEST_FIRST.compare(open.element(), best) < 0))) {
        best = open.element();
        fullest = fullness;
      }
    }
    return best == null ? -1 : best.unit();
  }

  private boolean lacks(int territory) {
    for (int m = 0; m < held.length; m++) {
      if (held[m][territory] < problem.lower(m, territory)) {
        return true;
      }
    }
    return false;
  }

  /** The unit of the fullest territory that may give one that is farthest from its middle. */
  private int edge(int territory) {
    double[][] middle = middles();
    int edge = -1;
    double farthest = 0;
    for (int unit = 0; unit < plan.length; unit++) {
      if (mayGive(unit, territory)) {
        double distance = squareTo(middle[plan[unit]], unit);
        boolean fuller = edge < 0 || fullness(plan[unit]) > fullness(plan[edge]);
        if (fuller || (plan[unit] == plan[edge] && distance > farthest)) {
          edge = unit;
          farthest = distance;
        }
      }
    }
    return edge;
  }

  private double[][] middles() {
    double[][] middle = new double[target.length][Distances.DIMENSIONS];
    for (int unit = 0; unit < plan.length; unit++) {
      for (int d = 0; d < Distances.DIMENSIONS; d++) {
        middle[plan[unit]][d] += problem.distances().coordinate(unit, d) / units[plan[unit]];
      }
    }
    return middle;
  }

  private double squareTo(double[] middle, int unit) {
    double sum = 0;
    for (int d = 0; d < Distances.DIMENSIONS; d++) {
      double step = problem.distances().coordinate(unit, d) - middle[d];
      sum += step * step;
    }
    return sum;
  }

  private double fullness(int territory) {
    return held[measure][territory] / target[territory];
  }

  private boolean mayGive(int unit, int territory) {
    return plan[unit] != territory
        && units[plan[unit]] > 1
        && problem.lockedTo(unit) < 0
        && problem.mayBelong(unit, territory)
        && (growth == Growth.ROUND || isSpared(unit));
  }

  private boolean isSpared(int unit) {
    for (int m = 0; m < held.length; m++) {
      long amount = problem.amount(m, unit);
      if (amount > 0 && held[m][plan[unit]] - amount < problem.lower(m, plan[unit])) {
        return false;
      }
    }
    return true;
  }

  private void take(int unit, int territory) {
    int donor = plan[unit];
    for (int m = 0; m < held.length; m++) {
      held[m][donor] -= problem.amount(m, unit);
      held[m][territory] += problem.amount(m, unit);
    }
    units[donor]--;
    units[territory]++;
    plan[unit] = territory;
  }
}
