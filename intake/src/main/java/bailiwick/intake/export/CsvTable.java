package bailiwick.intake.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Writes one table as CSV after RFC 4180, with {@code \n} line ends and every cell neutralised. Not
 * thread-safe.
 */
public final class CsvTable implements Closeable {

  private final Writer out;
  private final int columns;
  private final StringBuilder line = new StringBuilder(256);

  private CsvTable(Writer out, int columns) {
    this.out = out;
    this.columns = columns;
  }

  /** Starts a table by writing its header; closing the table closes the writer. */
  public static CsvTable open(Writer out, List<String> header) throws IOException {
    CsvTable table = new CsvTable(out, header.size());
    table.row(header);
    return table;
  }

  /**
   * Writes one row.
   *
   * @throws IllegalArgumentException when it has more or fewer cells than the header
   */
  public void row(List<String> cells) throws IOException {
    if (cells.size() != columns) {
      throw new IllegalArgumentException(
          "The row has %s cells, the header %s.".formatted(cells.size(), columns));
    }
    line.setLength(0);
    for (int c = 0; c < columns; c++) {
      if (c > 0) {
        line.append(',');
      }
      append(SafeCells.neutralised(cells.get(c)));
    }
    out.append(line).append('\n');
  }

  /** Writes one row. */
  public void row(String... cells) throws IOException {
    row(List.of(cells));
  }

  private void append(String cell) {
    if (!needsQuotes(cell)) {
      line.append(cell);
      return;
    }
    line.append('"');
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == '"') {
        line.append('"');
      }
      line.append(c);
    }
    line.append('"');
  }

  private static boolean needsQuotes(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return true;
      }
    }
    return !cell.isEmpty() && (cell.charAt(0) == ' ' || cell.charAt(cell.length() - 1) == ' ');
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
