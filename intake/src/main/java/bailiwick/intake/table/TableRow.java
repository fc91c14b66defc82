package bailiwick.intake.table;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** One row below the header. Immutable; made by {@link TableReader}. */
public final class TableRow {

  private final long number;
  private final String[] cells; // as in the file, never changed
  private final int columns;
  private final int suspectColumn;
  private final @Nullable BitSet typed; // null in text
  private final int sheetRow;
  private final int uncalculated;

  TableRow(long number, TableRows.Cells row, int columns, int suspectColumn) {
    this.number = number;
    this.cells = row.cells();
    this.columns = columns;
    this.suspectColumn = suspectColumn;
    this.typed = row.typed();
    this.sheetRow = row.sheetRow();
    this.uncalculated = row.uncalculated();
  }

  /** 1 for the first row below the header; blank lines are not counted. */
  public long number() {
    return number;
  }

  /** The text of a cell without white space around it; empty when the row ends before it. */
  public String cell(int column) {
    return column < cells.length ? cells[column].strip() : "";
  }

  /** All cells with bars between them. */
  public String line() {
    return String.join(" | ", cells);
  }

  /**
   * Whether a cell is a number or a day by its type, and so written with a decimal point or as an
   * ISO day whatever the habits of whoever wrote it.
   */
  public boolean typed(int column) {
    return typed != null && typed.get(column);
  }

  /** The row's number in its sheet, 1 for the first; 0 in a text file. */
  public int sheetRow() {
    return sheetRow;
  }

  /** How many cells the row has in the file. */
  public int cellCount() {
    return cells.length;
  }

  /**
   * Whether the row has fewer cells than the header, or more of which some beyond it is not blank:
   * then no cell can be trusted to stand in its column. The cells of a sheet always can.
   */
  public boolean ragged() {
    return typed == null && (cells.length < columns || firstBeyond() >= 0);
  }

  /** Number of the first cell beyond the header that is not blank, or -1. */
  public int firstBeyond() {
    for (int c = columns; c < cells.length; c++) {
      if (!cells[c].isBlank()) {
        return c;
      }
    }
    return -1;
  }

  /** Number of the first column with a formula whose value the file does not keep, or -1. */
  public int uncalculatedColumn() {
    return uncalculated;
  }

  /** Number of the first column with characters that do not fit the encoding, or -1. */
  public int suspectColumn() {
    return suspectColumn;
  }
}
