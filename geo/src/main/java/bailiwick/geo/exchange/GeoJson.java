package bailiwick.geo.exchange;

import bailiwick.geo.shape.Feature;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** GeoJSON (RFC 7946), polygons only. Stateless. */
public final class GeoJson {

  private GeoJson() {}

  /**
   * Reads the polygons of a feature collection or of one feature; other geometries come as empty.
   *
   * @throws ShapeFormatException when the text is not GeoJSON
   */
  public static List<Feature> read(byte[] json) {
    JsonNode root = ShapeJson.parse(json);
    return switch (root.path("type").asString("")) {
      case "FeatureCollection" -> {
        List<Feature> features = new ArrayList<>();
        root.path("features").forEach(node -> features.add(feature(node)));
        yield List.copyOf(features);
      }
      case "Feature" -> List.of(feature(root));
      default -> throw new ShapeFormatException("The JSON is not a GeoJSON feature collection.");
    };
  }

  private static Feature feature(JsonNode node) {
    return ShapeJson.feature(node, geometry(node.path("geometry")));
  }

  private static Geometry geometry(JsonNode node) {
    List<Polygon> polygons = new ArrayList<>();
    switch (node.path("type").asString("")) {
      case "Polygon" -> polygons.addAll(polygon(node.path("coordinates")));
      case "MultiPolygon" ->
          node.path("coordinates").forEach(part -> polygons.addAll(polygon(part)));
      default -> {
        // Points, lines and empty geometries hold no ground.
      }
    }
    return ShapeJson.polygonal(polygons);
  }

  private static List<Polygon> polygon(JsonNode node) {
    List<Coordinate[]> rings = new ArrayList<>();
    for (JsonNode ring : node) {
      List<Coordinate> positions = new ArrayList<>();
      ring.forEach(position -> positions.add(ShapeJson.position(position)));
      rings.add(positions.toArray(Coordinate[]::new));
    }
    return ShapeJson.polygon(rings);
  }

  /** Writes features as a collection. The same features yield the same bytes. */
  public static void write(List<Feature> features, OutputStream into) {
    try (JsonGenerator json = ShapeJson.MAPPER.createGenerator(into)) {
      json.writeStartObject();
      json.writeStringProperty("type", "FeatureCollection");
      json.writeArrayPropertyStart("features");
      features.forEach(feature -> writeFeature(feature, json));
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void writeFeature(Feature feature, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("type", "Feature");
    json.writeStringProperty("id", feature.id());
    json.writePOJOProperty("properties", feature.properties());
    json.writeObjectPropertyStart("geometry");
    json.writeStringProperty("type", "MultiPolygon");
    json.writeArrayPropertyStart("coordinates");
    for (int part = 0; part < feature.geometry().getNumGeometries(); part++) {
      writePolygon((Polygon) feature.geometry().getGeometryN(part), json);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writePolygon(Polygon polygon, JsonGenerator json) {
    json.writeStartArray();
    writeRing(polygon.getExteriorRing(), json);
    for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
      writeRing(polygon.getInteriorRingN(hole), json);
    }
    json.writeEndArray();
  }

  private static void writeRing(LinearRing ring, JsonGenerator json) {
    json.writeStartArray();
    for (Coordinate coordinate : ring.getCoordinates()) {
      json.writeArray(new double[] {coordinate.x, coordinate.y}, 0, 2);
    }
    json.writeEndArray();
  }
}
