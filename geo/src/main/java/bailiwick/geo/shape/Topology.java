package bailiwick.geo.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Polygons on a grid with each run of common border, an arc, held once. Immutable and thread-safe.
 *
 * <p>Cuts arcs as Bostock's TopoJSON does (<i>How to infer topology</i>, 2013): a vertex where the
 * neighbouring vertices differ between rings is a junction; rings are cut at junctions, and equal
 * runs, in either direction, become one arc. O(vertices).
 */
public final class Topology {

  private final Grid grid;
  private final List<Shape> shapes;
  private final List<int[]> arcs; // arc -> x0, y0, x1, y1, … in columns and rows

  private Topology(Grid grid, List<Shape> shapes, List<int[]> arcs) {
    this.grid = grid;
    this.shapes = List.copyOf(shapes);
    this.arcs = List.copyOf(arcs);
  }

  /**
   * One shape as runs of arcs.
   *
   * @param id the feature's id
   * @param properties what else is said of it
   * @param polygons polygon → ring → arcs, the shell first; arc {@code ~k} is arc k backwards
   */
  public record Shape(
      String id, Map<String, String> properties, List<List<List<Integer>>> polygons) {

    public Shape {
      polygons = List.copyOf(polygons);
    }
  }

  /** Finds the common borders of shapes whose vertices agree on the grid. */
  public static Topology of(Grid grid, List<Feature> features) {
    return new ArcCutter(grid).cut(features);
  }

  /**
   * Shapes whose arcs are known.
   *
   * @param arcs arc → x0, y0, x1, y1, … in columns and rows; the arrays are kept and must not
   *     change
   */
  public static Topology of(Grid grid, List<Shape> shapes, List<int[]> arcs) {
    return new Topology(grid, shapes, arcs);
  }

  /** The grid its arcs stand on. */
  public Grid grid() {
    return grid;
  }

  /** The shapes, in the order given. */
  public List<Shape> shapes() {
    return shapes;
  }

  /** How many arcs there are. */
  public int arcCount() {
    return arcs.size();
  }

  /** How many vertices an arc has, at least two. */
  public int vertexCount(int arc) {
    return arcs.get(arc).length / 2;
  }

  /** The column of a vertex of an arc. */
  public int column(int arc, int vertex) {
    return arcs.get(arc)[2 * vertex];
  }

  /** The row of a vertex of an arc. */
  public int row(int arc, int vertex) {
    return arcs.get(arc)[2 * vertex + 1];
  }

  /** A vertex of an arc in degrees. */
  public Coordinate vertex(int arc, int vertex) {
    return grid.degrees(column(arc, vertex), row(arc, vertex));
  }

  /** Rings of polygons, gathered for the cutter. */
  static List<List<int[]>> ringsOf(Geometry geometry, Grid grid) {
    List<List<int[]>> polygons = new ArrayList<>();
    for (int g = 0; g < geometry.getNumGeometries(); g++) {
      if (geometry.getGeometryN(g) instanceof Polygon polygon && !polygon.isEmpty()) {
        List<int[]> rings = ringsOf(polygon, grid);
        if (!rings.isEmpty()) {
          polygons.add(rings);
        }
      }
    }
    return polygons;
  }

  private static List<int[]> ringsOf(Polygon polygon, Grid grid) {
    List<int[]> rings = new ArrayList<>();
    int[] shell = ring(polygon.getExteriorRing(), grid);
    if (shell.length >= 8) {
      rings.add(shell);
      for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
        int[] hole = ring(polygon.getInteriorRingN(h), grid);
        if (hole.length >= 8) {
          rings.add(hole);
        }
      }
    }
    return rings;
  }

  /** A closed ring on the grid without repeated vertices; shorter than 8 when it collapses. */
  private static int[] ring(LinearRing ring, Grid grid) {
    Coordinate[] coordinates = ring.getCoordinates();
    int[] placed = new int[2 * coordinates.length];
    int length = 0;
    for (Coordinate coordinate : coordinates) {
      int x = grid.column(coordinate.x);
      int y = grid.row(coordinate.y);
      if (length == 0 || placed[length - 2] != x || placed[length - 1] != y) {
        placed[length++] = x;
        placed[length++] = y;
      }
    }
    return Arrays.copyOf(placed, length);
  }
}
