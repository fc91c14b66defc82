package bailiwick.geo.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * Sorts the rings of one shape into shells and holes: a shell turns clockwise, a hole the other way
 * and lies in the smallest shell around it. A ring that turns like a hole and lies in no shell is
 * taken for a shell, for there are writers that do not mind the direction. Stateless.
 */
final class ShapeRings {

  private ShapeRings() {}

  /** A shell and what is cut out of it. */
  private static final class Shell {
    private final Coordinate[] ring;
    private final Envelope box = new Envelope();
    private final List<Coordinate[]> holes = new ArrayList<>();

    Shell(Coordinate[] ring) {
      this.ring = ring;
      for (Coordinate vertex : ring) {
        box.expandToInclude(vertex);
      }
    }

    /** Whether a ring lies inside; they may touch, but not cross. */
    boolean holds(Coordinate[] other) {
      for (Coordinate vertex : other) {
        if (!box.contains(vertex)) {
          return false;
        }
        int location = RayCrossingCounter.locatePointInRing(vertex, ring);
        if (location != Location.BOUNDARY) {
          return location == Location.INTERIOR;
        }
      }
      return true;
    }

    List<Polygon> polygon() {
      List<Coordinate[]> rings = new ArrayList<>();
      rings.add(ring);
      rings.addAll(holes);
      return ShapeJson.polygon(rings);
    }
  }

  /** The ground within the shells and outside the holes; rings of under four vertices hold none. */
  static Geometry polygons(List<Coordinate[]> rings) {
    List<Shell> shells = new ArrayList<>();
    List<Coordinate[]> holes = new ArrayList<>();
    for (Coordinate[] ring : rings) {
      if (ring.length >= 4) {
        if (Orientation.isCCW(ring)) {
          holes.add(ring);
        } else {
          shells.add(new Shell(ring));
        }
      }
    }
    List<Shell> astray = new ArrayList<>();
    for (Coordinate[] hole : holes) {
      around(hole, shells)
          .ifPresentOrElse(shell -> shell.holes.add(hole), () -> astray.add(new Shell(hole)));
    }
    shells.addAll(astray);
    return ShapeJson.polygonal(shells.stream().flatMap(shell -> shell.polygon().stream()).toList());
  }

  private static Optional<Shell> around(Coordinate[] hole, List<Shell> shells) {
    return shells.stream()
        .filter(shell -> shell.holds(hole))
        .min(Comparator.comparingDouble(shell -> shell.box.getArea()));
  }
}
