package bailiwick.atlas;

import bailiwick.atlas.pack.Columns;
import bailiwick.atlas.pack.Shelf;
import bailiwick.core.unit.LonLat;
import bailiwick.geo.exchange.TopoJson;
import bailiwick.geo.lookup.NearestLookup;
import bailiwick.geo.lookup.ShapeLookup;
import bailiwick.geo.shape.Topology;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.zip.GZIPInputStream;

/**
 * Finds the postcode area around a point as its polygon is drawn, or the nearest where none is.
 * Thread-safe.
 */
final class AreaLocator {

  private final PostcodeTable postcodes;
  private final int[] rowOf; // [area] -> row of the postcode table
  private final int[] rowOfShape; // [shape] -> row of the postcode table
  private final ShapeLookup shapes;
  private final NearestLookup nearest;

  AreaLocator(PostcodeTable postcodes, Shelf shelf) {
    this.postcodes = postcodes;
    List<Integer> rows = new ArrayList<>();
    List<LonLat> points = new ArrayList<>();
    Map<String, Integer> rowOfCode = new HashMap<>();
    for (int row = 0; row < postcodes.size(); row++) {
      if (postcodes.isArea(row)) {
        rows.add(row);
        points.add(postcodes.point(row));
        rowOfCode.put(postcodes.at(row).postcode(), row);
      }
    }
    this.rowOf = rows.stream().mapToInt(Integer::intValue).toArray();
    this.nearest = NearestLookup.of(points);
    Topology drawn = read(shelf);
    this.shapes = ShapeLookup.of(drawn);
    this.rowOfShape =
        drawn.shapes().stream().mapToInt(shape -> rowOfCode.getOrDefault(shape.id(), -1)).toArray();
  }

  private static Topology read(Shelf shelf) {
    byte[] zipped = shelf.bytes(Columns.POSTCODE_SHAPES_FILE);
    try (GZIPInputStream json = new GZIPInputStream(new ByteArrayInputStream(zipped), 1 << 16)) {
      return TopoJson.readTopology(json, Columns.UNITS_OBJECT);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  OptionalInt findRow(LonLat point) {
    OptionalInt shape = shapes.findUnder(point);
    if (shape.isPresent() && rowOfShape[shape.getAsInt()] >= 0) {
      return OptionalInt.of(rowOfShape[shape.getAsInt()]);
    }
    OptionalInt area = nearest.findNearest(point);
    return area.isEmpty() ? area : OptionalInt.of(rowOf[area.getAsInt()]);
  }

  PostcodeArea at(int row) {
    return postcodes.at(row);
  }
}
