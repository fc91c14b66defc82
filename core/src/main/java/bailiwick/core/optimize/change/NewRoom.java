package bailiwick.core.optimize.change;

import bailiwick.core.design.Cancellation;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.GoalValue;
import bailiwick.core.optimize.objective.PlanFigures;
import bailiwick.core.optimize.objective.UnitCosts;
import bailiwick.core.unit.UnitGraph;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Plans to begin from in which empty territories have some land: each grows unit by unit, from
 * whichever neighbour is fullest then, until it has enough. Where it begins decides much of what
 * has to move, so that several places are tried. Not thread-safe.
 *
 * <p>Cost of a plan: O(units + edges of the units taken × log units + units taken × territories).
 */
final class NewRoom {

  private static final int DIMENSIONS = 3; // of the places in Distances

  /** Places tried for the first territory that grows. */
  private static final int MOST_TRIED = 32;

  /** A unit that may be taken next. */
  private record Open(double distance, int unit) {}

  private static final Comparator<Open> NEAREST_FIRST =
      Comparator.comparingDouble(Open::distance).thenComparingInt(Open::unit);

  private final DesignProblem problem;
  private final UnitGraph near;
  private final int measure;
  private final int[] plan; // [unit] -> territory
  private final double[] target; // [territory]
  private final long[][] held; // [measure][territory]
  private final int[] units; // [territory] -> how many it has

  private NewRoom(DesignProblem problem, UnitGraph near, int measure, int[] land) {
    this.problem = problem;
    this.near = near;
    this.measure = measure;
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
   * @param measure number of the measure by which territories are full
   * @return a plan in which a territory may still be empty, where nothing may be its
   */
  static int[] atTheEdge(DesignProblem problem, UnitGraph near, int[] land, int measure) {
    return new NewRoom(problem, near, measure, land.clone()).fill(-1);
  }

  /**
   * The best of several plans, in each of which the first empty territory begins at another unit.
   *
   * @param cancellation asked for, the best of those tried so far
   * @see #atTheEdge
   */
  static int[] best(
      DesignProblem problem, UnitGraph near, int[] land, int measure, Cancellation cancellation) {
    UnitCosts costs = UnitCosts.of(problem);
    int[] best = atTheEdge(problem, near, land, measure);
    DesignPlan figures = PlanFigures.withGoodCentres(problem, costs, near, best);
    int step = Math.max(1, land.length / MOST_TRIED);
    for (int seed = 0; seed < land.length && !cancellation.isRequested(); seed += step) {
      int[] plan = new NewRoom(problem, near, measure, land.clone()).fill(seed);
      DesignPlan other = PlanFigures.withGoodCentres(problem, costs, near, plan);
      if (BEST_FIRST.compare(other, figures) < 0) {
        best = plan;
        figures = other;
      }
    }
    return best;
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

  /** Fills what is empty, beginning at a unit, or at the edge where that is none (-1). */
  private int[] fill(int begin) {
    int seed = begin;
    for (int t = 0; t < units.length; t++) {
      if (units[t] == 0) {
        int first = seed >= 0 && mayGive(seed, t) ? seed : edge(t);
        if (first >= 0) {
          grow(t, first);
        }
        seed = -1;
      }
    }
    return plan;
  }

  private void grow(int territory, int seed) {
    Map<Integer, PriorityQueue<Open>> beside = new TreeMap<>(); // by whose the units are
    int next = seed;
    while (next >= 0) {
      take(next, territory);
      openAround(next, territory, seed, beside);
      next = lacks(territory) ? next(beside, territory) : -1;
    }
  }

  private void openAround(
      int unit, int territory, int seed, Map<Integer, PriorityQueue<Open>> beside) {
    for (int k = near.first(unit); k < near.end(unit); k++) {
      int other = near.neighbourAt(k);
      if (mayGive(other, territory)) {
        beside
            .computeIfAbsent(plan[other], donor -> new PriorityQueue<>(NEAREST_FIRST))
            .add(new Open(problem.distances().between(other, seed), other));
      }
    }
  }

  /** The nearest unit of the fullest territory beside, -1 when none may give any. */
  private int next(Map<Integer, PriorityQueue<Open>> beside, int territory) {
    @Nullable Open best = null;
    double fullest = 0;
    for (Map.Entry<Integer, PriorityQueue<Open>> entry : beside.entrySet()) {
      PriorityQueue<Open> open = entry.getValue();
      while (!open.isEmpty() && !mayGive(open.element().unit(), territory)) {
        open.remove(); // taken by now, or the last one its territory has
      }
      double fullness = fullness(entry.getKey());
      if (!open.isEmpty()
          && (best == null
              || fullness > fullest
              || (fullness == fullest && NEAREST_FIRST.compare(open.element(), best) < 0))) {
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
    double[][] middle = new double[target.length][DIMENSIONS];
    for (int unit = 0; unit < plan.length; unit++) {
      for (int d = 0; d < DIMENSIONS; d++) {
        middle[plan[unit]][d] += problem.distances().coordinate(unit, d) / units[plan[unit]];
      }
    }
    return middle;
  }

  private double squareTo(double[] middle, int unit) {
    double sum = 0;
    for (int d = 0; d < DIMENSIONS; d++) {
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
        && problem.mayBelong(unit, territory);
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
