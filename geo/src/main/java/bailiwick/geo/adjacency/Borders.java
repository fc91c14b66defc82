package bailiwick.geo.adjacency;

import bailiwick.core.unit.LonLat;
import bailiwick.geo.shape.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;

/**
 * Common borders of the shapes of a topology: two shapes touch where they use the same arc. A mere
 * corner is no border. Stateless.
 */
public final class Borders {

  private Borders() {}

  /**
   * The border between two shapes.
   *
   * @param from position of the one shape, the lesser
   * @param to position of the other
   * @param km its length on the ground, above 0
   */
  public record Border(int from, int to, double km) {}

  /**
   * All borders, in order of {@code from}, then {@code to}.
   *
   * @param minKm shorter ones are taken for corners that rounding pulled open
   */
  public static List<Border> of(Topology topology, double minKm) {
    SortedMap<Long, Double> kmOf = new TreeMap<>();
    List<List<Integer>> usersOf = usersOf(topology);
    for (int arc = 0; arc < usersOf.size(); arc++) {
      List<Integer> users = usersOf.get(arc);
      for (int i = 0; i < users.size(); i++) {
        for (int j = i + 1; j < users.size(); j++) {
          kmOf.merge(pair(users.get(i), users.get(j)), lengthKm(topology, arc), Double::sum);
        }
      }
    }
    List<Border> borders = new ArrayList<>();
    kmOf.forEach((pair, km) -> {
      if (km >= minKm) {
        borders.add(new Border((int) (pair >>> 32), (int) (long) pair, km));
      }
    });
    return List.copyOf(borders);
  }

  private static List<List<Integer>> usersOf(Topology topology) {
    List<List<Integer>> usersOf = new ArrayList<>();
    for (int arc = 0; arc < topology.arcCount(); arc++) {
      usersOf.add(new ArrayList<>(2));
    }
    for (int shape = 0; shape < topology.shapes().size(); shape++) {
      for (List<List<Integer>> polygon : topology.shapes().get(shape).polygons()) {
        for (List<Integer> ring : polygon) {
          for (int reference : ring) {
            List<Integer> users = usersOf.get(reference < 0 ? ~reference : reference);
            if (!users.contains(shape)) {
              users.add(shape);
            }
          }
        }
      }
    }
    return usersOf;
  }

  private static long pair(int a, int b) {
    return ((long) Math.min(a, b) << 32) | Math.max(a, b);
  }

  private static double lengthKm(Topology topology, int arc) {
    double km = 0;
    for (int v = 1; v < topology.vertexCount(arc); v++) {
      km += onGlobe(topology.vertex(arc, v - 1)).distanceKm(onGlobe(topology.vertex(arc, v)));
    }
    return km;
  }

  /** A vertex as a place; shapes that were laid past the date line come back over it. */
  static LonLat onGlobe(Coordinate vertex) {
    double lon = vertex.x < -180 ? vertex.x + 360 : vertex.x > 180 ? vertex.x - 360 : vertex.x;
    return new LonLat(lon, Math.clamp(vertex.y, -90.0, 90.0));
  }
}
