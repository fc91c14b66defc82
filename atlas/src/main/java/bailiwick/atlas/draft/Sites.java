package bailiwick.atlas.draft;

import bailiwick.geo.tiling.VoronoiEdges;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.index.strtree.ItemBoundable;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * The sites that share the ground of one group of grounds: the postcodes' points, and the polygons
 * to divide among them. Filled first, then asked.
 */
final class Sites {

  private static final double APART = 2e-4; // degrees: two steps of the fine grid

  private final List<Geometry> grounds = new ArrayList<>();
  private final List<Site> sites = new ArrayList<>();
  private final STRtree nearest = new STRtree();
  private double shrink = 1;

  /** A postcode's point, where it is tiled from. */
  record Site(String postcode, Coordinate at) {}

  void addGround(Geometry ground) {
    grounds.add(ground);
    shrink = VoronoiEdges.shrinkAt(grounds.getFirst());
  }

  /** Adds a site; one too near an earlier one steps aside on a spiral, always the same way. */
  void add(String postcode, Coordinate wanted) {
    Coordinate at = wanted;
    for (int step = 1; isTaken(at); step++) {
      double angle = step * 2.399963229728653; // the golden angle spreads them evenly
      double radius = 2 * APART * StrictMath.sqrt(step);
      at =
          new Coordinate(
              wanted.x + radius * StrictMath.cos(angle), wanted.y + radius * StrictMath.sin(angle));
    }
    sites.add(new Site(postcode, at));
  }

  private boolean isTaken(Coordinate at) {
    return sites.stream().anyMatch(site -> site.at().distance(at) < APART);
  }

  /** The postcodes that have a site here. */
  List<String> codes() {
    return sites.stream().map(Site::postcode).toList();
  }

  boolean isEmpty() {
    return sites.isEmpty();
  }

  List<LineString> edges() {
    List<Coordinate> points = sites.stream().map(Site::at).toList();
    List<LineString> edges = new ArrayList<>();
    for (Geometry ground : grounds) {
      edges.addAll(VoronoiEdges.inside(points, ground));
    }
    return edges;
  }

  /** The postcode whose site is nearest, measured as the edges were drawn. */
  String nearest(Coordinate point) {
    if (nearest.isEmpty()) {
      for (Site site : sites) {
        nearest.insert(new Envelope(onGround(site.at())), site);
      }
    }
    Site probe = new Site("", point);
    Site found =
        (Site)
            nearest.nearestNeighbour(
                new Envelope(onGround(point)), probe, (a, b) -> distance(a, b));
    return found.postcode();
  }

  /** Distance of a site from a point, in degrees of latitude. */
  double distance(Coordinate from) {
    return sites.stream()
        .map(site -> onGround(site.at()).distance(onGround(from)))
        .min(Comparator.naturalOrder())
        .orElse(Double.POSITIVE_INFINITY);
  }

  private double distance(ItemBoundable a, ItemBoundable b) {
    return onGround(((Site) a.getItem()).at()).distance(onGround(((Site) b.getItem()).at()));
  }

  private Coordinate onGround(Coordinate degrees) {
    return new Coordinate(degrees.x * shrink, degrees.y);
  }
}
