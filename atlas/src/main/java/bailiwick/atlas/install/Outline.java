package bailiwick.atlas.install;

import bailiwick.atlas.Atlas;
import bailiwick.atlas.draft.CountryDraft.Ground;
import bailiwick.core.unit.LonLat;
import bailiwick.geo.exchange.TopoJson;
import bailiwick.geo.shape.Feature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.GeometryFixer;

/** The land of a country, island by island, from the world's outlines. Stateless. */
final class Outline {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  /** Degrees around the points of a country that the world's outlines do not show. */
  private static final double MARGIN = 0.2;

  /** Dependencies that share a country's postcodes without being part of it. */
  static final Map<String, List<String>> SHARING_POSTCODES =
      Map.of("GB", List.of("GG", "IM", "JE"));

  private Outline() {}

  /**
   * The islands of a country and of those who share its postcodes. The id of a ground begins with
   * the country's code.
   */
  static List<Ground> of(String country, Atlas world, Collection<LonLat> points) {
    List<String> codes = new ArrayList<>(List.of(country));
    codes.addAll(SHARING_POSTCODES.getOrDefault(country, List.of()));
    List<Ground> grounds = new ArrayList<>();
    for (Feature feature : features(world)) {
      if (codes.contains(feature.id())) {
        Geometry land = GeometryFixer.fix(feature.geometry());
        for (int island = 0; island < land.getNumGeometries(); island++) {
          String id = feature.id() + '/' + grounds.size();
          grounds.add(new Ground(id, land.getGeometryN(island)));
        }
      }
    }
    return grounds.isEmpty() ? List.of(around(country, points)) : grounds;
  }

  private static List<Feature> features(Atlas world) {
    byte[] zipped = world.findOutline("countries-50m").orElseThrow();
    try (var json = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
      return TopoJson.read(json.readAllBytes()).getOrDefault("units", List.of());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Ground around(String country, Collection<LonLat> points) {
    Coordinate[] coordinates =
        points.stream()
            .map(point -> new Coordinate(point.lon(), point.lat()))
            .toArray(Coordinate[]::new);
    Geometry hull = GEOMETRIES.createMultiPointFromCoords(coordinates).convexHull();
    return new Ground(country + "/0", hull.buffer(MARGIN));
  }
}
