package bailiwick.core.optimize.change;

import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.optimize.Optimizer;
import bailiwick.core.unit.UnitGraph;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Plans to begin from in which empty territories have some land: each grows unit by unit, from
 * whichever neighbour is fullest then, until it has enough. Where it begins decides much of what
 * has to move, so that several places are tried. Not thread-safe.
 */
final class NewRoom {

  private static final int DIMENSIONS = 3; // of the places in Distances

  /** Places tried for the first territory that grows. */
  private static final int MOST_TRIED = 32;

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
    this.held = new long[problem.measures().size()][target.length];
    this.units = new int[target.length];
    for (int unit = 0; unit < plan.length; unit++) {
      count(unit, plan[unit], 1);
    }
  }

  private void count(int unit, int territory, int sign) {
    for (int m = 0; m < held.length; m++) {
      held[m][territory] += sign * problem.amount(m, unit);
    }
    units[territory] += sign;
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
   * @see #atTheEdge
   */
  static int[] best(DesignProblem problem, UnitGraph near, int[] land, int measure) {
    int[] best = atTheEdge(problem, near, land, measure);
    DesignPlan figures = Optimizer.figures(problem, best);
    int step = Math.max(1, land.length / MOST_TRIED);
    for (int seed = 0; seed < land.length; seed += step) {
      int[] plan = new NewRoom(problem, near, measure, land.clone()).fill(seed);
      DesignPlan other = Optimizer.figures(problem, plan);
      if (BEST_FIRST.compare(other, figures) < 0) {
        best = plan;
        figures = other;
      }
    }
    return best;
  }

  /** Fewer limits broken, then less that changes hands, then better in what counts after that. */
  private static final Comparator<DesignPlan> BEST_FIRST =
      Comparator.comparingDouble(DesignPlan::violation)
          .thenComparingDouble(DesignPlan::objective)
          .thenComparingDouble(NewRoom::laterGoals);

  private static double laterGoals(DesignPlan plan) {
    return plan.goals().stream()
        .filter(goal -> goal.level() > 0)
        .mapToDouble(goal -> goal.weight() * goal.value())
        .sum();
  }

  /** Fills what is empty, beginning at a unit, or at the edge where that is none (-1). */
  private int[] fill(int begin) {
    int seed = begin;
    for (int t = 0; t < units.length; t++) {
      if (units[t] == 0) {
        grow(t, seed >= 0 && mayGive(seed, t) ? seed : edge(t));
        seed = -1;
      }
    }
    return plan;
  }

  private void grow(int territory, int seed) {
    if (seed < 0) {
      return;
    }
    boolean[] beside = new boolean[plan.length];
    take(seed, territory, beside);
    while (lacks(territory)) {
      int next = -1;
      for (int unit = 0; unit < plan.length; unit++) {
        if (beside[unit] && mayGive(unit, territory) && isBetter(unit, next, seed)) {
          next = unit;
        }
      }
      if (next < 0) {
        return;
      }
      take(next, territory, beside);
    }
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

  private boolean isBetter(int unit, int than, int seed) {
    if (than < 0) {
      return true;
    }
    double fuller = fullness(plan[unit]) - fullness(plan[than]);
    return fuller > 0
        || (fuller == 0
            && problem.distances().between(unit, seed) < problem.distances().between(than, seed));
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

  private void take(int unit, int territory, boolean[] beside) {
    count(unit, plan[unit], -1);
    plan[unit] = territory;
    count(unit, territory, 1);
    for (int k = near.first(unit); k < near.end(unit); k++) {
      beside[near.neighbourAt(k)] = true;
    }
  }
}
