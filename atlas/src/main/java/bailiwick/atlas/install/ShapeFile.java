package bailiwick.atlas.install;

import bailiwick.core.problem.ProblemException;
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
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;

/** Reads polygons and finds out which of their properties is the postcode. Stateless. */
final class ShapeFile {

  private ShapeFile() {}

  /** The polygons of GeoJSON or TopoJSON, in the file's order. */
  static List<Feature> read(SourceFile file) {
    return read(file.name(), () -> features(file.text().getBytes(StandardCharsets.UTF_8)));
  }

  /** The polygons of a shapefile, in its order. */
  static List<Feature> read(ShapefileParts file) {
    if (!file.prj().isBlank() && !Shapefile.isInDegrees(file.prj())) {
      throw ProblemException.of(new AtlasProblem.ProjectedShapes(file.name()));
    }
    return read(file.name(), () -> Shapefile.read(file.shp(), file.dbf()));
  }

  private static List<Feature> read(String file, Supplier<List<Feature>> reader) {
    try {
      List<Feature> features =
          reader.get().stream().filter(feature -> !feature.geometry().isEmpty()).toList();
      if (features.isEmpty()) {
        throw new ShapeFormatException("It holds no polygon.");
      }
      requireDegrees(features);
      return features;
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
  static Map<String, Geometry> byPostcode(List<Feature> features, Set<String> known) {
    String key = bestKey(features, known);
    Map<String, Geometry> shapes = new LinkedHashMap<>();
    for (Feature feature : features) {
      String id = key(feature, key);
      if (!id.isEmpty()) {
        shapes.merge(id, valid(feature.geometry()), Geometry::union);
      }
    }
    return shapes;
  }

  private static Geometry valid(Geometry polygon) {
    return polygon.isValid() ? polygon : GeometryFixer.fix(polygon);
  }

  private static String bestKey(List<Feature> features, Set<String> known) {
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
