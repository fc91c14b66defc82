package bailiwick.atlas;

import bailiwick.atlas.pack.Columns;
import bailiwick.atlas.pack.Shelf;
import bailiwick.core.unit.LonLat;
import bailiwick.geo.exchange.TopoJson;
import bailiwick.geo.lookup.NearestLookup;
import bailiwick.geo.shape.Feature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.zip.GZIPInputStream;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Finds the postcode area around a point as its cell is drawn: the nearest among the areas of the
 * same county, or the nearest of all where no county is. Thread-safe.
 *
 * <p>Known limits: exact where cells are approximate; where true polygons were installed, a point
 * near a border may be given to the neighbour.
 */
final class AreaLocator {

  private final PostcodeTable postcodes;
  private final int[] rowOf; // [area] -> row of the postcode table
  private final int[] countyOf; // [area] -> polygon of its county, or -1
  private final List<IndexedPointInAreaLocator> counties = new ArrayList<>();
  private final STRtree byEnvelope = new STRtree();
  private final NearestLookup nearest;

  AreaLocator(PostcodeTable postcodes, Shelf shelf) {
    this.postcodes = postcodes;
    Map<String, Integer> polygonOf = readCounties(shelf);
    List<Integer> rows = new ArrayList<>();
    List<LonLat> points = new ArrayList<>();
    for (int row = 0; row < postcodes.size(); row++) {
      if (postcodes.isArea(row)) {
        rows.add(row);
        points.add(postcodes.point(row));
      }
    }
    this.rowOf = rows.stream().mapToInt(Integer::intValue).toArray();
    this.countyOf =
        rows.stream()
            .mapToInt(row -> polygonOf.getOrDefault(postcodes.at(row).county(), -1))
            .toArray();
    this.nearest = NearestLookup.of(points);
  }

  private Map<String, Integer> readCounties(Shelf shelf) {
    Map<String, Integer> polygonOf = new HashMap<>();
    byte[] zipped = shelf.bytes(Columns.COUNTY_SHAPES_FILE);
    try (GZIPInputStream json = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
      List<Feature> shapes =
          TopoJson.read(json.readAllBytes()).getOrDefault(Columns.UNITS_OBJECT, List.of());
      for (Feature shape : shapes) {
        polygonOf.put(shape.id(), counties.size());
        byEnvelope.insert(shape.geometry().getEnvelopeInternal(), counties.size());
        counties.add(new IndexedPointInAreaLocator(shape.geometry()));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    byEnvelope.build(); // afterwards any number of threads may ask
    return polygonOf;
  }

  private int countyAt(LonLat point) {
    Coordinate at = new Coordinate(point.lon(), point.lat());
    int found = -1;
    for (Object item : byEnvelope.query(new Envelope(at))) {
      int county = (Integer) item;
      if ((found < 0 || county < found) && counties.get(county).locate(at) != Location.EXTERIOR) {
        found = county;
      }
    }
    return found;
  }

  OptionalInt findRow(LonLat point) {
    int county = countyAt(point);
    OptionalInt area =
        county < 0
            ? OptionalInt.empty()
            : nearest.findNearest(point, candidate -> countyOf[candidate] == county);
    if (area.isEmpty()) {
      area = nearest.findNearest(point);
    }
    return area.isEmpty() ? area : OptionalInt.of(rowOf[area.getAsInt()]);
  }

  PostcodeArea at(int row) {
    return postcodes.at(row);
  }
}
