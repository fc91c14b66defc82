package bailiwick.geo.lookup;

import bailiwick.core.unit.LonLat;
import bailiwick.geo.shape.Grid;
import bailiwick.geo.shape.Topology;
import java.util.List;
import java.util.OptionalInt;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Finds the shape of a topology around a point. Immutable and thread-safe. Holds every border once,
 * 8 bytes a vertex.
 *
 * <p>Source: Shimrat, <i>Algorithm 112: Position of point relative to polygon</i>, CACM 1962: a ray
 * to the east crosses the borders of a shape an odd number of times from inside. Two shapes count
 * the crossings of their common border alike, so a point on it belongs to one of them and not to
 * both. Arcs that lie all above, below or behind are not looked at; of those wholly ahead only the
 * ends are.
 */
public final class ShapeLookup {

  private static final int BOX = 4; // least column, least row, greatest column, greatest row

  private final Grid grid;
  private final int[][] arcs; // [arc] -> x0, y0, x1, y1, … in columns and rows
  private final int[] boxes; // [4 * arc + side]
  private final int[][] arcsOf; // [shape] -> its arcs
  private final STRtree byEnvelope = new STRtree();

  private ShapeLookup(Topology topology) {
    this.grid = topology.grid();
    this.arcs = new int[topology.arcCount()][];
    this.boxes = new int[BOX * arcs.length];
    for (int arc = 0; arc < arcs.length; arc++) {
      addArc(topology, arc);
    }
    List<Topology.Shape> shapes = topology.shapes();
    this.arcsOf = new int[shapes.size()][];
    for (int shape = 0; shape < arcsOf.length; shape++) {
      addShape(shapes.get(shape), shape);
    }
    byEnvelope.build(); // afterwards any number of threads may ask
  }

  /** Holds the shapes of a topology by their position. O(vertices). */
  public static ShapeLookup of(Topology topology) {
    return new ShapeLookup(topology);
  }

  private void addArc(Topology topology, int arc) {
    int[] run = new int[2 * topology.vertexCount(arc)];
    int minX = Integer.MAX_VALUE;
    int minY = Integer.MAX_VALUE;
    int maxX = Integer.MIN_VALUE;
    int maxY = Integer.MIN_VALUE;
    for (int v = 0; v < run.length / 2; v++) {
      int x = topology.column(arc, v);
      int y = topology.row(arc, v);
      run[2 * v] = x;
      run[2 * v + 1] = y;
      minX = Math.min(minX, x);
      minY = Math.min(minY, y);
      maxX = Math.max(maxX, x);
      maxY = Math.max(maxY, y);
    }
    arcs[arc] = run;
    boxes[BOX * arc] = minX;
    boxes[BOX * arc + 1] = minY;
    boxes[BOX * arc + 2] = maxX;
    boxes[BOX * arc + 3] = maxY;
  }

  private void addShape(Topology.Shape shape, int number) {
    arcsOf[number] =
        shape.polygons().stream()
            .flatMap(List::stream)
            .flatMap(List::stream)
            .mapToInt(reference -> reference < 0 ? ~reference : reference)
            .toArray();
    Envelope around = new Envelope();
    for (int arc : arcsOf[number]) {
      around.expandToInclude(boxes[BOX * arc], boxes[BOX * arc + 1]);
      around.expandToInclude(boxes[BOX * arc + 2], boxes[BOX * arc + 3]);
    }
    if (!around.isNull()) {
      byEnvelope.insert(around, number);
    }
  }

  /** The position of the shape that holds a point, the first where shapes lie on each other. */
  public OptionalInt findUnder(LonLat point) {
    double x = (point.lon() - grid.originX()) / grid.stepX();
    double y = (point.lat() - grid.originY()) / grid.stepY();
    int found = -1;
    for (Object item : byEnvelope.query(new Envelope(new Coordinate(x, y)))) {
      int shape = (Integer) item;
      if ((found < 0 || shape < found) && holds(shape, x, y)) {
        found = shape;
      }
    }
    return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
  }

  private boolean holds(int shape, double x, double y) {
    boolean inside = false;
    for (int arc : arcsOf[shape]) {
      int box = BOX * arc;
      if (y >= boxes[box + 1] && y <= boxes[box + 3] && x <= boxes[box + 2]) {
        int[] run = arcs[arc];
        inside ^=
            x < boxes[box] ? (run[1] > y) != (run[run.length - 1] > y) : isCrossedOddly(run, x, y);
      }
    }
    return inside;
  }

  private static boolean isCrossedOddly(int[] run, double x, double y) {
    boolean odd = false;
    for (int v = 2; v < run.length; v += 2) {
      boolean below = run[v - 1] <= y;
      if (below != run[v + 1] <= y
          && x
              < run[v - 2] + (y - run[v - 1]) * (run[v] - run[v - 2]) / (run[v + 1] - run[v - 1])) {
        odd = !odd;
      }
    }
    return odd;
  }
}
