package bailiwick.core.unit;

import java.util.Arrays;

/**
 * Which units touch: an undirected graph over unit numbers in compressed rows. Immutable; hands out
 * no array.
 *
 * <p>Neighbours of a unit come in ascending order; loops and doubles are dropped.
 */
public final class UnitGraph {

  private final int[] start; // [unit number] -> first position in neighbour, one more at the end
  private final int[] neighbour; // [position] -> unit number

  private UnitGraph(int[] start, int[] neighbour) {
    this.start = start;
    this.neighbour = neighbour;
  }

  /**
   * Builds the graph of {@code unitCount} units from pairs of touching units.
   *
   * @param from one end of each edge, unit numbers
   * @param to the other end, same length
   * @throws IllegalArgumentException when the lengths differ or a number is out of range
   */
  public static UnitGraph of(int unitCount, int[] from, int[] to) {
    if (from.length != to.length) {
      throw new IllegalArgumentException(
          "The edge ends must be as many (%s, %s).".formatted(from.length, to.length));
    }
    int[] degree = new int[unitCount + 1];
    for (int e = 0; e < from.length; e++) {
      requireUnit(from[e], unitCount);
      requireUnit(to[e], unitCount);
      if (from[e] != to[e]) {
        degree[from[e] + 1]++;
        degree[to[e] + 1]++;
      }
    }
    for (int u = 0; u < unitCount; u++) {
      degree[u + 1] += degree[u];
    }
    int[] fill = Arrays.copyOf(degree, unitCount);
    int[] all = new int[degree[unitCount]];
    for (int e = 0; e < from.length; e++) {
      if (from[e] != to[e]) {
        all[fill[from[e]]++] = to[e];
        all[fill[to[e]]++] = from[e];
      }
    }
    return withoutDoubles(unitCount, degree, all);
  }

  private static UnitGraph withoutDoubles(int unitCount, int[] rough, int[] all) {
    int[] start = new int[unitCount + 1];
    int kept = 0;
    for (int u = 0; u < unitCount; u++) {
      Arrays.sort(all, rough[u], rough[u + 1]);
      start[u] = kept;
      for (int k = rough[u]; k < rough[u + 1]; k++) {
        if (kept == start[u] || all[kept - 1] != all[k]) {
          all[kept++] = all[k];
        }
      }
    }
    start[unitCount] = kept;
    return new UnitGraph(start, Arrays.copyOf(all, kept));
  }

  private static void requireUnit(int unit, int unitCount) {
    if (unit < 0 || unit >= unitCount) {
      throw new IllegalArgumentException(
          "The unit number (%s) must lie from 0 to %s.".formatted(unit, unitCount - 1));
    }
  }

  /** How many units there are. */
  public int unitCount() {
    return start.length - 1;
  }

  /** How many pairs of units touch. */
  public int edgeCount() {
    return neighbour.length / 2;
  }

  /** How many units touch this one. */
  public int degree(int unit) {
    return start[unit + 1] - start[unit];
  }

  /** Position of the first neighbour, for loops {@code for (k = first(u); k < end(u); k++)}. */
  public int first(int unit) {
    return start[unit];
  }

  /** Position after the last neighbour. */
  public int end(int unit) {
    return start[unit + 1];
  }

  /** The neighbour at a position from {@link #first} to before {@link #end}. */
  public int neighbourAt(int position) {
    return neighbour[position];
  }

  /** Whether two units touch. O(degree of the first). */
  public boolean areNeighbours(int one, int other) {
    for (int k = first(one); k < end(one); k++) {
      if (neighbourAt(k) == other) {
        return true;
      }
    }
    return false;
  }
}
