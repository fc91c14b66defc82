package bailiwick.atlas.draft;

import bailiwick.atlas.draft.CountryDraft.Ground;
import bailiwick.atlas.draft.CountryDraft.Postcode;
import bailiwick.geo.shape.Feature;
import bailiwick.geo.shape.Grid;
import bailiwick.geo.tiling.Tiling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/**
 * Polygons of postcode areas: the true ones where they are known, and cells around the points of
 * the others, each inside its county where counties are the pieces of land, else inside the piece
 * its point stands on. One use per country.
 */
final class PostcodeTiling {

  private final List<Ground> grounds;
  private final Grounds lookup;
  private final List<Postcode> shaped; // with a polygon of their own
  private final Grounds shapedLookup;
  private final List<Sites> sitesOf = new ArrayList<>(); // [ground] -> its sites, or its host's

  private PostcodeTiling(List<Ground> grounds, List<Postcode> shaped) {
    this.grounds = grounds;
    this.lookup = new Grounds(grounds);
    this.shaped = shaped;
    this.shapedLookup =
        new Grounds(shaped.stream().map(p -> new Ground(p.postcode(), p.polygon())).toList());
  }

  /** The polygons of all areas among the postcodes, in order of codes. */
  static List<Feature> of(List<Ground> grounds, List<Postcode> postcodes) {
    List<Postcode> areas = postcodes.stream().filter(Postcode::area).toList();
    PostcodeTiling tiling =
        new PostcodeTiling(grounds, areas.stream().filter(Postcode::hasPolygon).toList());
    tiling.settle(areas.stream().filter(area -> !area.hasPolygon()).toList());
    return Tiling.of(tiling.lines(), Grid.FINE, tiling::ownerAt);
  }

  private void settle(List<Postcode> unshaped) {
    for (Ground ground : grounds) {
      Sites sites = new Sites();
      sites.addGround(ground.polygon());
      sitesOf.add(sites);
    }
    for (Postcode postcode : unshaped) {
      Coordinate point = new Coordinate(postcode.point().lon(), postcode.point().lat());
      int ground =
          lookup
              .findById(postcode.county())
              .or(() -> lookup.findUnder(point))
              .orElseGet(() -> lookup.nearest(point));
      sitesOf.get(ground).add(postcode.postcode(), lookup.onto(ground, point));
    }
    giveEmptyGroundToNeighbours();
  }

  /** A ground without any site goes to the sites of the ground nearest to it. */
  private void giveEmptyGroundToNeighbours() {
    List<Sites> before = List.copyOf(sitesOf);
    for (int g = 0; g < before.size(); g++) {
      if (before.get(g).isEmpty()) {
        int empty = g;
        nearestSettled(empty, before)
            .ifPresent(host -> {
              before.get(host).addGround(grounds.get(empty).polygon());
              sitesOf.set(empty, before.get(host));
            });
      }
    }
  }

  private Optional<Integer> nearestSettled(int empty, List<Sites> sites) {
    Geometry land = grounds.get(empty).polygon();
    Coordinate middle = land.getInteriorPoint().getCoordinate();
    Integer best = null;
    double bestGap = Double.POSITIVE_INFINITY;
    double bestReach = Double.POSITIVE_INFINITY;
    for (int g = 0; g < sites.size(); g++) {
      if (!sites.get(g).isEmpty()
          && land.getEnvelopeInternal().distance(grounds.get(g).polygon().getEnvelopeInternal())
              <= bestGap) {
        double gap = land.distance(grounds.get(g).polygon());
        double reach = sites.get(g).distance(middle);
        if (gap < bestGap || (gap == bestGap && reach < bestReach)) {
          best = g;
          bestGap = gap;
          bestReach = reach;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private List<LineString> lines() {
    List<LineString> lines = new ArrayList<>();
    grounds.forEach(ground -> addLines(ground.polygon(), lines));
    shaped.forEach(postcode -> addLines(postcode.polygon(), lines));
    sitesOf.stream().distinct().forEach(sites -> lines.addAll(sites.edges()));
    return lines;
  }

  static void addLines(Geometry polygon, List<LineString> lines) {
    for (Object line : LinearComponentExtracter.getLines(polygon)) {
      lines.add((LineString) line);
    }
  }

  private @Nullable String ownerAt(Coordinate inside) {
    Optional<Integer> shape = shapedLookup.findUnder(inside);
    if (shape.isPresent()) {
      return shaped.get(shape.get()).postcode();
    }
    return lookup
        .findUnder(inside)
        .map(sitesOf::get)
        .filter(sites -> !sites.isEmpty())
        .map(sites -> sites.nearest(inside))
        .orElse(null);
  }
}
