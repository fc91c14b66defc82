package bailiwick.server.rule;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.intake.export.CsvTable;
import bailiwick.intake.export.OutputFile;
import bailiwick.intake.export.XlsxTable;
import bailiwick.intake.table.TableFormat;
import bailiwick.intake.table.TableOptions;
import bailiwick.intake.table.TableReader;
import bailiwick.intake.table.TableRow;
import bailiwick.intake.table.TableSource;
import bailiwick.intake.workbook.CellAddress;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.syntax.RuleSet;
import bailiwick.rules.table.CellProblem;
import bailiwick.rules.table.RuleRows;
import bailiwick.rules.table.RuleRowsWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rules as a table, a row for each, in a CSV file or a workbook. Stateless. */
public final class RuleTableFile {

  /** Rows of a table. */
  private static final int MOST_ROWS = 200_000;

  private static final String SHEET = "Rules";

  private RuleTableFile() {}

  /** Whether a file is a table, by its name. */
  public static boolean isTable(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".xlsx");
  }

  /**
   * Reads a table as a rule text whose lines know their cells. O(its length).
   *
   * @throws ProblemException with every column and row that cannot be used
   */
  public static RuleRows.Text read(Path file) {
    try (TableReader reader = TableReader.open(TableSource.of(file), TableOptions.SNIFFED)) {
      List<TableRow> rows = new ArrayList<>();
      List<Problem> problems = new ArrayList<>();
      for (TableRow row = reader.next(); row != null; row = reader.next()) {
        rows.add(row);
        requireWhole(reader, file, row, problems);
      }
      if (!problems.isEmpty()) {
        throw new ProblemException(problems);
      }
      int columns = reader.header().size();
      return RuleRows.text(
          file.toString(),
          reader.header(),
          rows.stream().map(row -> cells(row, columns)).toList(),
          Dimensions.STANDARD,
          (row, column) -> place(reader, file, row == 0 ? null : rows.get(row - 1), column));
    }
  }

  private static List<String> cells(TableRow row, int columns) {
    return IntStream.range(0, columns).mapToObj(row::cell).toList();
  }

  private static void requireWhole(
      TableReader reader, Path file, TableRow row, List<Problem> problems) {
    if (row.number() > MOST_ROWS) {
      throw ProblemException.of(
          new CellProblem.BadRow(
              "The table has more than %s rows".formatted(MOST_ROWS),
              row.cell(0),
              place(reader, file, row, -1)));
    }
    if (row.firstBeyond() >= 0) {
      problems.add(
          new CellProblem.BadRow(
              "The row has more cells than the header",
              row.cell(row.firstBeyond()),
              place(reader, file, row, -1)));
    }
    if (row.uncalculatedColumn() >= 0) {
      problems.add(
          new CellProblem.BadRow(
              "The cell holds a formula whose value the file does not keep",
              row.cell(row.uncalculatedColumn()),
              place(reader, file, row, row.uncalculatedColumn())));
    }
  }

  private static Place place(TableReader reader, Path file, @Nullable TableRow row, int column) {
    long number = row == null ? 0 : row.number();
    String name = column < 0 || column >= reader.header().size() ? "" : reader.header().get(column);
    if (!(reader.format() instanceof TableFormat.Sheet sheet)) {
      return new Place.InTable(file.toString(), number, name);
    }
    int sheetRow = row == null ? 1 : row.sheetRow();
    String cell = column < 0 ? String.valueOf(sheetRow) : CellAddress.of(column, sheetRow);
    return new Place.InSheet(file.toString(), sheet.name(), cell, number, name);
  }

  /**
   * Writes rules as CSV.
   *
   * @throws ProblemException with every rule that does not fit
   */
  public static void writeCsv(Appendable out, RuleSet rules) throws IOException {
    RuleRowsWriter.Table table = RuleRowsWriter.table(rules, Dimensions.STANDARD);
    StringWriter text = new StringWriter();
    try (CsvTable csv = CsvTable.open(text, table.header())) {
      for (List<String> row : table.rows()) {
        csv.row(row);
      }
    }
    out.append(text.toString());
  }

  /**
   * Writes rules as a workbook.
   *
   * @throws ProblemException with every rule that does not fit
   */
  public static void writeXlsx(Path file, RuleSet rules) throws IOException {
    RuleRowsWriter.Table table = RuleRowsWriter.table(rules, Dimensions.STANDARD);
    boolean isLong =
        table.rows().stream()
            .flatMap(List::stream)
            .anyMatch(cell -> cell.length() > XlsxTable.LONGEST_CELL);
    if (isLong) {
      throw ProblemException.of(
          new CellProblem.NoTable(
              "a cell would have more than the %s characters of a spreadsheet"
                  .formatted(XlsxTable.LONGEST_CELL)));
    }
    OutputFile.writeBytes(file, out -> XlsxTable.write(out, SHEET, table.header(), table.rows()));
  }
}
