package bailiwick.atlas.install;

import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.LonLat;
import bailiwick.geo.exchange.GeoJson;
import bailiwick.geo.exchange.ShapeFormatException;
import bailiwick.geo.exchange.Shapefile;
import bailiwick.geo.exchange.TopoJson;
import bailiwick.geo.shape.Feature;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;

/**
 * The polygons of a file, and which of their properties is the postcode.
 *
 * @param name for problems, without its folder
 * @param features in the file's order, valid and none of them empty
 * @param empty how many were left out because they enclose no ground
 */
record PolygonFile(String name, List<Feature> features, int empty) {

  PolygonFile {
    features = List.copyOf(features);
  }

  /** The polygons of GeoJSON or TopoJSON, in the file's order. */
  static PolygonFile read(SourceFile file) {
    return read(file.name(), () -> features(file.text().getBytes(StandardCharsets.UTF_8)));
  }

  /** The polygons of a shapefile, in its order. */
  static PolygonFile read(ShapefileParts file) {
    if (!file.prj().isBlank() && !Shapefile.isInDegrees(file.prj())) {
      throw ProblemException.of(new AtlasProblem.ProjectedShapes(file.name()));
    }
    return read(file.name(), () -> Shapefile.read(file.shp(), file.dbf()));
  }

  private static PolygonFile read(String file, Supplier<List<Feature>> reader) {
    try {
      List<Feature> all = reader.get();
      requireDegrees(all);
      List<Feature> features =
          all.stream()
              .map(PolygonFile::valid)
              .filter(feature -> !feature.geometry().isEmpty())
              .toList();
      if (features.isEmpty()) {
        throw new ShapeFormatException("It holds no polygon.");
      }
      return new PolygonFile(file, features, all.size() - features.size());
    } catch (ShapeFormatException broken) {
      throw ProblemException.of(
          new AtlasProblem.BrokenShapes(file, String.valueOf(broken.getMessage())));
    }
  }

  private static List<Feature> features(byte[] json) {
    String head = new String(json, 0, Math.min(json.length, 4096), StandardCharsets.UTF_8);
    if (head.contains("\"Topology\"")) {
      Collection<List<Feature>> objects = TopoJson.read(json).values();
      return objects.stream().max(Comparator.comparingInt(List::size)).orElse(List.of());
    }
    return GeoJson.read(json);
  }

  private static void requireDegrees(List<Feature> features) {
    for (Feature feature : features) {
      var box = feature.geometry().getEnvelopeInternal();
      if (box.getMinX() < -360
          || box.getMaxX() > 360
          || box.getMinY() < -90
          || box.getMaxY() > 90) {
        throw new ShapeFormatException(
            "The polygon [%s] reaches to (%s, %s), which are no degrees."
                .formatted(feature.id(), box.getMaxX(), box.getMaxY()));
      }
    }
  }

  /**
   * The polygons by postcode: the id, or the property, that names most known postcodes is taken.
   * When no postcode is known, ids are taken as they are.
   */
  Map<String, Geometry> byPostcode(Set<String> known) {
    String key = bestKey(known);
    Map<String, Geometry> shapes = new LinkedHashMap<>();
    for (Feature feature : features) {
      String id = key(feature, key);
      if (!id.isEmpty()) {
        shapes.merge(id, feature.geometry(), Geometry::union);
      }
    }
    return shapes;
  }

  /** The feature as it can be worked with; a ring that encloses no ground becomes empty. */
  private static Feature valid(Feature feature) {
    Geometry polygon = feature.geometry();
    return polygon.isValid()
        ? feature
        : new Feature(feature.id(), feature.properties(), GeometryFixer.fix(polygon));
  }

  /** A point inside a polygon, also of one that is drawn beyond the date line. */
  static LonLat pointInside(Geometry polygon) {
    Coordinate inside = polygon.getInteriorPoint().getCoordinate();
    return new LonLat(Math.IEEEremainder(inside.x, 360), inside.y);
  }

  private String bestKey(Set<String> known) {
    Set<String> keys = new LinkedHashSet<>(List.of(""));
    keys.addAll(List.of("postcode", "postal_code", "id", "code", "name"));
    features.stream().limit(50).forEach(feature -> keys.addAll(feature.properties().keySet()));
    String best = "";
    long bestHits = -1;
    for (String key : keys) {
      long hits =
          features.stream()
              .map(feature -> key(feature, key))
              .filter(id -> known.isEmpty() ? !id.isEmpty() : known.contains(id))
              .count();
      if (hits > bestHits) {
        best = key;
        bestHits = hits;
      }
    }
    return best;
  }

  private static String key(Feature feature, String key) {
    return (key.isEmpty() ? feature.id() : feature.property(key)).strip();
  }
}
