package bailiwick.geo.exchange;

import bailiwick.geo.shape.Feature;
import bailiwick.geo.shape.Grid;
import bailiwick.geo.shape.Topology;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;

/** TopoJSON, as Bostock's specification of 2017 has it, polygons only. Stateless. */
public final class TopoJson {

  private TopoJson() {}

  /**
   * Reads every object of a topology.
   *
   * @return the features of each object by the object's name, in the file's order
   * @throws ShapeFormatException when the text is not TopoJSON
   */
  public static Map<String, List<Feature>> read(byte[] json) {
    JsonNode root = ShapeJson.parse(json);
    if (!root.path("type").asString("").equals("Topology") || !root.path("objects").isObject()) {
      throw new ShapeFormatException("The JSON is not a TopoJSON topology.");
    }
    List<Coordinate[]> arcs = arcs(root);
    Map<String, List<Feature>> objects = new LinkedHashMap<>();
    root.path("objects")
        .properties()
        .forEach(entry -> objects.put(entry.getKey(), features(entry.getValue(), arcs)));
    return objects;
  }

  /**
   * Reads one object of a topology on a grid without unfolding it into polygons. Properties are
   * left out. Costs little more memory than what it returns.
   *
   * @param object its name; the topology has no shapes when there is no such object
   * @throws ShapeFormatException when the text is not TopoJSON with a grid
   */
  public static Topology readTopology(InputStream json, String object) {
    try (JsonParser parser = ShapeJson.MAPPER.createParser(json)) {
      return new TopologyReader(parser, object).read();
    }
  }

  private static List<Coordinate[]> arcs(JsonNode root) {
    JsonNode transform = root.path("transform");
    List<Coordinate[]> arcs = new ArrayList<>();
    for (JsonNode arc : root.path("arcs")) {
      List<Coordinate> positions = new ArrayList<>();
      for (JsonNode position : arc) {
        positions.add(ShapeJson.position(position));
      }
      arcs.add(
          transform.isMissingNode()
              ? positions.toArray(Coordinate[]::new)
              : decoded(positions, grid(transform)));
    }
    return arcs;
  }

  private static Grid grid(JsonNode transform) {
    Coordinate step = ShapeJson.position(transform.path("scale"));
    Coordinate origin = ShapeJson.position(transform.path("translate"));
    return new Grid(step.x, step.y, origin.x, origin.y);
  }

  private static Coordinate[] decoded(List<Coordinate> deltas, Grid grid) {
    Coordinate[] decoded = new Coordinate[deltas.size()];
    double column = 0;
    double row = 0;
    for (int v = 0; v < decoded.length; v++) {
      column += deltas.get(v).x;
      row += deltas.get(v).y;
      decoded[v] = grid.degrees(column, row);
    }
    return decoded;
  }

  private static List<Feature> features(JsonNode object, List<Coordinate[]> arcs) {
    List<Feature> features = new ArrayList<>();
    if (object.path("type").asString("").equals("GeometryCollection")) {
      object.path("geometries").forEach(node -> features.add(feature(node, arcs)));
    } else {
      features.add(feature(object, arcs));
    }
    return List.copyOf(features);
  }

  private static Feature feature(JsonNode node, List<Coordinate[]> arcs) {
    return ShapeJson.feature(node, geometry(node, arcs));
  }

  private static Geometry geometry(JsonNode node, List<Coordinate[]> arcs) {
    List<Polygon> polygons = new ArrayList<>();
    switch (node.path("type").asString("")) {
      case "Polygon" -> polygons.addAll(polygon(node.path("arcs"), arcs));
      case "MultiPolygon" ->
          node.path("arcs").forEach(part -> polygons.addAll(polygon(part, arcs)));
      default -> {
        // Points, lines and empty geometries hold no ground.
      }
    }
    return ShapeJson.polygonal(polygons);
  }

  private static List<Polygon> polygon(JsonNode rings, List<Coordinate[]> arcs) {
    List<Coordinate[]> stitched = new ArrayList<>();
    rings.forEach(ring -> stitched.add(stitch(ring, arcs)));
    return ShapeJson.polygon(stitched);
  }

  /** Joins arcs end to end; the end of one is the beginning of the next and is kept once. */
  private static Coordinate[] stitch(JsonNode ring, List<Coordinate[]> arcs) {
    List<Coordinate> stitched = new ArrayList<>();
    for (JsonNode reference : ring) {
      int arc = reference.asInt();
      int forward = arc < 0 ? ~arc : arc;
      if (forward >= arcs.size()) {
        throw new ShapeFormatException(
            "A ring names arc %s of %s.".formatted(forward, arcs.size()));
      }
      List<Coordinate> run = Arrays.asList(arcs.get(forward));
      if (arc < 0) {
        run = run.reversed();
      }
      stitched.addAll(stitched.isEmpty() ? run : run.subList(1, run.size()));
    }
    return stitched.toArray(Coordinate[]::new);
  }

  /**
   * Writes a topology with one object. The same topology yields the same bytes.
   *
   * @param object name of the object
   */
  public static void write(Topology topology, String object, OutputStream into) {
    try (JsonGenerator json = ShapeJson.MAPPER.createGenerator(into)) {
      json.writeStartObject();
      json.writeStringProperty("type", "Topology");
      writeTransform(topology.grid(), json);
      json.writeObjectPropertyStart("objects");
      json.writeObjectPropertyStart(object);
      json.writeStringProperty("type", "GeometryCollection");
      json.writeArrayPropertyStart("geometries");
      topology.shapes().forEach(shape -> writeShape(shape, json));
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndObject();
      writeArcs(topology, json);
      json.writeEndObject();
    }
  }

  private static void writeTransform(Grid grid, JsonGenerator json) {
    json.writeObjectPropertyStart("transform");
    json.writeName("scale");
    json.writeArray(new double[] {grid.stepX(), grid.stepY()}, 0, 2);
    json.writeName("translate");
    json.writeArray(new double[] {grid.originX(), grid.originY()}, 0, 2);
    json.writeEndObject();
  }

  private static void writeShape(Topology.Shape shape, JsonGenerator json) {
    json.writeStartObject();
    boolean several = shape.polygons().size() != 1;
    json.writeStringProperty("type", several ? "MultiPolygon" : "Polygon");
    json.writeStringProperty("id", shape.id());
    if (!shape.properties().isEmpty()) {
      json.writePOJOProperty("properties", shape.properties());
    }
    json.writeName("arcs");
    if (several) {
      json.writeStartArray();
      shape.polygons().forEach(polygon -> writeRings(polygon, json));
      json.writeEndArray();
    } else {
      writeRings(shape.polygons().getFirst(), json);
    }
    json.writeEndObject();
  }

  private static void writeRings(List<List<Integer>> rings, JsonGenerator json) {
    json.writeStartArray();
    for (List<Integer> ring : rings) {
      json.writeStartArray();
      ring.forEach(json::writeNumber);
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private static void writeArcs(Topology topology, JsonGenerator json) {
    json.writeArrayPropertyStart("arcs");
    for (int arc = 0; arc < topology.arcCount(); arc++) {
      json.writeStartArray();
      int column = 0;
      int row = 0;
      for (int v = 0; v < topology.vertexCount(arc); v++) {
        json.writeStartArray();
        json.writeNumber(topology.column(arc, v) - column);
        json.writeNumber(topology.row(arc, v) - row);
        json.writeEndArray();
        column = topology.column(arc, v);
        row = topology.row(arc, v);
      }
      json.writeEndArray();
    }
    json.writeEndArray();
  }
}
