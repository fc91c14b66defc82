package bailiwick.atlas.draft;

import bailiwick.atlas.draft.CountryDraft.Ground;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Finds the piece of land under a point. Not thread-safe: JTS builds its trees on first use. */
public final class Grounds {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final List<Ground> grounds;
  private final List<IndexedPointInAreaLocator> locators = new ArrayList<>();
  private final Map<String, Integer> numberOf = new HashMap<>();
  private final STRtree byEnvelope = new STRtree();

  /** Looks among pieces of land, which may lie on each other. */
  public Grounds(List<Ground> grounds) {
    this.grounds = grounds;
    for (int g = 0; g < grounds.size(); g++) {
      Geometry polygon = grounds.get(g).polygon();
      numberOf.put(grounds.get(g).id(), g);
      locators.add(new IndexedPointInAreaLocator(polygon));
      byEnvelope.insert(polygon.getEnvelopeInternal(), g);
    }
  }

  /**
   * The position of the ground that holds a point, the smallest where grounds lie on each other.
   */
  public Optional<Integer> findUnder(Coordinate point) {
    return candidates(new Envelope(point)).stream()
        .filter(g -> locators.get(g).locate(point) != Location.EXTERIOR)
        .min(Comparator.comparingDouble(g -> grounds.get(g).polygon().getArea()));
  }

  /** The position of the ground nearest to a point, none when all are farther off. */
  Optional<Integer> findWithin(double degrees, Coordinate point) {
    Point target = GEOMETRIES.createPoint(point);
    return findNearest(point)
        .filter(nearest -> grounds.get(nearest).polygon().isWithinDistance(target, degrees));
  }

  /** The position of the ground nearest to a point, where there is any. */
  public int nearest(Coordinate point) {
    return findNearest(point)
        .orElseThrow(() -> new IllegalStateException("There is no ground at all."));
  }

  /** The position of the ground nearest to a point, none when there is no ground at all. */
  Optional<Integer> findNearest(Coordinate point) {
    Point target = GEOMETRIES.createPoint(point);
    for (double reach = 0.1; reach < 720; reach *= 4) {
      Envelope around = new Envelope(point);
      around.expandBy(reach);
      Optional<Integer> nearest =
          candidates(around).stream()
              .min(Comparator.comparingDouble(g -> grounds.get(g).polygon().distance(target)));
      if (nearest.isPresent()
          && (reach > 360 || grounds.get(nearest.get()).polygon().distance(target) <= reach)) {
        return nearest;
      }
    }
    return Optional.empty();
  }

  /** The point of a ground nearest to a point, the point itself when it lies inside. */
  Coordinate onto(int ground, Coordinate point) {
    return DistanceOp.nearestPoints(grounds.get(ground).polygon(), GEOMETRIES.createPoint(point))[
        0];
  }

  /** What the grounds leave of a piece of land. */
  Geometry restOf(Geometry land) {
    List<Geometry> above =
        candidates(land.getEnvelopeInternal()).stream()
            .map(g -> grounds.get(g).polygon())
            .filter(polygon -> polygon.intersects(land))
            .toList();
    return above.isEmpty()
        ? land
        : OverlayNGRobust.overlay(
            GeometryFixer.fix(land), OverlayNGRobust.union(above), OverlayNG.DIFFERENCE);
  }

  /** The position of the ground of an id. */
  public Optional<Integer> findById(String id) {
    return Optional.ofNullable(numberOf.get(id));
  }

  /** The id of a ground by its position. */
  String id(int ground) {
    return grounds.get(ground).id();
  }

  private List<Integer> candidates(Envelope around) {
    List<Integer> found = new ArrayList<>();
    for (Object item : byEnvelope.query(around)) {
      found.add((Integer) item);
    }
    found.sort(Comparator.naturalOrder());
    return found;
  }
}
