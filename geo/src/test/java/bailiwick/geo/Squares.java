package bailiwick.geo;

import bailiwick.geo.shape.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Small worlds drawn in letters: each letter is a square degree, equal letters are one shape. */
public final class Squares {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private Squares() {}

  /** The shapes of a drawing, its last row from latitude 0 up; a dot is water. */
  public static List<Feature> drawn(String... rows) {
    SortedMap<String, List<Geometry>> squares = new TreeMap<>();
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < rows[row].length(); column++) {
        String id = rows[row].substring(column, column + 1);
        if (!id.equals(".")) {
          squares
              .computeIfAbsent(id, none -> new ArrayList<>())
              .add(square(column, rows.length - 1 - row));
        }
      }
    }
    List<Feature> shapes = new ArrayList<>();
    squares.forEach((id, parts) ->
        shapes.add(Feature.of(id, CoverageUnion.union(parts.toArray(Geometry[]::new)))));
    return shapes;
  }

  /** A square degree by its lower left corner. */
  public static Geometry square(double lon, double lat) {
    return GEOMETRIES.toGeometry(new Envelope(lon, lon + 1, lat, lat + 1));
  }

  /** A point. */
  public static Coordinate at(double lon, double lat) {
    return new Coordinate(lon, lat);
  }
}
