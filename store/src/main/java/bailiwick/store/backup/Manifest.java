package bailiwick.store.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * What a backup says of itself.
 *
 * @param schema version of the tables
 * @param tables in the order they must be restored
 */
record Manifest(Instant madeAt, String schema, List<TableDump> tables) {

  /** Names the format; a later, different one would end in 2. */
  static final String FORMAT = "bailiwick-backup-1";

  /**
   * One table's part.
   *
   * @param columns as COPY lists them
   * @param sha256 of its text, in hexadecimal
   */
  record TableDump(String name, String columns, long rows, String sha256) {

    /** Name of its entry in the zip. */
    String entry() {
      return "tables/" + name + ".copy";
    }
  }

  Manifest {
    tables = List.copyOf(tables);
  }

  long rows() {
    return tables.stream().mapToLong(TableDump::rows).sum();
  }

  void write(OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("format=").append(FORMAT).append('\n');
    text.append("madeAt=").append(madeAt).append('\n');
    text.append("schema=").append(schema).append('\n');
    text.append("tables=").append(tables.size()).append('\n');
    for (int i = 0; i < tables.size(); i++) {
      TableDump table = tables.get(i);
      String prefix = "table." + i + ".";
      text.append(prefix).append("name=").append(table.name()).append('\n');
      text.append(prefix).append("columns=").append(table.columns()).append('\n');
      text.append(prefix).append("rows=").append(table.rows()).append('\n');
      text.append(prefix).append("sha256=").append(table.sha256()).append('\n');
    }
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads a manifest.
   *
   * @throws IOException when it is not ours or lacks a part
   */
  static Manifest read(InputStream in) throws IOException {
    Properties lines = new Properties();
    lines.load(in);
    if (!FORMAT.equals(lines.getProperty("format"))) {
      throw new IOException("its manifest is of another format");
    }
    try {
      List<TableDump> tables = new ArrayList<>();
      int count = Integer.parseInt(required(lines, "tables"));
      for (int i = 0; i < count; i++) {
        String prefix = "table." + i + ".";
        tables.add(
            new TableDump(
                required(lines, prefix + "name"),
                required(lines, prefix + "columns"),
                Long.parseLong(required(lines, prefix + "rows")),
                required(lines, prefix + "sha256")));
      }
      return new Manifest(
          Instant.parse(required(lines, "madeAt")), required(lines, "schema"), tables);
    } catch (NumberFormatException | DateTimeParseException e) {
      throw new IOException("its manifest does not read: " + e.getMessage(), e);
    }
  }

  private static String required(Properties lines, String name) throws IOException {
    String value = lines.getProperty(name);
    if (value == null) {
      throw new IOException("its manifest lacks " + name);
    }
    return value;
  }
}
