package bailiwick.core.optimize.start;

import bailiwick.core.design.Distances;
import bailiwick.core.unit.UnitGraph;
import java.util.Arrays;

/**
 * Links each unit to the nearest others, for moves where no graph of touching units is given. Units
 * at one place are linked in a chain, and one of them stands for all. Uses a k-d tree: O(n log n).
 *
 * <p>Source: J. L. Bentley, *Multidimensional binary search trees used for associative searching*,
 * CACM 1975.
 */
public final class Proximity {

  private static final int DIMENSIONS = 3;

  private final Distances distances;
  private final int[] tree; // unit numbers, the middle of each range splits it
  private final int neighbours;
  private final int[] nearest; // [position] -> unit, ascending by distance
  private final double[] nearestAt; // [position] -> squared distance
  private int found;

  private Proximity(Distances distances, int[] units, int neighbours) {
    this.distances = distances;
    this.tree = units;
    this.neighbours = Math.min(neighbours, Math.max(0, units.length - 1));
    this.nearest = new int[this.neighbours];
    this.nearestAt = new double[this.neighbours];
    split(0, units.length, 0);
  }

  /**
   * The graph in which each unit is linked to its nearest ones.
   *
   * @param unitCount units 0 … unitCount-1 of the distances
   * @param neighbours how many nearest ones, fewer where there are no more
   */
  public static UnitGraph graph(Distances distances, int unitCount, int neighbours) {
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
    Proximity search = new Proximity(distances, one.clone(), neighbours);
    for (int unit : one) {
      search.find(unit);
      for (int k = 0; k < search.found; k++) {
        from[edges] = unit;
        to[edges++] = search.nearest[k];
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
    for (int d = 0; d < DIMENSIONS; d++) {
      int order = Double.compare(distances.coordinate(one, d), distances.coordinate(other, d));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private void split(int from, int to, int dimension) {
    if (to - from < 2) {
      return;
    }
    int middle = (from + to) >>> 1;
    select(from, to - 1, middle, dimension);
    int next = (dimension + 1) % DIMENSIONS;
    split(from, middle, next);
    split(middle + 1, to, next);
  }

  /** Brings the range into order around the position: smaller ones before, larger ones after. */
  private void select(int first, int last, int position, int dimension) {
    int low = first;
    int high = last;
    while (low < high) {
      double pivot = distances.coordinate(tree[(low + high) >>> 1], dimension);
      int i = low;
      int k = high;
      while (i <= k) {
        while (distances.coordinate(tree[i], dimension) < pivot) {
          i++;
        }
        while (distances.coordinate(tree[k], dimension) > pivot) {
          k--;
        }
        if (i <= k) {
          int unit = tree[i];
          tree[i++] = tree[k];
          tree[k--] = unit;
        }
      }
      if (position <= k) {
        high = k;
      } else if (position >= i) {
        low = i;
      } else {
        return;
      }
    }
  }

  private void find(int unit) {
    found = 0;
    if (neighbours > 0) {
      search(unit, 0, tree.length, 0);
    }
  }

  private void search(int unit, int from, int to, int dimension) {
    if (from >= to) {
      return;
    }
    int middle = (from + to) >>> 1;
    int here = tree[middle];
    if (here != unit) {
      keep(here, square(unit, here));
    }
    double step = distances.coordinate(unit, dimension) - distances.coordinate(here, dimension);
    int next = (dimension + 1) % DIMENSIONS;
    boolean before = step <= 0;
    search(unit, before ? from : middle + 1, before ? middle : to, next);
    if (found < neighbours || step * step <= nearestAt[neighbours - 1]) {
      search(unit, before ? middle + 1 : from, before ? to : middle, next);
    }
  }

  private void keep(int unit, double square) {
    if (found == neighbours && square >= nearestAt[neighbours - 1]) {
      return;
    }
    int place = Math.min(found, neighbours - 1);
    while (place > 0 && nearestAt[place - 1] > square) {
      nearest[place] = nearest[place - 1];
      nearestAt[place] = nearestAt[place - 1];
      place--;
    }
    nearest[place] = unit;
    nearestAt[place] = square;
    found = Math.min(neighbours, found + 1);
  }

  private double square(int one, int other) {
    double square = 0;
    for (int d = 0; d < DIMENSIONS; d++) {
      double step = distances.coordinate(one, d) - distances.coordinate(other, d);
      square += step * step;
    }
    return square;
  }
}
