package bailiwick.intake.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes one table as a workbook of one sheet, every cell a text. Stateless. */
public final class XlsxTable {

  /** Characters that a spreadsheet has room for in a cell. */
  public static final int LONGEST_CELL = 32_767;

  private static final int FLUSH_EVERY = 500;

  private XlsxTable() {}

  /**
   * Writes a table; the stream is left open.
   *
   * @param sheet name of the sheet
   * @param rows as many cells each as the header has, none longer than {@link #LONGEST_CELL}
   */
  public static void write(
      OutputStream out, String sheet, List<String> header, List<List<String>> rows)
      throws IOException {
    try (Workbook book = new Workbook(out, "Bailiwick", "1.0")) {
      Worksheet cells = book.newWorksheet(sheet);
      cells.freezePane(0, 1);
      row(cells, 0, header);
      for (int row = 0; row < rows.size(); row++) {
        row(cells, row + 1, rows.get(row));
        if (row % FLUSH_EVERY == 0) {
          cells.flush();
        }
      }
      cells.finish();
    }
  }

  private static void row(Worksheet sheet, int row, List<String> cells) {
    for (int column = 0; column < cells.size(); column++) {
      if (!cells.get(column).isEmpty()) {
        sheet.inlineString(row, column, cells.get(column));
      }
    }
  }
}
