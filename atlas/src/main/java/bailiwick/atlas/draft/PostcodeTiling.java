package bailiwick.atlas.draft;

import bailiwick.atlas.draft.CountryDraft.Ground;
import bailiwick.atlas.draft.CountryDraft.Postcode;
import bailiwick.geo.shape.Feature;
import bailiwick.geo.shape.Grid;
import bailiwick.geo.tiling.Tiling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/**
 * Polygons of postcode areas: the true ones where they are known, and cells around the points of
 * the others, each inside its county where counties are the pieces of land, else inside the piece
 * its point stands on. Cells share what true polygons leave of their ground. Where the point of a
 * cell lies in a true polygon, published before the code was, the two share that polygon. One use
 * per country.
 */
final class PostcodeTiling {

  /** Degrees, about 5 km: a lost area shares a polygon no farther off. */
  private static final double NEAR = 0.05;

  private final List<Ground> grounds;
  private final Grounds lookup;
  private final List<Postcode> shaped; // with a polygon of their own
  private final Grounds shapedLookup;
  private final List<Sites> sitesOf = new ArrayList<>(); // [ground] -> its sites, or its host's
  private final SortedMap<Integer, Sites> guestsOf = new TreeMap<>(); // by position among shaped
  private final Set<Integer> holdsTrueShapes = new HashSet<>(); // grounds of shaped areas

  private final Set<String> kept; // codes of areas whose polygon is the cell they had

  private PostcodeTiling(List<Ground> grounds, List<Postcode> shaped, Set<String> kept) {
    this.grounds = grounds;
    this.kept = kept;
    this.lookup = new Grounds(grounds);
    this.shaped = shaped;
    this.shapedLookup =
        new Grounds(shaped.stream().map(p -> new Ground(p.postcode(), p.polygon())).toList());
  }

  /**
   * A tiled country.
   *
   * @param areas polygons in order of codes
   * @param trueShapes codes of those that are as their publisher drew them
   */
  record Tiled(List<Feature> areas, SortedSet<String> trueShapes) {}

  /**
   * The polygons of all areas among the postcodes. An area that is left without ground, too small
   * for the grid or covered by others, shares the true polygon nearest to its point; when that is
   * too far off, it keeps the cell it had.
   */
  static Tiled of(CountryDraft draft) {
    List<Postcode> areas = draft.postcodes().stream().filter(Postcode::isArea).toList();
    Set<String> groundless = new HashSet<>();
    Map<String, Geometry> kept = new HashMap<>();
    while (true) {
      Tiled tiled = of(draft.grounds(), areas, groundless, kept);
      Set<String> lost = new HashSet<>();
      areas.forEach(area -> lost.add(area.postcode()));
      tiled.areas.forEach(area -> lost.remove(area.id()));
      if (areas.stream().noneMatch(Postcode::hasPolygon)
          || (!groundless.addAll(lost) && !keepCells(lost, draft.cells(), kept))) {
        return tiled;
      }
    }
  }

  /** Whether any lost area has a cell to keep that it does not keep already. */
  private static boolean keepCells(
      Set<String> lost, Map<String, Geometry> cells, Map<String, Geometry> kept) {
    Set<String> keepers = new HashSet<>(lost);
    keepers.retainAll(cells.keySet());
    keepers.removeAll(kept.keySet());
    keepers.forEach(code -> kept.put(code, Objects.requireNonNull(cells.get(code))));
    return !keepers.isEmpty();
  }

  private static Tiled of(
      List<Ground> grounds,
      List<Postcode> areas,
      Set<String> groundless,
      Map<String, Geometry> kept) {
    List<Postcode> shaped = new ArrayList<>();
    List<Postcode> unshaped = new ArrayList<>();
    for (Postcode area : areas) {
      Geometry cell = kept.get(area.postcode());
      if (cell != null) {
        shaped.add(area.withPolygon(cell));
        continue;
      }
      boolean isShaped = area.hasPolygon() && !groundless.contains(area.postcode());
      (isShaped ? shaped : unshaped).add(area);
    }
    PostcodeTiling tiling = new PostcodeTiling(grounds, shaped, kept.keySet());
    tiling.settle(unshaped, groundless);
    List<Feature> faces = Tiling.of(tiling.lines(), Grid.FINE, tiling::ownerAt);
    SortedSet<String> trueShapes = tiling.trueShapes(faces);
    return new Tiled(new Slivers(trueShapes, tiling.inside()).settled(faces), trueShapes);
  }

  private SortedSet<String> trueShapes(List<Feature> faces) {
    SortedSet<String> codes = new TreeSet<>();
    for (int s = 0; s < shaped.size(); s++) {
      if (!guestsOf.containsKey(s)) {
        codes.add(shaped.get(s).postcode());
      }
    }
    Set<String> drawn = new HashSet<>();
    faces.forEach(face -> drawn.add(face.id()));
    codes.retainAll(drawn);
    codes.removeAll(kept);
    return codes;
  }

  /** Codes of areas inside a true polygon that several share, or a cell that is kept. */
  private Set<String> inside() {
    Set<String> codes = new HashSet<>(kept);
    guestsOf.values().forEach(sites -> codes.addAll(sites.codes()));
    return codes;
  }

  private void settle(List<Postcode> unshaped, Set<String> groundless) {
    for (int g = 0; g < grounds.size(); g++) {
      sitesOf.add(new Sites());
    }
    for (Postcode postcode : shaped) {
      findGround(postcode).ifPresent(holdsTrueShapes::add);
    }
    for (Postcode postcode : unshaped) {
      settle(postcode, groundless.contains(postcode.postcode()));
    }
    for (int g = 0; g < grounds.size(); g++) {
      sitesOf.get(g).addGround(openPart(g));
    }
    giveEmptyGroundToNeighbours();
  }

  /** Where polygons are all there is of a country, an area far from all of them stays lost. */
  private void settle(Postcode postcode, boolean groundless) {
    Optional<Integer> ground = findGround(postcode).or(() -> lookup.findNearest(at(postcode)));
    Coordinate point =
        ground.map(land -> lookup.onto(land, at(postcode))).orElseGet(() -> at(postcode));
    Optional<Integer> host = shapedLookup.findUnder(point);
    if (host.isEmpty() && groundless) {
      host = shapedLookup.findWithin(NEAR, point);
    }
    host.filter(shape -> !kept.contains(shaped.get(shape).postcode()))
        .map(this::guestsOf)
        .or(() -> ground.map(sitesOf::get))
        .ifPresent(sites -> sites.add(postcode.postcode(), point));
  }

  /** The sites that share a true polygon, its own point among them. */
  private Sites guestsOf(int host) {
    return guestsOf.computeIfAbsent(
        host,
        none -> {
          Postcode owner = shaped.get(host);
          Sites sites = new Sites();
          sites.addGround(owner.polygon());
          sites.add(owner.postcode(), shapedLookup.onto(host, at(owner)));
          return sites;
        });
  }

  private static Coordinate at(Postcode postcode) {
    return new Coordinate(postcode.point().lon(), postcode.point().lat());
  }

  private Optional<Integer> findGround(Postcode postcode) {
    return lookup.findById(postcode.county()).or(() -> lookup.findUnder(at(postcode)));
  }

  /** What true polygons leave of a ground that cells have to share. */
  private Geometry openPart(int ground) {
    Geometry land = grounds.get(ground).polygon();
    Geometry open = sitesOf.get(ground).isEmpty() ? land : shapedLookup.restOf(land);
    return open.isEmpty() ? land : open;
  }

  /** A ground without any area goes to the sites of the ground nearest to it. */
  private void giveEmptyGroundToNeighbours() {
    List<Sites> before = List.copyOf(sitesOf);
    for (int g = 0; g < before.size(); g++) {
      if (before.get(g).isEmpty() && !holdsTrueShapes.contains(g)) {
        int empty = g;
        nearestSettled(empty, before)
            .filter(host -> !before.get(host).isEmpty())
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
      if ((!sites.get(g).isEmpty() || holdsTrueShapes.contains(g))
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
    guestsOf.values().forEach(sites -> lines.addAll(sites.edges()));
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
      Sites guests = guestsOf.get(shape.get());
      return guests == null ? shaped.get(shape.get()).postcode() : guests.nearest(inside);
    }
    return lookup
        .findUnder(inside)
        .map(ground ->
            sitesOf.get(ground).isEmpty()
                ? Slivers.rest(grounds.get(ground).id())
                : sitesOf.get(ground).nearest(inside))
        .orElse(null);
  }
}
