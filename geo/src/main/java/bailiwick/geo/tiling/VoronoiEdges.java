package bailiwick.geo.tiling;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/**
 * The lines half-way between neighbouring points, inside a polygon. A degree of longitude is
 * shortened by the cosine of the polygon's middle latitude, so that "half-way" is meant on the
 * ground. Stateless.
 */
public final class VoronoiEdges {

  private VoronoiEdges() {}

  /**
   * The lines between points that cut a polygon into their cells.
   *
   * @param sites distinct points in degrees; fewer than two need no line
   * @param container the polygon to cut, in degrees
   */
  public static List<LineString> inside(List<Coordinate> sites, Geometry container) {
    if (sites.size() < 2) {
      return List.of();
    }
    double shrink = shrinkAt(container);
    AffineTransformation toGround = AffineTransformation.scaleInstance(shrink, 1);
    AffineTransformation toDegrees = AffineTransformation.scaleInstance(1 / shrink, 1);
    Geometry ground = toGround.transform(container);
    Geometry edges = toDegrees.transform(linesOf(diagram(sites, shrink, ground)));
    List<LineString> lines = new ArrayList<>();
    for (Object line :
        LinearComponentExtracter.getLines(
            OverlayNGRobust.overlay(valid(container), edges, OverlayNG.INTERSECTION))) {
      lines.add((LineString) line);
    }
    return lines;
  }

  /** Published polygons on a coarse grid cross themselves here and there. */
  private static Geometry valid(Geometry container) {
    return container.isValid() ? container : GeometryFixer.fix(container);
  }

  private static Geometry linesOf(Geometry diagram) {
    List<LineString> lines = new ArrayList<>();
    for (Object line : LinearComponentExtracter.getLines(diagram)) {
      lines.add((LineString) line);
    }
    return diagram.getFactory().createMultiLineString(lines.toArray(LineString[]::new));
  }

  /** How much a degree of longitude is shorter than one of latitude in the middle of a shape. */
  public static double shrinkAt(Geometry shape) {
    return StrictMath.cos(StrictMath.toRadians(shape.getEnvelopeInternal().centre().y));
  }

  private static Geometry diagram(List<Coordinate> sites, double shrink, Geometry ground) {
    VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
    List<Coordinate> onGround =
        sites.stream().map(site -> new Coordinate(site.x * shrink, site.y)).toList();
    builder.setSites(onGround);
    Envelope around = new Envelope(ground.getEnvelopeInternal());
    onGround.forEach(around::expandToInclude);
    around.expandBy(around.getDiameter() / 4 + 0.01); // frame well off the polygon
    builder.setClipEnvelope(around);
    // Not getDiagram: it cuts the cells to the frame by an overlay that fails on points in a row.
    // What reaches beyond the polygon is cut off with it anyway.
    return builder.getSubdivision().getVoronoiDiagram(ground.getFactory());
  }
}
