package bailiwick.intake.export;

import bailiwick.core.problem.Place;
import bailiwick.intake.report.Rejections;
import bailiwick.intake.table.ImportProblem;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/**
 * Writes the rows that an import rejects as CSV: row, column, value and reason, and the cell where
 * the file is a workbook. What a spreadsheet would run is neutralised. Not thread-safe.
 */
public final class RejectedRows implements Rejections, Closeable {

  private static final List<String> HEADER = List.of("row", "column", "value", "reason", "cell");

  private final CsvTable table;

  private RejectedRows(CsvTable table) {
    this.table = table;
  }

  /** Starts the file by writing its header; closing it closes the writer. */
  public static RejectedRows open(Writer out) throws IOException {
    return new RejectedRows(CsvTable.open(out, HEADER));
  }

  @Override
  public void add(ImportProblem problem, String value) {
    try {
      switch (problem.place()) {
        case Place.InTable(String file, long row, String column) ->
            table.row(String.valueOf(row), column, value, problem.message(), "");
        case Place.InSheet(String file, String sheet, String cell, long row, String column) ->
            table.row(String.valueOf(row), column, value, problem.message(), cell);
        case Place.Whole whole -> throw nowhere(whole);
        case Place.InFile file -> throw nowhere(file);
        case Place.InText text -> throw nowhere(text);
        case Place.InRequest request -> throw nowhere(request);
        case Place.OfThing thing -> throw nowhere(thing);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static IllegalArgumentException nowhere(Place place) {
    return new IllegalArgumentException("A row is not rejected at " + place + ".");
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}
