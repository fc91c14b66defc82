package bailiwick.intake.instance;

import bailiwick.core.problem.ProblemException;
import bailiwick.intake.table.TableFormat;
import bailiwick.intake.table.TableOptions;
import bailiwick.intake.table.TableReader;
import bailiwick.intake.table.TableRow;
import bailiwick.intake.table.TableSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Reads a table of an instance row by row and tells what is wrong with it as a table. */
final class InstanceTable {

  /** What takes the rows. */
  interface Rows {

    /** Names of the columns that must be there. */
    List<String> required();

    /** Told the columns' names once, before any row. */
    void header(List<String> columns);

    /** Told each row that has as many cells as there are columns. */
    void row(TableRow row);

    /** Told each row that cannot be taken, after its problem has been. */
    default void leftOut(TableRow row) {}
  }

  private final String file;
  private final Rows rows;
  private final ProblemList problems;

  private InstanceTable(String file, Rows rows, ProblemList problems) {
    this.file = file;
    this.rows = rows;
    this.problems = problems;
  }

  /**
   * Reads a file to its end.
   *
   * @param file its name in problems
   * @return whether there were columns and rows to make a table of, right or wrong
   */
  static boolean read(Path path, String file, Rows rows, ProblemList problems) {
    try (TableReader reader = TableReader.open(TableSource.of(path), TableOptions.SNIFFED)) {
      return new InstanceTable(file, rows, problems).read(reader);
    } catch (ProblemException e) {
      e.problems().forEach(problems::add);
      return false;
    }
  }

  private boolean read(TableReader reader) {
    reader.warnings().forEach(problems::add);
    if (reader.format() instanceof TableFormat.Text text
        && !StandardCharsets.UTF_8.equals(text.charset())) {
      problems.add(new InstanceProblem.OtherEncoding(file, text.charset().displayName()));
    }
    List<String> missing =
        rows.required().stream().filter(column -> !reader.header().contains(column)).toList();
    missing.forEach(
        column -> problems.add(new InstanceProblem.ColumnMissing(file, column, reader.header())));
    if (!missing.isEmpty()) {
      return false;
    }
    rows.header(reader.header());
    for (TableRow row = reader.next(); row != null; row = reader.next()) {
      take(row, reader.header());
    }
    return true;
  }

  private void take(TableRow row, List<String> header) {
    if (row.ragged()) {
      problems.add(
          new InstanceProblem.RaggedRow(file, row.number(), row.cellCount(), header.size()));
      rows.leftOut(row);
    } else if (row.suspectColumn() >= 0 && row.suspectColumn() < header.size()) {
      problems.add(
          new InstanceProblem.BrokenText(file, row.number(), header.get(row.suspectColumn())));
      rows.leftOut(row);
    } else {
      rows.row(row);
    }
  }
}
