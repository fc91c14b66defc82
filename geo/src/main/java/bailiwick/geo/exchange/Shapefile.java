package bailiwick.geo.exchange;

import bailiwick.geo.shape.Feature;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * ESRI shapefiles, polygons only: types 5 (Polygon), 15 (PolygonZ) and 25 (PolygonM), whose heights
 * and measures are skipped. Stateless.
 *
 * <p>Source: Environmental Systems Research Institute, <i>ESRI Shapefile Technical Description</i>,
 * an ESRI White Paper, July 1998, "Organization of the Main File"; the table beside it as dBASE III
 * has it.
 */
public final class Shapefile {

  private static final int FILE_CODE = 9994;
  private static final int HEADER_BYTES = 100;
  private static final int RECORD_HEADER_BYTES = 8;
  private static final int BOX_BYTES = 32;

  private Shapefile() {}

  /**
   * Whether bytes begin as the main file of a shapefile does.
   *
   * @param bytes any file
   */
  public static boolean isMainFile(byte[] bytes) {
    return bytes.length >= HEADER_BYTES && ByteBuffer.wrap(bytes).getInt(0) == FILE_CODE;
  }

  /**
   * Whether a description of a coordinate system is one of longitude and latitude.
   *
   * @param prj text of the {@code .prj} file, well-known text of version 1 or 2
   */
  public static boolean isInDegrees(String prj) {
    String system = prj.strip().toUpperCase(Locale.ROOT);
    return system.startsWith("GEOG") || system.startsWith("GEODCRS");
  }

  /**
   * Reads the polygons with their attributes as properties, in the file's order; a record without a
   * shape comes with an empty geometry, a row marked as deleted not at all. Ids are empty.
   *
   * @param shp the main file
   * @param dbf the table with one row for each shape
   * @throws ShapeFormatException when one is no such file, is cut short or holds no polygons, or
   *     when the two do not fit together
   */
  public static List<Feature> read(byte[] shp, byte[] dbf) {
    List<Geometry> shapes = shapes(shp);
    List<DbfTable.Row> rows = DbfTable.rows(dbf);
    if (rows.size() != shapes.size()) {
      throw new ShapeFormatException(
          "The shapefile holds %s shapes and its table %s rows."
              .formatted(shapes.size(), rows.size()));
    }
    List<Feature> features = new ArrayList<>();
    for (int number = 0; number < rows.size(); number++) {
      if (!rows.get(number).deleted()) {
        features.add(new Feature("", rows.get(number).values(), shapes.get(number)));
      }
    }
    return List.copyOf(features);
  }

  private static List<Geometry> shapes(byte[] shp) {
    if (!isMainFile(shp)) {
      throw new ShapeFormatException("The file is no shapefile.");
    }
    ByteBuffer file = ByteBuffer.wrap(shp);
    requirePolygons(file.duplicate().order(ByteOrder.LITTLE_ENDIAN).getInt(32));
    long length = 2L * file.getInt(24); // told in words of 16 bits
    if (length > shp.length) {
      throw new ShapeFormatException(
          "The shapefile should have %s bytes and ends after %s.".formatted(length, shp.length));
    }
    file.position(HEADER_BYTES);
    List<Geometry> shapes = new ArrayList<>();
    while (file.position() + RECORD_HEADER_BYTES <= length) {
      int number = file.getInt();
      long bytes = 2L * file.getInt();
      if (bytes < 4 || file.position() + bytes > length) {
        throw cutShort(number);
      }
      ByteBuffer record = file.slice(file.position(), (int) bytes).order(ByteOrder.LITTLE_ENDIAN);
      shapes.add(shape(record, number));
      file.position(file.position() + (int) bytes);
    }
    return shapes;
  }

  private static ShapeFormatException cutShort(int record) {
    return new ShapeFormatException("Record %s of the shapefile is cut short.".formatted(record));
  }

  private static void requirePolygons(int type) {
    if (type != 5 && type != 15 && type != 25) {
      throw new ShapeFormatException(
          "The shapefile holds %s and should hold polygons.".formatted(kind(type)));
    }
  }

  private static String kind(int type) {
    return switch (type) {
      case 0 -> "no shapes";
      case 1, 11, 21, 8, 18, 28 -> "points";
      case 3, 13, 23 -> "lines";
      case 31 -> "patches of surfaces";
      default -> "shapes of the unknown type " + type;
    };
  }

  private static Geometry shape(ByteBuffer record, int number) {
    try {
      int type = record.getInt();
      if (type == 0) {
        return ShapeJson.polygonal(List.of());
      }
      requirePolygons(type);
      return ShapeRings.polygons(rings(record, number));
    } catch (BufferUnderflowException cut) {
      throw cutShort(number);
    }
  }

  private static List<Coordinate[]> rings(ByteBuffer record, int number) {
    if (record.remaining() < BOX_BYTES) {
      throw cutShort(number);
    }
    record.position(record.position() + BOX_BYTES);
    int parts = record.getInt();
    int points = record.getInt();
    if (parts < 0 || points < 0 || 4L * parts + 16L * points > record.remaining()) {
      throw cutShort(number);
    }
    int[] start = starts(record, parts, points, number);
    List<Coordinate[]> rings = new ArrayList<>();
    int first = record.position();
    for (int part = 0; part < parts; part++) {
      Coordinate[] ring = new Coordinate[start[part + 1] - start[part]];
      record.position(first + 16 * start[part]);
      for (int vertex = 0; vertex < ring.length; vertex++) {
        ring[vertex] = new Coordinate(record.getDouble(), record.getDouble());
      }
      rings.add(ring);
    }
    return rings;
  }

  /** Where each ring starts among the points, and where the last one ends. */
  private static int[] starts(ByteBuffer record, int parts, int points, int number) {
    int[] start = new int[parts + 1];
    int last = 0;
    for (int part = 0; part < parts; part++) {
      start[part] = record.getInt();
      if (start[part] < last || start[part] > points) {
        throw new ShapeFormatException(
            "Record %s of the shapefile has its rings out of order.".formatted(number));
      }
      last = start[part];
    }
    start[parts] = points;
    return start;
  }
}
