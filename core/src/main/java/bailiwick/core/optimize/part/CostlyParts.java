package bailiwick.core.optimize.part;

import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.optimize.objective.PlanFigures;
import bailiwick.core.optimize.objective.UnitCosts;
import bailiwick.core.unit.UnitGraph;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the territory that costs most where it costs much, with the territories around it. A remote
 * island that fills two territories and a half has to share one with land across the sea; whether
 * that is the third or the half decides more of the objective than all other borders together, and
 * no move of single units leads from one to the other. O(units + edges) for each part.
 */
final class CostlyParts {

  /** Part of the objective from which on a territory is worth a search of its own. */
  private static final double COSTLY = 0.05;

  private final DesignProblem problem;
  private final UnitCosts costs;
  private final UnitGraph near;

  CostlyParts(DesignProblem problem, UnitCosts costs, UnitGraph near) {
    this.problem = problem;
    this.costs = costs;
    this.near = near;
  }

  /**
   * The costliest territory of a plan and those around it, neighbours with the longest border
   * first.
   *
   * @param plan {@code [unit] -> territory}
   * @param most territories of the part, at least 1
   * @return territories, ascending; empty when none is costly
   */
  Optional<int[]> find(int[] plan, int most) {
    double[] cost = cost(plan);
    double sum = 0;
    int costliest = 0;
    for (int t = 0; t < cost.length; t++) {
      sum += cost[t];
      costliest = cost[t] > cost[costliest] ? t : costliest;
    }
    return cost[costliest] < COSTLY * sum
        ? Optional.empty()
        : Optional.of(around(costliest, plan, most));
  }

  /** {@code [territory] -> cost from its centre}. */
  private double[] cost(int[] plan) {
    DesignPlan figures = PlanFigures.withGoodCentres(problem, costs, near, plan);
    double[] cost = new double[problem.territoryCount()];
    for (int unit = 0; unit < plan.length; unit++) {
      int centre = figures.centreOf(plan[unit]);
      cost[plan[unit]] += costs.weight(unit) * costs.perWeight(unit, centre);
    }
    return cost;
  }

  private int[] around(int seed, int[] plan, int most) {
    Set<Integer> part = new LinkedHashSet<>();
    Queue<Integer> waiting = new ArrayDeque<>();
    part.add(seed);
    waiting.add(seed);
    while (!waiting.isEmpty() && part.size() < most) {
      for (int neighbour : neighbours(waiting.remove(), plan)) {
        if (part.size() < most && part.add(neighbour)) {
          waiting.add(neighbour);
        }
      }
    }
    return part.stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  /** Territories beside one, those with the longest border first. */
  private int[] neighbours(int territory, int[] plan) {
    TreeMap<Integer, Integer> edges = new TreeMap<>();
    for (int unit = 0; unit < plan.length; unit++) {
      for (int k = near.first(unit); plan[unit] == territory && k < near.end(unit); k++) {
        edges.merge(plan[near.neighbourAt(k)], 1, Integer::sum);
      }
    }
    return edges.entrySet().stream()
        .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
        .mapToInt(Map.Entry::getKey)
        .toArray();
  }
}
