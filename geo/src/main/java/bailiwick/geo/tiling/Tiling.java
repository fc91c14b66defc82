package bailiwick.geo.tiling;

import bailiwick.geo.shape.Feature;
import bailiwick.geo.shape.Grid;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.InteriorPointArea;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * Makes polygons that fit exactly out of lines that may cross, touch or nearly touch: the lines are
 * rounded to a grid so that they meet only at grid points, every closed face is found, and each
 * face goes to whoever owns its inner point. Neighbouring polygons then share the very same
 * vertices.
 *
 * <p>Source: Hobby, <i>Practical segment intersection with finite precision output</i>,
 * Computational Geometry 1999 (snap rounding, by JTS).
 *
 * <p>Known limits: a face narrower than a step of the grid collapses and is lost.
 */
public final class Tiling {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private Tiling() {}

  /** Says whose a face is by a point inside it, in degrees; null when it is nobody's. */
  @FunctionalInterface
  public interface Owner {
    /** The id of the owner, or null when the face belongs to none (water, abroad). */
    @Nullable String of(Coordinate inside);
  }

  /**
   * The polygons of all owners, in order of their ids.
   *
   * @param lines borders in degrees, in any order
   * @param grid where vertices may stand
   * @param owner whose each face is
   */
  public static List<Feature> of(Collection<LineString> lines, Grid grid, Owner owner) {
    // The polygonizer hands faces out in no fixed order; sums and rings are put in order below.
    SortedMap<String, List<Geometry>> facesOf = new TreeMap<>();
    for (Polygon face : faces(lines, grid)) {
      Coordinate inside = InteriorPointArea.getInteriorPoint(face);
      String id = owner.of(grid.degrees(inside.x, inside.y));
      if (id != null) {
        facesOf.computeIfAbsent(id, none -> new ArrayList<>()).add(face);
      }
    }
    List<Feature> tiling = new ArrayList<>();
    facesOf.forEach((id, faces) -> tiling.add(Feature.of(id, inDegrees(sum(faces), grid).norm())));
    return List.copyOf(tiling);
  }

  /**
   * The sum of faces that neither overlap nor leave slivers between them, valid. Borders between
   * them vanish, the others stay vertex by vertex. O(vertices).
   */
  public static Geometry sum(List<Geometry> faces) {
    if (faces.size() == 1) {
      return faces.getFirst();
    }
    Geometry sum = CoverageUnion.union(faces.toArray(Geometry[]::new));
    return sum.isValid() ? sum : GeometryFixer.fix(sum); // a ring may come to touch itself
  }

  private static List<Polygon> faces(Collection<LineString> lines, Grid grid) {
    Polygonizer polygonizer = new Polygonizer();
    for (LineString line : noded(lines, grid)) {
      polygonizer.add(line);
    }
    List<Polygon> faces = new ArrayList<>();
    for (Object face : polygonizer.getPolygons()) {
      faces.add((Polygon) face);
    }
    return faces;
  }

  /** Lines that meet at their ends only, on the grid. */
  private static List<LineString> noded(Collection<LineString> lines, Grid grid) {
    Chains drawn = new Chains();
    lines.forEach(line -> drawn.add(onGrid(line, grid)));
    List<SegmentString> strings = new ArrayList<>();
    for (Coordinate[] line : drawn.lines()) {
      strings.add(new NodedSegmentString(line, null));
    }
    SnapRoundingNoder noder = new SnapRoundingNoder(new PrecisionModel(1));
    noder.computeNodes(strings);
    Chains rounded = new Chains();
    for (Object noded : noder.getNodedSubstrings()) {
      rounded.add(((SegmentString) noded).getCoordinates());
    }
    return rounded.lines().stream().map(GEOMETRIES::createLineString).toList();
  }

  /** Columns and rows, not yet rounded: the noder rounds. */
  private static Coordinate[] onGrid(LineString line, Grid grid) {
    Coordinate[] degrees = line.getCoordinates();
    Coordinate[] placed = new Coordinate[degrees.length];
    for (int v = 0; v < degrees.length; v++) {
      placed[v] =
          new Coordinate(
              (degrees[v].x - grid.originX()) / grid.stepX(),
              (degrees[v].y - grid.originY()) / grid.stepY());
    }
    return placed;
  }

  private static Geometry inDegrees(Geometry onGrid, Grid grid) {
    Geometry degrees = onGrid.copy();
    degrees.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence sequence, int v) {
            Coordinate at = grid.degrees(sequence.getX(v), sequence.getY(v));
            sequence.setOrdinate(v, CoordinateSequence.X, at.x);
            sequence.setOrdinate(v, CoordinateSequence.Y, at.y);
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return true;
          }
        });
    return degrees;
  }
}
