package bailiwick.core.optimize.objective;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Distances;
import bailiwick.core.design.Today;
import bailiwick.core.unit.UnitGraph;
import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * Today's plan spread over the land between its units: each unit that is nobody's goes with the
 * nearest one that is somebody's, along the edges of the graph. Accounts alone are islands; only
 * with the land between them do today's territories hang together.
 */
public final class TodayLand {

  /** Costs of leaving today above so many mean costs of serving change nothing any more. */
  private static final double DEAREST = 20;

  private record Reached(double distance, int unit, int territory) {}

  private TodayLand() {}

  /**
   * Whose each unit is, land included. O(edges log edges).
   *
   * @return {@code [unit] -> territory}, -1 where no unit of today can be reached
   */
  public static int[] of(DesignProblem problem, UnitGraph graph, Today today) {
    int[] territoryOf = new int[problem.unitCount()];
    Arrays.fill(territoryOf, -1);
    Distances places = problem.distances().places();
    PriorityQueue<Reached> open =
        new PriorityQueue<>((a, b) -> {
          int order = Double.compare(a.distance(), b.distance());
          return order != 0 ? order : Integer.compare(a.unit(), b.unit());
        });
    for (int unit = 0; unit < territoryOf.length; unit++) {
      if (today.territoryOf(unit) >= 0) {
        open.add(new Reached(0, unit, today.territoryOf(unit)));
      }
    }
    while (!open.isEmpty()) {
      Reached next = open.remove();
      if (territoryOf[next.unit()] < 0) {
        territoryOf[next.unit()] = next.territory();
        for (int k = graph.first(next.unit()); k < graph.end(next.unit()); k++) {
          int other = graph.neighbourAt(k);
          if (territoryOf[other] < 0) {
            double way = places.between(next.unit(), other);
            open.add(new Reached(next.distance() + way, other, next.territory()));
          }
        }
      }
    }
    return territoryOf;
  }

  /**
   * What leaving today costs on average for each weight, in the unit of {@link
   * UnitCosts#perWeight}.
   *
   * @param meanCost of serving a unit, for each weight; the answer is at most a multiple of it
   *     beyond which nothing changes
   */
  public static double costOfLeaving(
      DesignProblem problem, UnitCosts costs, Today today, double meanCost) {
    double weight = 0;
    double cost = 0;
    double[] leaving = DisruptionCost.ofLeaving(problem);
    for (int unit = 0; unit < leaving.length; unit++) {
      if (today.territoryOf(unit) >= 0) {
        weight += costs.weight(unit);
        cost += leaving[unit];
      }
    }
    return weight == 0 ? 0 : Math.min(cost / weight, DEAREST * meanCost);
  }
}
