package bailiwick.core.optimize.start;

import bailiwick.core.design.Distances;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Puts units near each other into clumps of about as many units each, by halving the land across
 * its widest side again and again. O(n log n). Immutable; hands out its arrays to its own package.
 */
final class Clumps {

  private final Distances distances;
  private final UnitShares shares;
  private final int largest; // units of a clump
  private final int[] order; // units, those of a clump side by side
  private final int[] clumpOf; // [unit] -> clump
  private final List<Integer> middle = new ArrayList<>(); // [clump] -> unit

  private Clumps(Distances distances, UnitShares shares, int[] groupOf, int wanted) {
    this.distances = distances;
    this.shares = shares;
    this.largest = Math.ceilDiv(groupOf.length, wanted);
    this.clumpOf = new int[groupOf.length];
    this.order =
        IntStream.range(0, groupOf.length)
            .mapToLong(unit -> (long) groupOf[unit] << Integer.SIZE | unit)
            .sorted()
            .mapToInt(key -> (int) key)
            .toArray();
    int from = 0;
    for (int to = 1; to <= order.length; to++) {
      if (to == order.length || groupOf[order[to]] != groupOf[order[from]]) {
        halve(from, to);
        from = to;
      }
    }
  }

  /**
   * Clumps of units.
   *
   * @param groupOf {@code [unit] -> group}, 0 or more; a clump has units of one group
   * @param wanted clumps; there are up to twice as many, and one more for each group
   */
  static Clumps of(Distances distances, UnitShares shares, int[] groupOf, int wanted) {
    return new Clumps(distances, shares, groupOf, wanted);
  }

  private void halve(int from, int to) {
    if (to - from <= largest) {
      close(from, to);
      return;
    }
    int across = widestSide(from, to);
    int half = (from + to) >>> 1;
    Selection.select(order, from, to, half, unit -> distances.coordinate(unit, across));
    halve(from, half);
    halve(half, to);
  }

  private int widestSide(int from, int to) {
    int widest = 0;
    double width = -1;
    for (int d = 0; d < Distances.DIMENSIONS; d++) {
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      for (int k = from; k < to; k++) {
        double here = distances.coordinate(order[k], d);
        least = Math.min(least, here);
        most = Math.max(most, here);
      }
      if (most - least > width) {
        width = most - least;
        widest = d;
      }
    }
    return widest;
  }

  private void close(int from, int to) {
    double[] mean = new double[Distances.DIMENSIONS];
    double sum = 0;
    for (int k = from; k < to; k++) {
      clumpOf[order[k]] = middle.size();
      sum += shares.mean(order[k]);
      for (int d = 0; d < Distances.DIMENSIONS; d++) {
        mean[d] += shares.mean(order[k]) * distances.coordinate(order[k], d);
      }
    }
    int nearest = order[from];
    double least = Double.POSITIVE_INFINITY;
    for (int k = from; k < to; k++) {
      double square = 0;
      for (int d = 0; d < Distances.DIMENSIONS; d++) {
        double step = distances.coordinate(order[k], d) - mean[d] / sum;
        square += step * step;
      }
      if (square < least) {
        least = square;
        nearest = order[k];
      }
    }
    middle.add(nearest);
  }

  /** How many clumps there are. */
  int count() {
    return middle.size();
  }

  /** {@code [unit] -> clump}. */
  int[] clumpOf() {
    return clumpOf.clone();
  }

  /** {@code [clump] -> the unit nearest to its middle}. */
  int[] middles() {
    return middle.stream().mapToInt(Integer::intValue).toArray();
  }
}
