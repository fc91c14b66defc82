package bailiwick.atlas.install;

import bailiwick.atlas.Atlas;
import bailiwick.atlas.Country;
import bailiwick.atlas.Region;
import bailiwick.atlas.draft.CountryDraft;
import bailiwick.atlas.draft.CountryDraft.County;
import bailiwick.atlas.draft.CountryDraft.Ground;
import bailiwick.atlas.draft.CountryDraft.Neighbours;
import bailiwick.atlas.draft.CountryDraft.Postcode;
import bailiwick.atlas.pack.CountryPack.CountyRow;
import bailiwick.atlas.pack.CountryPack.RegionRow;
import bailiwick.core.unit.LonLat;
import bailiwick.geo.lookup.NearestLookup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;

/**
 * Puts rows and polygons of a country together: every postcode gets a region, a county and, where
 * it has ground of its own, a place in the tiling. One use per country.
 *
 * <p>A code without a polygon has ground of its own only when its point lies on an island of which
 * no polygon is known, and when no earlier code stands at the very same point; otherwise a
 * neighbour holds it, as it holds codes for boxes and large receivers.
 */
final class CountryAssembler {

  private static final String ISLANDS =
      "Islands without a shape: outlines of Natural Earth (public domain).";

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final String country;
  private final Atlas world;
  private final Map<String, PostcodeLine> lines; // by postcode, in order
  private final Map<String, Geometry> shapes;
  private final List<Ground> islands;

  CountryAssembler(
      String country, Atlas world, Map<String, PostcodeLine> lines, Map<String, Geometry> shapes) {
    this.country = country;
    this.world = world;
    this.lines = new TreeMap<>(lines);
    this.shapes = shapes;
    shapes.forEach((postcode, shape) ->
        this.lines.putIfAbsent(
            postcode, new PostcodeLine(postcode, PolygonFile.pointInside(shape), "", "", "", "")));
    this.islands =
        Outline.of(country, world, lines.values().stream().map(PostcodeLine::point).toList());
  }

  CountryDraft draft(List<Neighbours> neighbours) {
    List<PostcodeLine> settled = settled();
    List<Ground> open = openIslands();
    List<Postcode> postcodes = postcodes(settled, open);
    return new CountryDraft(
        country,
        regions(settled),
        counties(settled),
        postcodes,
        open,
        neighbours,
        Map.of(),
        ISLANDS);
  }

  // Regions and counties

  private List<PostcodeLine> settled() {
    List<PostcodeLine> withRegion =
        filled(
            lines.values().stream().map(this::withRegion).toList(),
            PostcodeLine::region,
            (line, region) -> with(line, region, line.county()),
            line -> "");
    return uniqueCounties(
        filled(
            withRegion,
            line -> line.county().isEmpty() ? "" : line.region() + '/' + line.county(),
            (line, path) ->
                path.startsWith(line.region() + '/')
                    ? with(line, line.region(), path.substring(line.region().length() + 1))
                    : with(line, line.region(), regionName(line.region())),
            line -> regionName(line.region())));
  }

  private PostcodeLine withRegion(PostcodeLine line) {
    Optional<String> abroad = dependencyUnder(line.point());
    String region =
        abroad.orElseGet(() ->
            world
                .findRegion(country, line.region())
                .map(Region::code)
                .orElse(line.region().replace('/', '-')));
    return with(line, region, line.county());
  }

  private Optional<String> dependencyUnder(LonLat point) {
    return islands.stream()
        .filter(island -> !island.id().startsWith(country + '/'))
        .filter(island -> isNear(island, point))
        .map(island -> island.id().substring(0, 2))
        .findFirst();
  }

  private interface Filler {
    PostcodeLine fill(PostcodeLine line, String value);
  }

  /** Gives lines without a value that of the nearest line that has one. */
  private static List<PostcodeLine> filled(
      List<PostcodeLine> lines,
      Function<PostcodeLine, String> value,
      Filler filler,
      Function<PostcodeLine, String> whenNone) {
    List<PostcodeLine> known = lines.stream().filter(line -> !value.apply(line).isEmpty()).toList();
    NearestLookup lookup = NearestLookup.of(known.stream().map(PostcodeLine::point).toList());
    return lines.stream()
        .map(line -> {
          if (!value.apply(line).isEmpty()) {
            return line;
          }
          var nearest = lookup.findNearest(line.point());
          return filler.fill(
              line,
              nearest.isPresent()
                  ? value.apply(known.get(nearest.getAsInt()))
                  : whenNone.apply(line));
        })
        .toList();
  }

  /** A county's name that several regions use gets the region's code behind it. */
  private static List<PostcodeLine> uniqueCounties(List<PostcodeLine> lines) {
    Map<String, Set<String>> regionsOf = new HashMap<>();
    lines.forEach(line ->
        regionsOf.computeIfAbsent(line.county(), none -> new HashSet<>()).add(line.region()));
    return lines.stream()
        .map(line ->
            regionsOf.getOrDefault(line.county(), Set.of()).size() > 1
                ? with(line, line.region(), line.county() + " (" + line.region() + ")")
                : line)
        .toList();
  }

  private static PostcodeLine with(PostcodeLine line, String region, String county) {
    return new PostcodeLine(
        line.postcode(), line.point(), line.city(), region, line.regionName(), county);
  }

  private String regionName(String code) {
    if (code.isEmpty()) {
      return world.findCountry(country).map(Country::name).orElse(country);
    }
    return world
        .findRegion(country, code)
        .map(Region::name)
        .or(() -> nameInFiles(code))
        .or(() ->
            Optional.of(code)
                .filter(this::isDependency)
                .flatMap(world::findCountry)
                .map(Country::name))
        .orElse(code);
  }

  private Optional<String> nameInFiles(String code) {
    return lines.values().stream()
        .filter(line -> line.region().equals(code) && !line.regionName().isEmpty())
        .map(PostcodeLine::regionName)
        .findFirst();
  }

  private boolean isDependency(String code) {
    return Outline.SHARING_POSTCODES.getOrDefault(country, List.of()).contains(code);
  }

  private List<RegionRow> regions(List<PostcodeLine> settled) {
    Map<String, List<LonLat>> pointsOf = new TreeMap<>();
    settled.forEach(line ->
        pointsOf.computeIfAbsent(line.region(), none -> new ArrayList<>()).add(line.point()));
    List<RegionRow> rows = new ArrayList<>();
    pointsOf.forEach(
        (code, points) -> rows.add(new RegionRow(code, regionName(code), middle(points))));
    return rows;
  }

  private static List<County> counties(List<PostcodeLine> settled) {
    Map<String, List<LonLat>> pointsOf = new TreeMap<>();
    Map<String, String> regionOf = new HashMap<>();
    for (PostcodeLine line : settled) {
      pointsOf.computeIfAbsent(line.county(), none -> new ArrayList<>()).add(line.point());
      regionOf.put(line.county(), line.region());
    }
    List<County> counties = new ArrayList<>();
    pointsOf.forEach((name, points) ->
        counties.add(
            new County(
                new CountyRow(name, regionOf.getOrDefault(name, ""), name, middle(points)),
                GEOMETRIES.createPolygon(),
                false)));
    return counties;
  }

  private static LonLat middle(Collection<LonLat> points) {
    return new LonLat(
        points.stream().mapToDouble(LonLat::lon).average().orElseThrow(),
        points.stream().mapToDouble(LonLat::lat).average().orElseThrow());
  }

  // Ground

  /** Islands to be shared out among points: all, or those on which no polygon is known. */
  private List<Ground> openIslands() {
    if (shapes.isEmpty()) {
      return islands;
    }
    List<Point> middles = shapes.values().stream().map(Geometry::getInteriorPoint).toList();
    return islands.stream()
        .filter(island -> middles.stream().noneMatch(island.polygon()::intersects))
        .filter(this::holdsAPoint)
        .toList();
  }

  private boolean holdsAPoint(Ground island) {
    IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(island.polygon());
    return lines.values().stream()
        .map(line -> new Coordinate(line.point().lon(), line.point().lat()))
        .anyMatch(point -> locator.locate(point) != Location.EXTERIOR);
  }

  private List<Postcode> postcodes(List<PostcodeLine> settled, List<Ground> open) {
    Set<String> taken = new HashSet<>();
    List<Postcode> postcodes = new ArrayList<>();
    for (PostcodeLine line : settled) {
      Geometry shape = shapes.getOrDefault(line.postcode(), GEOMETRIES.createPolygon());
      boolean first = taken.add(spot(line.point()));
      boolean ownGround =
          !shape.isEmpty() || (first && (shapes.isEmpty() || isNearAny(open, line.point())));
      postcodes.add(
          new Postcode(
              line.postcode(),
              line.point(),
              line.city(),
              line.region(),
              line.county(),
              ownGround ? line.postcode() : "",
              shape));
    }
    return postcodes;
  }

  private static boolean isNearAny(List<Ground> islands, LonLat point) {
    return islands.stream().anyMatch(island -> isNear(island, point));
  }

  /** On an island or, the world's outlines being coarse, within 5 km of its shore. */
  private static boolean isNear(Ground island, LonLat point) {
    return island.polygon().isWithinDistance(point(point), 0.05);
  }

  /** Points within about 50 m count as one. */
  private static String spot(LonLat point) {
    return Math.round(point.lon() * 2_000) + " " + Math.round(point.lat() * 2_000);
  }

  private static Point point(LonLat point) {
    return GEOMETRIES.createPoint(new Coordinate(point.lon(), point.lat()));
  }
}
