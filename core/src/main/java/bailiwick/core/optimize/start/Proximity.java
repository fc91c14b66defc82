package bailiwick.core.optimize.start;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Distances;
import bailiwick.core.unit.UnitGraph;
import java.util.Arrays;

/**
 * Links each unit to the nearest others, for moves where no graph of touching units is given. Units
 * at one place are linked in a chain, and one of them stands for all. O(n log n).
 */
public final class Proximity {

  /** Nearest units that moves follow where no neighbours are given. */
  private static final int NEAR_UNITS = 10;

  private Proximity() {}

  /** The graph of touching units, or of near ones where nothing is known of neighbours. */
  public static UnitGraph near(DesignProblem problem) {
    return problem
        .graph()
        .orElseGet(() -> graph(problem.distances(), problem.unitCount(), NEAR_UNITS));
  }

  /**
   * The graph in which each unit is linked to its nearest ones.
   *
   * @param unitCount units 0 … unitCount-1 of the distances
   * @param neighbours how many nearest ones, fewer where there are no more
   */
  static UnitGraph graph(Distances distances, int unitCount, int neighbours) {
    int[] byPlace = byPlace(distances, unitCount);
    int[] from = new int[unitCount * (neighbours + 1)];
    int[] to = new int[from.length];
    int edges = 0;
    int[] places = new int[unitCount];
    int placeCount = 0;
    for (int k = 0; k < unitCount; k++) {
      if (k > 0 && compare(distances, byPlace[k - 1], byPlace[k]) == 0) {
        from[edges] = byPlace[k - 1];
        to[edges++] = byPlace[k];
      } else {
        places[placeCount++] = byPlace[k];
      }
    }
    int[] one = Arrays.copyOf(places, placeCount);
    int most = Math.min(neighbours, Math.max(0, placeCount - 1));
    SiteTree tree = new SiteTree(distances, one, most);
    for (int place = 0; place < one.length; place++) {
      int found = tree.find(one[place], place);
      for (int k = 0; k < found; k++) {
        from[edges] = one[place];
        to[edges++] = one[tree.nearest(k)];
      }
    }
    return UnitGraph.of(unitCount, Arrays.copyOf(from, edges), Arrays.copyOf(to, edges));
  }

  private static int[] byPlace(Distances distances, int unitCount) {
    Integer[] units = new Integer[unitCount];
    Arrays.setAll(units, unit -> unit);
    Arrays.sort(
        units,
        (a, b) -> {
          int order = compare(distances, a, b);
          return order != 0 ? order : Integer.compare(a, b);
        });
    return Arrays.stream(units).mapToInt(Integer::intValue).toArray();
  }

  private static int compare(Distances distances, int one, int other) {
    for (int d = 0; d < Distances.DIMENSIONS; d++) {
      int order = Double.compare(distances.coordinate(one, d), distances.coordinate(other, d));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
