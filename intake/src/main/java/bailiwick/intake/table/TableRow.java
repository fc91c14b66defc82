package bailiwick.intake.table;

import java.util.List;

/**
 * One row below the header. Immutable.
 *
 * @param number 1 for the first row below the header; blank lines are not counted
 * @param cells as many as the header has columns, trimmed, unless {@code ragged}
 * @param cellCount how many cells the row has in the file
 */
public record TableRow(long number, List<String> cells, int cellCount) {

  public TableRow {
    cells = List.copyOf(cells);
  }

  /** The trimmed text of a cell; empty when the row ends before it. */
  public String cell(int column) {
    return column < cells.size() ? cells.get(column) : "";
  }
}
