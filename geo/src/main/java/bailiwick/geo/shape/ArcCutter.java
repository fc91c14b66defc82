package bailiwick.geo.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Cuts rings into arcs at junctions and holds equal arcs once. One use per topology. */
final class ArcCutter {

  private final Grid grid;
  private final Map<Long, Neighbours> around = new HashMap<>();
  private final Set<Long> junctions = new HashSet<>();
  private final Map<Run, Integer> arcOf = new HashMap<>();
  private final List<int[]> arcs = new ArrayList<>();

  ArcCutter(Grid grid) {
    this.grid = grid;
  }

  Topology cut(List<Feature> features) {
    List<List<List<int[]>>> rings = new ArrayList<>();
    for (Feature feature : features) {
      List<List<int[]>> polygons = Topology.ringsOf(feature.geometry(), grid);
      rings.add(polygons);
      polygons.forEach(polygon -> polygon.forEach(this::findJunctions));
    }
    List<Topology.Shape> shapes = new ArrayList<>();
    for (int f = 0; f < features.size(); f++) {
      List<List<List<Integer>>> polygons =
          rings.get(f).stream()
              .map(polygon -> polygon.stream().map(this::cutRing).toList())
              .toList();
      Feature feature = features.get(f);
      shapes.add(new Topology.Shape(feature.id(), feature.properties(), polygons));
    }
    return Topology.of(grid, shapes, arcs);
  }

  private void findJunctions(int[] ring) {
    int last = ring.length / 2 - 1; // the closing vertex repeats the first
    for (int v = 0; v < last; v++) {
      long before = vertex(ring, v == 0 ? last - 1 : v - 1);
      long after = vertex(ring, v + 1);
      Neighbours here = new Neighbours(Math.min(before, after), Math.max(before, after));
      Neighbours earlier = around.putIfAbsent(vertex(ring, v), here);
      if (earlier != null && !earlier.equals(here)) {
        junctions.add(vertex(ring, v));
      }
    }
  }

  private List<Integer> cutRing(int[] ring) {
    int last = ring.length / 2 - 1;
    int start = startOf(ring, last);
    List<Integer> cut = new ArrayList<>();
    int from = 0;
    for (int step = 1; step <= last; step++) {
      if (step == last || junctions.contains(vertex(ring, (start + step) % last))) {
        cut.add(arc(run(ring, last, start + from, step - from)));
        from = step;
      }
    }
    return cut;
  }

  /** A junction, or in a ring without one the least vertex, so that equal rings begin alike. */
  private int startOf(int[] ring, int last) {
    int least = 0;
    for (int v = 0; v < last; v++) {
      if (junctions.contains(vertex(ring, v))) {
        return v;
      }
      if (vertex(ring, v) < vertex(ring, least)) {
        least = v;
      }
    }
    return least;
  }

  private static int[] run(int[] ring, int last, int start, int steps) {
    int[] run = new int[2 * (steps + 1)];
    for (int s = 0; s <= steps; s++) {
      int v = (start + s) % last;
      run[2 * s] = ring[2 * v];
      run[2 * s + 1] = ring[2 * v + 1];
    }
    return run;
  }

  private int arc(int[] run) {
    int[] reversed = reversed(run);
    boolean backwards = Arrays.compare(reversed, run) < 0;
    Run canonical = new Run(backwards ? reversed : run);
    Integer arc = arcOf.get(canonical);
    if (arc == null) {
      arc = arcs.size();
      arcs.add(canonical.vertices);
      arcOf.put(canonical, arc);
    }
    return backwards ? ~arc : arc;
  }

  private static int[] reversed(int[] run) {
    int[] reversed = new int[run.length];
    for (int v = 0; v < run.length; v += 2) {
      reversed[v] = run[run.length - v - 2];
      reversed[v + 1] = run[run.length - v - 1];
    }
    return reversed;
  }

  private static long vertex(int[] ring, int v) {
    return ((long) ring[2 * v] << 32) | (ring[2 * v + 1] & 0xffffffffL);
  }

  private record Neighbours(long one, long other) {}

  /** An arc as a key: equal when all its vertices are. */
  private static final class Run {
    private final int[] vertices;

    Run(int[] vertices) {
      this.vertices = vertices;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Run run && Arrays.equals(vertices, run.vertices);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(vertices);
    }
  }
}
