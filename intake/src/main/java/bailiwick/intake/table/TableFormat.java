package bailiwick.intake.table;

import java.nio.charset.Charset;
import java.util.List;

/** How a table file is written down, as found out or told. Immutable. */
public sealed interface TableFormat {

  /**
   * Text with something between the cells.
   *
   * @param delimiter between cells: comma, semicolon, tab or bar
   * @param charset the encoding
   * @param byteOrderMark whether the text opens with a byte order mark, which belongs to no cell
   * @param gzip whether the bytes are gzip-compressed
   */
  record Text(char delimiter, Charset charset, boolean byteOrderMark, boolean gzip)
      implements TableFormat {}

  /**
   * A sheet of a workbook.
   *
   * @param name of the sheet that is read
   * @param sheets names of all its sheets with cells, in order
   */
  record Sheet(String name, List<String> sheets) implements TableFormat {
    public Sheet {
      sheets = List.copyOf(sheets);
    }
  }
}
