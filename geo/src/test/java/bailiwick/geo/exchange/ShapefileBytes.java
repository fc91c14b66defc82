package bailiwick.geo.exchange;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes small shapefiles byte by byte, as the white paper lays them out. */
final class ShapefileBytes {

  private ShapefileBytes() {}

  /** A main file of a type; each shape is a list of rings, each ring x0, y0, x1, y1, … */
  static byte[] shp(int type, List<List<double[]>> shapes) {
    List<byte[]> records = new ArrayList<>();
    int length = 100;
    for (List<double[]> shape : shapes) {
      byte[] record = shape.isEmpty() ? nothing() : polygon(type, shape);
      records.add(record);
      length += 8 + record.length;
    }
    ByteBuffer file = ByteBuffer.allocate(length);
    file.putInt(9994).position(24);
    file.putInt(length / 2).order(ByteOrder.LITTLE_ENDIAN).putInt(1000).putInt(type);
    file.order(ByteOrder.BIG_ENDIAN).position(100);
    for (int r = 0; r < records.size(); r++) {
      file.putInt(r + 1).putInt(records.get(r).length / 2).put(records.get(r));
    }
    return file.array();
  }

  private static byte[] nothing() {
    return new byte[4];
  }

  private static byte[] polygon(int type, List<double[]> rings) {
    int points = rings.stream().mapToInt(ring -> ring.length / 2).sum();
    int heights = type == 5 ? 0 : 16 + 8 * points; // PolygonZ and PolygonM carry more behind
    ByteBuffer record =
        ByteBuffer.allocate(44 + 4 * rings.size() + 16 * points + heights)
            .order(ByteOrder.LITTLE_ENDIAN);
    record.putInt(type).position(36);
    record.putInt(rings.size()).putInt(points);
    int first = 0;
    for (double[] ring : rings) {
      record.putInt(first);
      first += ring.length / 2;
    }
    for (double[] ring : rings) {
      for (double ordinate : ring) {
        record.putDouble(ordinate);
      }
    }
    return record.array();
  }

  /** A table with one column; a value that begins with a star is of a deleted row. */
  static byte[] dbf(String column, Charset charset, String... values) {
    int width = 12;
    ByteBuffer file =
        ByteBuffer.allocate(32 + 32 + 1 + values.length * (1 + width))
            .order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 3).position(4);
    file.putInt(values.length).putShort((short) 65).putShort((short) (1 + width)).position(32);
    file.put(column.getBytes(StandardCharsets.US_ASCII)).position(32 + 11);
    file.put((byte) 'C').position(32 + 16);
    file.put((byte) width).position(64);
    file.put((byte) 0x0d);
    for (int row = 0; row < values.length; row++) {
      boolean deleted = values[row].startsWith("*");
      byte[] text = (deleted ? values[row].substring(1) : values[row]).getBytes(charset);
      file.position(65 + row * (1 + width));
      file.put((byte) (deleted ? '*' : ' ')).put(text);
      while (file.position() < 65 + (row + 1) * (1 + width)) {
        file.put((byte) ' ');
      }
    }
    return file.array();
  }
}
