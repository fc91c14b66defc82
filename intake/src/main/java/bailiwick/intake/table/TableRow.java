package bailiwick.intake.table;

/** One row below the header. Immutable; made by {@link TableReader}. */
public final class TableRow {

  private final long number;
  private final String[] cells; // as in the file, never changed
  private final int columns;
  private final int suspectColumn;

  TableRow(long number, String[] cells, int columns, int suspectColumn) {
    this.number = number;
    this.cells = cells;
    this.columns = columns;
    this.suspectColumn = suspectColumn;
  }

  /** 1 for the first row below the header; blank lines are not counted. */
  public long number() {
    return number;
  }

  /** The text of a cell without white space around it; empty when the row ends before it. */
  public String cell(int column) {
    return column < cells.length ? cells[column].strip() : "";
  }

  /** How many cells the row has in the file. */
  public int cellCount() {
    return cells.length;
  }

  /**
   * Whether the row has fewer cells than the header, or more of which some beyond it is not blank:
   * then no cell can be trusted to stand in its column.
   */
  public boolean ragged() {
    if (cells.length < columns) {
      return true;
    }
    for (int c = columns; c < cells.length; c++) {
      if (!cells[c].isBlank()) {
        return true;
      }
    }
    return false;
  }

  /** Number of the first column with characters that do not fit the encoding, or -1. */
  public int suspectColumn() {
    return suspectColumn;
  }
}
