package bailiwick.geo.adjacency;

import bailiwick.core.unit.LonLat;
import bailiwick.geo.lookup.NearestLookup;
import bailiwick.geo.lookup.PointGroups;
import bailiwick.geo.shape.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;

/**
 * The fewest links that join the islands of a map into one piece, each between the two nearest
 * shapes of different pieces.
 *
 * <p>Source: Borůvka, <i>O jistém problému minimálním</i>, 1926: in each round every piece but the
 * largest reaches for its nearest other piece. Distances are taken between vertices.
 */
public final class IslandBridges {

  private final Pieces pieces;
  private final int[] shapeOf; // [vertex] -> shape
  private final double[] lon; // [vertex]
  private final double[] lat; // [vertex]
  private final NearestLookup nearest;

  private IslandBridges(Topology topology, Pieces pieces) {
    this.pieces = pieces;
    List<Integer> shapes = new ArrayList<>();
    List<LonLat> vertices = new ArrayList<>();
    for (int shape = 0; shape < topology.shapes().size(); shape++) {
      for (LonLat vertex : verticesOf(topology, shape)) {
        shapes.add(shape);
        vertices.add(vertex);
      }
    }
    this.shapeOf = shapes.stream().mapToInt(Integer::intValue).toArray();
    this.lon = vertices.stream().mapToDouble(LonLat::lon).toArray();
    this.lat = vertices.stream().mapToDouble(LonLat::lat).toArray();
    this.nearest = NearestLookup.of(lon, lat);
  }

  /**
   * A link between two shapes that do not touch.
   *
   * @param from position of the one shape, the lesser
   * @param to position of the other
   * @param gapKm distance between them, 0 or more
   */
  public record Gap(int from, int to, double gapKm) {}

  /** The links that make one piece of all shapes, in order of {@code from}, then {@code to}. */
  public static List<Gap> joining(Topology topology, List<Borders.Border> borders) {
    Pieces pieces = new Pieces(topology.shapes().size());
    borders.forEach(border -> pieces.join(border.from(), border.to()));
    if (pieces.count() < 2) {
      return List.of();
    }
    return new IslandBridges(topology, pieces).join();
  }

  private List<Gap> join() {
    List<Gap> bridges = new ArrayList<>();
    while (pieces.count() > 1) {
      int before = pieces.count();
      for (Gap gap : nearestOfEachPiece().values()) {
        if (pieces.join(gap.from(), gap.to())) {
          bridges.add(gap);
        }
      }
      if (pieces.count() == before) {
        throw new IllegalArgumentException(
            "A shape without vertices cannot be bridged (%s pieces are left).".formatted(before));
      }
    }
    bridges.sort(Comparator.comparingInt(Gap::from).thenComparingInt(Gap::to));
    return List.copyOf(bridges);
  }

  private SortedMap<Integer, Gap> nearestOfEachPiece() {
    SortedMap<Integer, Gap> nearestOf = new TreeMap<>();
    int largest = pieces.largest();
    int[] pieceOf = IntStream.of(shapeOf).map(pieces::of).toArray();
    PointGroups groups = nearest.grouped(pieceOf);
    for (int vertex = 0; vertex < pieceOf.length; vertex++) {
      int piece = pieceOf[vertex];
      if (piece != largest) {
        Gap sofar = nearestOf.get(piece);
        LonLat here = new LonLat(lon[vertex], lat[vertex]);
        double withinKm = sofar == null ? Double.POSITIVE_INFINITY : sofar.gapKm();
        OptionalInt there = nearest.findNearestOutside(here, groups, piece, withinKm);
        if (there.isPresent()) {
          Gap gap = gap(vertex, there.getAsInt());
          nearestOf.merge(piece, gap, (a, b) -> a.gapKm() <= b.gapKm() ? a : b);
        }
      }
    }
    return nearestOf;
  }

  private Gap gap(int here, int there) {
    int a = shapeOf[here];
    int b = shapeOf[there];
    double km = new LonLat(lon[here], lat[here]).distanceKm(new LonLat(lon[there], lat[there]));
    return new Gap(Math.min(a, b), Math.max(a, b), km);
  }

  private static List<LonLat> verticesOf(Topology topology, int shape) {
    List<LonLat> vertices = new ArrayList<>();
    for (List<List<Integer>> polygon : topology.shapes().get(shape).polygons()) {
      for (int reference : polygon.getFirst()) {
        int arc = reference < 0 ? ~reference : reference;
        for (int v = 0; v < topology.vertexCount(arc); v++) {
          Coordinate vertex = topology.vertex(arc, v);
          vertices.add(Borders.onGlobe(vertex));
        }
      }
    }
    return vertices;
  }
}
