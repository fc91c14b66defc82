package bailiwick.core.optimize.part;

import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Objective;
import bailiwick.core.design.PlanarDistances;
import bailiwick.core.optimize.objective.PlanFigures;
import bailiwick.core.optimize.objective.UnitCosts;
import bailiwick.core.optimize.search.Archipelago.SliceListener;
import bailiwick.core.unit.Measure;
import bailiwick.core.unit.UnitGraph;
import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitNumbering;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A country and a remote island that a bridge leads to. A mean territory holds 960; the island has
 * 2,400 in units of 12, the country 35 in each unit.
 */
final class RemoteIsland {

  /** What crosses the sea when half a territory of the island goes with land across it. */
  static final double HALF = 2_400 - 2 * 1_008;

  private static final int SIDE = 24;
  private static final int MAINLAND = SIDE * 20;
  private static final int ISLAND_SIDE = 10;
  private static final int ISLAND = 2 * ISLAND_SIDE * ISLAND_SIDE;
  private static final int TERRITORIES = 20;

  private final DesignProblem problem;
  private final UnitGraph graph;

  RemoteIsland(double apart) {
    int units = MAINLAND + ISLAND;
    double[] x = new double[units];
    double[] y = new double[units];
    long[] accounts = new long[units];
    for (int unit = 0; unit < units; unit++) {
      boolean isIsland = unit >= MAINLAND;
      int width = isIsland ? ISLAND_SIDE : SIDE;
      int number = isIsland ? unit - MAINLAND : unit;
      x[unit] = (isIsland ? SIDE + apart : 0) + number % width;
      y[unit] = row(number, width);
      accounts[unit] = isIsland ? 12 : 35;
    }
    this.graph = graph(units);
    this.problem =
        DesignProblem.builder(
                UnitNumbering.of(
                    IntStream.range(0, units).mapToObj(unit -> new UnitId("u" + unit)).toList()),
                PlanarDistances.of(x, y))
            .measure(Measure.ACCOUNTS, accounts)
            .contiguous(graph)
            .freeTerritories(TERRITORIES)
            .rule(new BalanceRule.Tolerance(0, 0.05))
            .objective(Objective.MomentOfInertia.of(0))
            .build();
  }

  private static int row(int number, int width) {
    return number / width;
  }

  private static UnitGraph graph(int units) {
    int[] from = new int[2 * units];
    int[] to = new int[from.length];
    int count = 0;
    for (int unit = 0; unit < units; unit++) {
      boolean isIsland = unit >= MAINLAND;
      int width = isIsland ? ISLAND_SIDE : SIDE;
      int number = isIsland ? unit - MAINLAND : unit;
      if (number % width + 1 < width) {
        from[count] = unit;
        to[count++] = unit + 1;
      }
      if (number + width < (isIsland ? ISLAND : MAINLAND)) {
        from[count] = unit;
        to[count++] = unit + width;
      }
    }
    from[count] = SIDE - 1; // the bridge
    to[count++] = MAINLAND;
    return UnitGraph.of(units, Arrays.copyOf(from, count), Arrays.copyOf(to, count));
  }

  DesignPlan searched(long seed) {
    UnitCosts costs = UnitCosts.of(problem);
    PartwiseSearch search = new PartwiseSearch(problem, costs, graph, () -> false, false);
    int[] plan = search.search(Optional.empty(), seed, 800_000, 2, () -> false, SliceListener.NONE);
    return PlanFigures.of(problem, costs, graph, plan);
  }
}
