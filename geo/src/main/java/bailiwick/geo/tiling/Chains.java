package bailiwick.geo.tiling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/**
 * Joins segments into lines that run from one meeting point to the next, each segment once. Borders
 * that two polygons share come twice, and most vertices of a border join just two segments: noding
 * and polygonizing lines instead of segments takes a fraction of the memory. Filled first, then
 * asked. O(n log n).
 */
final class Chains {

  private final Map<Coordinate, Integer> numberOf = new HashMap<>();
  private final List<Coordinate> vertices = new ArrayList<>(); // [vertex]
  private long[] segments = new long[1 << 12]; // lesser vertex, greater vertex
  private int count;

  /** Adds the segments of a line; those without length are left out. */
  void add(Coordinate[] line) {
    for (int v = 1; v < line.length; v++) {
      int one = number(line[v - 1]);
      int other = number(line[v]);
      if (one != other) {
        if (count == segments.length) {
          segments = Arrays.copyOf(segments, 2 * count);
        }
        segments[count++] = (long) Math.min(one, other) << 32 | Math.max(one, other);
      }
    }
  }

  private int number(Coordinate vertex) {
    Integer known = numberOf.putIfAbsent(vertex, vertices.size());
    if (known != null) {
      return known;
    }
    vertices.add(vertex);
    return vertices.size() - 1;
  }

  /** The lines; rings without a meeting point begin anywhere. */
  List<Coordinate[]> lines() {
    dropDoubles();
    return new Walk().lines();
  }

  private void dropDoubles() {
    Arrays.sort(segments, 0, count);
    int kept = 0;
    for (int s = 0; s < count; s++) {
      if (s == 0 || segments[s] != segments[s - 1]) {
        segments[kept++] = segments[s];
      }
    }
    count = kept;
  }

  /** One way through all segments. */
  private final class Walk {
    private final int[] first =
        new int[vertices.size() + 1]; // [vertex] -> where its segments begin
    private final int[] segmentAt = new int[2 * count];
    private final boolean[] used = new boolean[count];
    private final List<Coordinate[]> lines = new ArrayList<>();

    Walk() {
      for (int s = 0; s < count; s++) {
        first[lesser(s) + 1]++;
        first[greater(s) + 1]++;
      }
      for (int v = 0; v < vertices.size(); v++) {
        first[v + 1] += first[v];
      }
      int[] next = first.clone();
      for (int s = 0; s < count; s++) {
        segmentAt[next[lesser(s)]++] = s;
        segmentAt[next[greater(s)]++] = s;
      }
    }

    private int lesser(int segment) {
      return (int) (segments[segment] >>> 32);
    }

    private int greater(int segment) {
      return (int) segments[segment];
    }

    List<Coordinate[]> lines() {
      for (int v = 0; v < vertices.size(); v++) {
        if (isMeetingPoint(v)) {
          walkFrom(v);
        }
      }
      for (int v = 0; v < vertices.size(); v++) {
        walkFrom(v); // rings of which no vertex is a meeting point
      }
      return lines;
    }

    private boolean isMeetingPoint(int vertex) {
      return first[vertex + 1] - first[vertex] != 2;
    }

    private void walkFrom(int start) {
      for (int k = first[start]; k < first[start + 1]; k++) {
        if (!used[segmentAt[k]]) {
          lines.add(walk(start, segmentAt[k]));
        }
      }
    }

    private Coordinate[] walk(int start, int firstSegment) {
      List<Coordinate> line = new ArrayList<>();
      line.add(vertices.get(start));
      int at = start;
      int segment = firstSegment;
      while (segment >= 0) {
        used[segment] = true;
        at = lesser(segment) == at ? greater(segment) : lesser(segment);
        line.add(vertices.get(at));
        segment = isMeetingPoint(at) ? -1 : unused(at);
      }
      return line.toArray(Coordinate[]::new);
    }

    private int unused(int vertex) {
      for (int k = first[vertex]; k < first[vertex + 1]; k++) {
        if (!used[segmentAt[k]]) {
          return segmentAt[k];
        }
      }
      return -1;
    }
  }
}
