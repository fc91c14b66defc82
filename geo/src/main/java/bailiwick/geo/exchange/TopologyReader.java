package bailiwick.geo.exchange;

import bailiwick.geo.shape.Grid;
import bailiwick.geo.shape.Topology;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads TopoJSON on a grid token by token, so that millions of vertices cost no more than the
 * arrays they end in. One use per text.
 */
final class TopologyReader {

  private final JsonParser json;
  private final String object;
  private double[] scale = {};
  private double[] translate = {};
  private final List<Topology.Shape> shapes = new ArrayList<>();
  private final List<int[]> arcs = new ArrayList<>();

  TopologyReader(JsonParser json, String object) {
    this.json = json;
    this.object = object;
  }

  Topology read() {
    try {
      begin(JsonToken.START_OBJECT);
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        json.nextToken();
        switch (name) {
          case "transform" -> readTransform();
          case "objects" -> readObjects();
          case "arcs" -> readArcs();
          default -> json.skipChildren();
        }
      }
    } catch (JacksonException broken) {
      throw new ShapeFormatException("The text is not JSON.", broken);
    }
    if (scale.length != 2 || translate.length != 2) {
      throw new ShapeFormatException("The topology stands on no grid.");
    }
    return Topology.of(new Grid(scale[0], scale[1], translate[0], translate[1]), shapes, arcs);
  }

  private void begin(JsonToken wanted) {
    if (json.nextToken() != wanted) {
      throw new ShapeFormatException("The JSON is not a TopoJSON topology.");
    }
  }

  private void readTransform() {
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean isScale = json.currentName().equals("scale");
      begin(JsonToken.START_ARRAY);
      double[] pair = new double[2];
      for (int axis = 0; json.nextToken() != JsonToken.END_ARRAY; axis++) {
        pair[Math.min(axis, 1)] = json.getDoubleValue();
      }
      if (isScale) {
        scale = pair;
      } else {
        translate = pair;
      }
    }
  }

  private void readObjects() {
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean wanted = json.currentName().equals(object);
      json.nextToken();
      if (wanted) {
        readCollection();
      } else {
        json.skipChildren();
      }
    }
  }

  private void readCollection() {
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean isList = json.currentName().equals("geometries");
      json.nextToken();
      if (isList) {
        while (json.nextToken() == JsonToken.START_OBJECT) {
          readShape();
        }
      } else {
        json.skipChildren();
      }
    }
  }

  private void readShape() {
    String id = "";
    List<List<List<Integer>>> polygons = List.of();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "id" -> id = json.getString();
        case "arcs" -> polygons = polygons();
        default -> json.skipChildren();
      }
    }
    shapes.add(new Topology.Shape(id, Map.of(), polygons));
  }

  /** Rings of one polygon, or polygons of rings: how deep the lists go tells which. */
  private List<List<List<Integer>>> polygons() {
    List<List<List<Integer>>> several = new ArrayList<>();
    List<List<Integer>> rings = new ArrayList<>();
    while (json.nextToken() == JsonToken.START_ARRAY) {
      if (json.nextToken() == JsonToken.START_ARRAY) {
        List<List<Integer>> polygon = new ArrayList<>();
        do {
          json.nextToken();
          polygon.add(ring());
        } while (json.nextToken() == JsonToken.START_ARRAY);
        several.add(polygon);
      } else {
        rings.add(ring());
      }
    }
    return rings.isEmpty() ? several : List.of(rings);
  }

  /** From the first number of a ring to its end. */
  private List<Integer> ring() {
    List<Integer> ring = new ArrayList<>();
    while (json.currentToken() != JsonToken.END_ARRAY) {
      ring.add(json.getIntValue());
      json.nextToken();
    }
    return List.copyOf(ring);
  }

  private void readArcs() {
    int[] run = new int[64];
    while (json.nextToken() == JsonToken.START_ARRAY) {
      int length = 0;
      int column = 0;
      int row = 0;
      while (json.nextToken() == JsonToken.START_ARRAY) {
        json.nextToken();
        column += json.getIntValue();
        json.nextToken();
        row += json.getIntValue();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          // Heights and measures have no place on the grid.
        }
        if (length == run.length) {
          run = Arrays.copyOf(run, 2 * length);
        }
        run[length++] = column;
        run[length++] = row;
      }
      arcs.add(Arrays.copyOf(run, length));
    }
  }
}
