package bailiwick.geo.exchange;

import bailiwick.geo.shape.Feature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the formats share: reading JSON, ids, properties, and polygons from rings. */
final class ShapeJson {

  static final JsonMapper MAPPER = JsonMapper.builder().build();
  static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private ShapeJson() {}

  static JsonNode parse(byte[] json) {
    try {
      return MAPPER.readTree(json);
    } catch (JacksonException broken) {
      throw new ShapeFormatException("The text is not JSON.", broken);
    }
  }

  static Feature feature(JsonNode node, Geometry geometry) {
    return new Feature(text(node.path("id")), properties(node.path("properties")), geometry);
  }

  static Geometry polygonal(List<Polygon> polygons) {
    return polygons.size() == 1
        ? polygons.getFirst()
        : GEOMETRIES.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  /** The polygon of a shell and its holes; rings too short to hold ground are left out. */
  static List<Polygon> polygon(List<Coordinate[]> rings) {
    if (rings.isEmpty() || rings.getFirst().length < 4) {
      return List.of();
    }
    List<LinearRing> holes = new ArrayList<>();
    for (Coordinate[] ring : rings.subList(1, rings.size())) {
      if (ring.length >= 4) {
        holes.add(ring(ring));
      }
    }
    return List.of(
        GEOMETRIES.createPolygon(ring(rings.getFirst()), holes.toArray(LinearRing[]::new)));
  }

  private static LinearRing ring(Coordinate[] coordinates) {
    if (!coordinates[0].equals2D(coordinates[coordinates.length - 1])) {
      throw new ShapeFormatException(
          "A ring of a polygon ends at (%s, %s) and not where it began, (%s, %s)."
              .formatted(
                  coordinates[coordinates.length - 1].x,
                  coordinates[coordinates.length - 1].y,
                  coordinates[0].x,
                  coordinates[0].y));
    }
    return GEOMETRIES.createLinearRing(coordinates);
  }

  static Coordinate position(JsonNode node) {
    if (!node.isArray() || node.size() < 2 || !node.get(0).isNumber() || !node.get(1).isNumber()) {
      throw new ShapeFormatException("A position is not a pair of numbers.");
    }
    return new Coordinate(node.get(0).asDouble(), node.get(1).asDouble());
  }

  private static Map<String, String> properties(JsonNode node) {
    Map<String, String> properties = new LinkedHashMap<>();
    node.properties().forEach(entry -> properties.put(entry.getKey(), text(entry.getValue())));
    return properties;
  }

  private static String text(JsonNode node) {
    return node.isValueNode() && !node.isNull() ? node.asString() : "";
  }
}
