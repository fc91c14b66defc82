package bailiwick.bench.peer;

import bailiwick.core.design.Centre;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.unit.UnitGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A simple plan to begin from: territories grow from their homes, or from units drawn at random.
 */
final class FirstPlan {

  private final DesignProblem problem;
  private final int[] seedOf; // [territory] -> unit it grows from
  private final int[] territoryOf; // [unit], -1 while it has none
  private final long[] filled; // [territory] -> amount of the first measure

  private FirstPlan(DesignProblem problem, long seed) {
    this.problem = problem;
    this.seedOf = seeds(problem, seed);
    this.territoryOf = new int[problem.unitCount()];
    this.filled = new long[seedOf.length];
    Arrays.fill(territoryOf, -1);
  }

  /** {@code [unit] -> territory}. */
  static int[] of(DesignProblem problem, long seed) {
    FirstPlan plan = new FirstPlan(problem, seed);
    for (int t = 0; t < plan.seedOf.length; t++) {
      plan.put(plan.seedOf[t], t);
    }
    if (problem.contiguous()) {
      plan.grow(problem.graph().orElseThrow());
    }
    plan.fill();
    return plan.territoryOf;
  }

  private static int[] seeds(DesignProblem problem, long seed) {
    List<Integer> units = new ArrayList<>(IntStream.range(0, problem.unitCount()).boxed().toList());
    SplittableRandom random = new SplittableRandom(seed);
    int[] seeds = new int[problem.territoryCount()];
    for (int t = 0; t < seeds.length; t++) {
      seeds[t] =
          problem.territories().get(t).centre() instanceof Centre.Home home
              ? home.site()
              : units.remove(/* index */ random.nextInt(units.size()));
    }
    return seeds;
  }

  private void put(int unit, int territory) {
    territoryOf[unit] = territory;
    filled[territory] += problem.amount(0, unit);
  }

  /** The emptiest territory that can takes the nearest unit at its border, again and again. */
  private void grow(UnitGraph graph) {
    List<PriorityQueue<Integer>> borders = new ArrayList<>();
    for (int seed : seedOf) {
      borders.add(
          new PriorityQueue<>(
              Comparator.comparingDouble((Integer unit) -> problem.distances().between(unit, seed))
                  .thenComparing(Comparator.naturalOrder())));
    }
    for (int t = 0; t < seedOf.length; t++) {
      addNeighbours(graph, seedOf[t], borders.get(t));
    }
    int next = emptiest(borders);
    while (next >= 0) {
      int unit = borders.get(next).remove();
      if (territoryOf[unit] < 0) {
        put(unit, next);
        addNeighbours(graph, unit, borders.get(next));
      }
      next = emptiest(borders);
    }
  }

  private void addNeighbours(UnitGraph graph, int unit, PriorityQueue<Integer> border) {
    for (int k = graph.first(unit); k < graph.end(unit); k++) {
      if (territoryOf[graph.neighbourAt(k)] < 0) {
        border.add(graph.neighbourAt(k));
      }
    }
  }

  private int emptiest(List<PriorityQueue<Integer>> borders) {
    int emptiest = -1;
    for (int t = 0; t < filled.length; t++) {
      if (!borders.get(t).isEmpty() && (emptiest < 0 || filled[t] < filled[emptiest])) {
        emptiest = t;
      }
    }
    return emptiest;
  }

  /** What is left, large units first, goes to the nearest seed with room. */
  private void fill() {
    IntStream.range(0, territoryOf.length)
        .filter(unit -> territoryOf[unit] < 0)
        .boxed()
        .sorted(Comparator.comparingLong((Integer unit) -> -problem.amount(0, unit)))
        .forEach(unit -> put(unit, nearestWithRoom(unit)));
  }

  private int nearestWithRoom(int unit) {
    return IntStream.range(0, seedOf.length)
        .boxed()
        .min(
            Comparator.comparing(
                    (Integer t) -> filled[t] + problem.amount(0, unit) > problem.upper(0, t))
                .thenComparingDouble(t -> problem.distances().between(unit, seedOf[t])))
        .orElseThrow();
  }
}
