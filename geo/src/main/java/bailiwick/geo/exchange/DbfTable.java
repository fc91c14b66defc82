package bailiwick.geo.exchange;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The table of a shapefile, dBASE III: a header, a description of 32 bytes for each column, rows of
 * fixed length. Values are text, in UTF-8 or, where they are not, in Latin 1. Stateless.
 */
final class DbfTable {

  private static final int HEADER_BYTES = 32;
  private static final int COLUMN_BYTES = 32;
  private static final int NAME_BYTES = 11;
  private static final int END_OF_COLUMNS = 0x0d;
  private static final char DELETED = '*';

  private DbfTable() {}

  /** One row: its values by column, without spaces around, and whether it is marked as deleted. */
  record Row(Map<String, String> values, boolean deleted) {}

  private record Column(String name, int offset, int length) {}

  static List<Row> rows(byte[] dbf) {
    ByteBuffer file = ByteBuffer.wrap(dbf).order(ByteOrder.LITTLE_ENDIAN);
    if (dbf.length < HEADER_BYTES + 1) {
      throw new ShapeFormatException("The table of the shapefile is cut short.");
    }
    int count = file.getInt(4);
    int headerBytes = Short.toUnsignedInt(file.getShort(8));
    int rowBytes = Short.toUnsignedInt(file.getShort(10));
    List<Column> columns = columns(dbf, headerBytes, rowBytes);
    if (count < 0 || headerBytes + (long) count * rowBytes > dbf.length) {
      throw new ShapeFormatException("The table of the shapefile is cut short.");
    }
    List<Row> rows = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      int at = headerBytes + row * rowBytes;
      Map<String, String> values = new LinkedHashMap<>();
      for (Column column : columns) {
        values.put(column.name, text(dbf, at + column.offset, column.length).strip());
      }
      rows.add(new Row(values, dbf[at] == DELETED));
    }
    return rows;
  }

  private static List<Column> columns(byte[] dbf, int headerBytes, int rowBytes) {
    List<Column> columns = new ArrayList<>();
    int offset = 1; // the mark of a deleted row comes first
    int at = HEADER_BYTES;
    while (at + COLUMN_BYTES <= Math.min(headerBytes, dbf.length) && dbf[at] != END_OF_COLUMNS) {
      int length = Byte.toUnsignedInt(dbf[at + 16]);
      columns.add(new Column(name(dbf, at), offset, length));
      offset += length;
      at += COLUMN_BYTES;
    }
    if (columns.isEmpty() || offset > rowBytes) {
      throw new ShapeFormatException("The table of the shapefile does not say its columns.");
    }
    return columns;
  }

  private static String name(byte[] dbf, int at) {
    int length = 0;
    while (length < NAME_BYTES && dbf[at + length] != 0) {
      length++;
    }
    return text(dbf, at, length).strip();
  }

  private static String text(byte[] dbf, int at, int length) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(dbf, at, length))
          .toString()
          .replace("\0", "");
    } catch (CharacterCodingException older) {
      return new String(dbf, at, length, StandardCharsets.ISO_8859_1).replace("\0", "");
    }
  }
}
