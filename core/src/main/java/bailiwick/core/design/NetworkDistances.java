package bailiwick.core.design;

import bailiwick.core.unit.UnitGraph;
import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * Shortest ways along the edges of a network, all pairs worked out beforehand. Immutable.
 *
 * <p>Costs O(n · edges · log n) time and n² doubles of memory, so it is meant for a few thousand
 * units. Source: E. W. Dijkstra, *A note on two problems in connexion with graphs*, 1959.
 */
public final class NetworkDistances implements Distances {

  /** The most units for which all pairs are kept: 512 MB of distances. */
  public static final int MAX_UNITS = 8_000;

  private final double[][] between; // [unit][site] -> length of the shortest way
  private final double[] x; // [unit] -> first coordinate
  private final double[] y; // [unit] -> second coordinate

  private NetworkDistances(double[][] between, double[] x, double[] y) {
    this.between = between;
    this.x = x;
    this.y = y;
  }

  /**
   * Shortest ways over edges with lengths.
   *
   * @param x first coordinates of the units, for starting centres only
   * @param y second coordinates
   * @param from one end of each edge
   * @param to the other end
   * @param length of each edge, 0 or more
   * @throws IllegalArgumentException when there are more than {@link #MAX_UNITS} units
   */
  public static NetworkDistances of(double[] x, double[] y, int[] from, int[] to, double[] length) {
    int n = x.length;
    if (n > MAX_UNITS) {
      throw new IllegalArgumentException(
          "The units (%s) must be at most %s for network distances.".formatted(n, MAX_UNITS));
    }
    UnitGraph graph = UnitGraph.of(n, from, to);
    double[] along = shortestEdges(graph, from, to, length);
    double[][] between = new double[n][];
    for (int unit = 0; unit < n; unit++) {
      between[unit] = waysFrom(unit, graph, along);
    }
    return new NetworkDistances(between, x.clone(), y.clone());
  }

  private static double[] shortestEdges(UnitGraph graph, int[] from, int[] to, double[] length) {
    double[] along = new double[2 * graph.edgeCount()];
    Arrays.fill(along, Double.POSITIVE_INFINITY);
    for (int e = 0; e < from.length; e++) {
      if (from[e] != to[e]) {
        shorten(along, graph, from[e], to[e], length[e]);
        shorten(along, graph, to[e], from[e], length[e]);
      }
    }
    return along;
  }

  private static void shorten(double[] along, UnitGraph graph, int from, int to, double length) {
    for (int k = graph.first(from); k < graph.end(from); k++) {
      if (graph.neighbourAt(k) == to) {
        along[k] = Math.min(along[k], length);
      }
    }
  }

  private static double[] waysFrom(int start, UnitGraph graph, double[] along) {
    record Reached(double way, int unit) {}
    double[] way = new double[graph.unitCount()];
    Arrays.fill(way, Double.POSITIVE_INFINITY);
    way[start] = 0;
    PriorityQueue<Reached> open = new PriorityQueue<>((a, b) -> Double.compare(a.way(), b.way()));
    open.add(new Reached(0, start));
    while (!open.isEmpty()) {
      Reached next = open.remove();
      if (next.way() > way[next.unit()]) {
        continue;
      }
      for (int k = graph.first(next.unit()); k < graph.end(next.unit()); k++) {
        int other = graph.neighbourAt(k);
        double there = next.way() + along[k];
        if (there < way[other]) {
          way[other] = there;
          open.add(new Reached(there, other));
        }
      }
    }
    return way;
  }

  @Override
  public int siteCount() {
    return between.length;
  }

  @Override
  public double between(int unit, int site) {
    return between[unit][site];
  }

  @Override
  public double coordinate(int site, int dimension) {
    return dimension == 0 ? x[site] : dimension == 1 ? y[site] : 0;
  }
}
