package bailiwick.core.optimize.change;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.unit.UnitGraph;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
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
  private final Holdings holdings;
  private final double[] target; // [territory]

  private NewRoom(DesignProblem problem, UnitGraph near, int measure, Growth growth, int[] land) {
    this.problem = problem;
    this.near = near;
    this.measure = measure;
    this.growth = growth;
    this.holdings = new Holdings(problem, land);
    this.target = new double[problem.territoryCount()];
    Arrays.setAll(target, t -> Math.max(1, problem.target(measure, t)));
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
    return new NewRoom(problem, near, measure, Growth.ROUND, land).fill(-1);
  }

  /**
   * The best of several plans, in each of which the first empty territory begins at another unit,
   * or grows in another way.
   *
   * @param stop asked before each plan but the first; once it says so, the best so far will do
   * @see #atTheEdge
   */
  static int[] best(
      DesignProblem problem, UnitGraph near, int[] land, int measure, BooleanSupplier stop) {
    BestBeginning best = new BestBeginning(problem, near, measure);
    best.offer(atTheEdge(problem, near, land, measure));
    for (int seed : new NewRoom(problem, near, measure, Growth.CHEAP, land).cheapest()) {
      if (stop.getAsBoolean()) {
        return best.plan();
      }
      best.offer(new NewRoom(problem, near, measure, Growth.CHEAP, land).fill(seed));
    }
    int step = Math.ceilDiv(land.length, tries(problem));
    for (int seed = 0; seed < land.length && !stop.getAsBoolean(); seed += step) {
      best.offer(new NewRoom(problem, near, measure, Growth.ROUND, land).fill(seed));
    }
    return best.plan();
  }

  private static int tries(DesignProblem problem) {
    return Math.clamp(MOST_UNITS / problem.unitCount(), 1, MOST_TRIED);
  }

  /** Fills what is empty, beginning at a unit, or where it seems best when that is none (-1). */
  private int[] fill(int begin) {
    int seed = begin;
    for (int t = 0; t < target.length; t++) {
      if (holdings.size(t) == 0) {
        int first = seed >= 0 && mayGive(seed, t) ? seed : begin(t);
        if (first >= 0) {
          grow(t, first);
        }
        seed = -1;
      }
    }
    return holdings.toArray();
  }

  private int begin(int territory) {
    return switch (growth) {
      case ROUND -> edge(territory);
      case CHEAP ->
          IntStream.range(0, holdings.unitCount())
              .filter(unit -> mayGive(unit, territory))
              .mapToObj(unit -> new Open(cost(unit, territory, unit), unit))
              .min(CHEAPEST_FIRST)
              .map(Open::unit)
              .orElse(-1);
    };
  }

  /** Units at which the first empty territory may begin to grow by what units count. */
  private int[] cheapest() {
    int first =
        IntStream.range(0, target.length).filter(t -> holdings.size(t) == 0).findFirst().orElse(-1);
    if (first < 0) {
      return new int[0];
    }
    return IntStream.range(0, holdings.unitCount())
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
      IntStream.range(0, holdings.unitCount()).forEach(unit -> open(unit, territory, seed, beside));
    }
    int next = seed;
    while (next >= 0) {
      holdings.give(next, territory);
      for (int k = near.first(next); k < near.end(next); k++) {
        open(near.neighbourAt(k), territory, seed, beside);
      }
      next = holdings.lacks(territory) ? next(beside, territory) : -1;
    }
  }

  private void open(int unit, int territory, int seed, Map<Integer, PriorityQueue<Open>> beside) {
    if (mayGive(unit, territory)) {
      beside
          .computeIfAbsent(holdings.ownerOf(unit), donor -> new PriorityQueue<>(CHEAPEST_FIRST))
          .add(new Open(cost(unit, territory, seed), unit));
    }
  }

  /** How dear it is that a unit is taken: how far off it lies, or what it counts for its use. */
  private double cost(int unit, int territory, int seed) {
    if (growth == Growth.ROUND) {
      return problem.distances().between(unit, seed);
    }
    double use = 0;
    for (int m = 0; m < problem.measures().size(); m++) {
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

  /** The unit of the fullest territory that may give one that is farthest from its middle. */
  private int edge(int territory) {
    double[][] middle = holdings.middles();
    int edge = -1;
    double farthest = 0;
    for (int unit = 0; unit < holdings.unitCount(); unit++) {
      if (mayGive(unit, territory)) {
        int owner = holdings.ownerOf(unit);
        int known = edge < 0 ? Holdings.NOBODY : holdings.ownerOf(edge);
        double distance = holdings.squareTo(middle[owner], unit);
        boolean fuller = edge < 0 || fullness(owner) > fullness(known);
        if (fuller || (owner == known && distance > farthest)) {
          edge = unit;
          farthest = distance;
        }
      }
    }
    return edge;
  }

  private double fullness(int territory) {
    return holdings.held(measure, territory) / target[territory];
  }

  private boolean mayGive(int unit, int territory) {
    int owner = holdings.ownerOf(unit);
    return owner != territory
        && holdings.size(owner) > 1
        && problem.lockedTo(unit) < 0
        && problem.mayBelong(unit, territory)
        && (growth == Growth.ROUND || holdings.canSpare(unit));
  }
}
