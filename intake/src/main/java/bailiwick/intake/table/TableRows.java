package bailiwick.intake.table;

import bailiwick.core.problem.ProblemException;
import java.io.IOException;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** The rows of a table file as it has them, header first. Not thread-safe; close after use. */
sealed interface TableRows extends AutoCloseable permits TextRows, SheetTableRows {

  /**
   * One row.
   *
   * @param cells as in the file; the caller's own
   * @param typed which cells are numbers or days by their type; null where cells are text alone
   * @param sheetRow the row's number in its sheet, 1 for the first; 0 in a text file
   * @param uncalculated number of the first column with a formula without a value, -1 when none
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never shared
  record Cells(String[] cells, @Nullable BitSet typed, int sheetRow, int uncalculated) {

    /** A row of text. */
    static Cells ofText(String[] cells) {
      return new Cells(cells, null, 0, -1);
    }
  }

  /** How the file is written down. */
  TableFormat format();

  /**
   * The next row, null after the last.
   *
   * @param rowsRead rows of data before it, for problems
   * @throws ProblemException when the file cannot be read from here on
   */
  @Nullable Cells next(long rowsRead);

  /** Share of the file that was taken in so far, 0 to 1. */
  double share();

  @Override
  void close() throws IOException;
}
