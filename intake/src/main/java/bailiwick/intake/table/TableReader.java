package bailiwick.intake.table;

import bailiwick.core.problem.ProblemException;
import bailiwick.intake.workbook.CellAddress;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table file row by row in bounded memory: delimited text, or a sheet of a workbook. Not
 * thread-safe; close after use.
 *
 * <p>{@link #open} finds out from the bytes what the file is, and reads the header. Files that are
 * no table at all (empty, binary, cut short, no header) stop there with a {@link ProblemException}
 * of {@link ImportProblem}s, before a single row is handed out.
 */
public final class TableReader implements AutoCloseable {

  private final String file;
  private final TableRows rows;
  private final List<String> header = new ArrayList<>();
  private final List<ImportProblem> warnings = new ArrayList<>();
  private final Deque<TableRow> ahead = new ArrayDeque<>();
  private @Nullable ProblemException brokenAhead; // found by looking ahead, told in its turn
  private long rowsRead;

  private TableReader(String file, TableRows rows) {
    this.file = file;
    this.rows = rows;
  }

  /**
   * Opens a table file and reads its header.
   *
   * @throws ProblemException when the file is empty, binary, damaged or without a header
   * @throws UncheckedIOException when the file cannot be opened
   */
  public static TableReader open(TableSource source, TableOptions options) {
    try {
      TableRows rows =
          SheetTableRows.isZip(source)
              ? SheetTableRows.open(source, options)
              : TextRows.open(source, options);
      TableReader reader = new TableReader(source.name(), rows);
      try {
        reader.readHeader(options.maxColumns());
      } catch (ProblemException notATable) {
        reader.close();
        throw notATable;
      }
      return reader;
    } catch (EOFException | ZipException cutShort) {
      throw ProblemException.of(new FileProblem.DamagedFile(source.name(), 0, reason(cutShort)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void readHeader(int maxColumns) {
    TableRows.Cells first = rows.next(-1);
    if (first == null) {
      throw ProblemException.of(new FileProblem.EmptyFile(file));
    }
    String[] cells = first.cells();
    cleaned(cells);
    if (cells.length > maxColumns) {
      throw ProblemException.of(new FileProblem.TooManyColumns(file, cells.length, maxColumns));
    }
    List<String> named = Arrays.stream(cells).map(String::strip).toList();
    if (named.stream().noneMatch(cell -> cell.chars().anyMatch(Character::isLetter))) {
      throw ProblemException.of(new FileProblem.NoHeader(file, named.stream().limit(5).toList()));
    }
    nameColumns(named, first.sheetRow());
  }

  private void nameColumns(List<String> cells, int sheetRow) {
    Set<String> taken = new HashSet<>();
    for (String cell : cells) {
      String plain = cell.isEmpty() ? "column " + (header.size() + 1) : cell;
      String name = plain;
      for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
        name = plain + " (" + n + ")";
      }
      if (!name.equals(plain)) {
        var doubled = new RowProblem.DuplicateColumn(file, plain, name);
        warnings.add(located(doubled, sheetRow, header.size()));
      }
      header.add(name);
    }
  }

  /** The file's name as shown in problems. */
  public String file() {
    return file;
  }

  /** How the file is written down. */
  public TableFormat format() {
    return rows.format();
  }

  /** Names of the columns, each non-blank and different from the others, case ignored. */
  public List<String> header() {
    return List.copyOf(header);
  }

  /** What deserves a second look in the header, such as two columns of one name. */
  public List<ImportProblem> warnings() {
    return List.copyOf(warnings);
  }

  /** Share of the file that was taken in so far, 0 to 1; ahead of the rows by a buffer. */
  public double share() {
    return rows.share();
  }

  /**
   * The next row, null after the last. Rows whose cells are all blank are passed over.
   *
   * @throws ProblemException when the file cannot be read from here on
   */
  public @Nullable TableRow next() {
    if (!ahead.isEmpty()) {
      return ahead.removeFirst();
    }
    if (brokenAhead != null) {
      throw brokenAhead;
    }
    return read();
  }

  /**
   * The first rows, which {@link #next} still hands out; fewer where the table ends or breaks off.
   * Asked before the first row is taken.
   */
  public List<TableRow> beginning(int most) {
    try {
      for (TableRow row = read(); row != null; row = read()) {
        ahead.addLast(row);
        if (ahead.size() == most) {
          break;
        }
      }
    } catch (ProblemException broken) {
      brokenAhead = broken;
    }
    return List.copyOf(ahead);
  }

  private @Nullable TableRow read() {
    TableRows.Cells next = rows.next(rowsRead);
    while (next != null && isBlank(next)) {
      next = rows.next(rowsRead);
    }
    if (next == null) {
      return null;
    }
    rowsRead++;
    return new TableRow(rowsRead, next, header.size(), cleaned(next.cells()));
  }

  /**
   * The same problem, told with the address of its cell where the table is a sheet; the problem
   * itself where it is text, or is about the whole file.
   */
  public ImportProblem located(ImportProblem problem, TableRow row) {
    return problem instanceof RowProblem inRow
        ? located(inRow, row.sheetRow(), header.indexOf(inRow.column()))
        : problem;
  }

  private ImportProblem located(RowProblem problem, int sheetRow, int column) {
    if (!(rows.format() instanceof TableFormat.Sheet sheet)) {
      return problem;
    }
    String cell = column < 0 ? String.valueOf(sheetRow) : CellAddress.of(column, sheetRow);
    return new RowProblem.InSheet(problem, sheet.name(), cell);
  }

  static String reason(Exception exception) {
    String message = exception.getMessage();
    return message == null ? "it ends too early" : message;
  }

  private static boolean isBlank(TableRows.Cells row) {
    if (row.uncalculated() >= 0) {
      return false;
    }
    for (String cell : row.cells()) {
      if (!cell.isBlank()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Takes NUL characters out, which no store takes, and returns the first column that had one or a
   * replacement character, or -1.
   */
  private static int cleaned(String[] cells) {
    int suspect = -1;
    for (int c = cells.length - 1; c >= 0; c--) {
      if (cells[c].chars().anyMatch(each -> Character.isSurrogate((char) each))) {
        cells[c] = paired(cells[c]);
      }
      if (cells[c].indexOf('\0') >= 0) {
        cells[c] = cells[c].replace("\0", "");
        suspect = c;
      } else if (cells[c].indexOf('\uFFFD') >= 0) {
        suspect = c;
      }
    }
    return suspect;
  }

  /** A text with the replacement character for each half of a character, which none can write. */
  private static String paired(String text) {
    int[] whole =
        text.codePoints()
            .map(each ->
                each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE ? 0xFFFD : each)
            .toArray();
    return new String(whole, 0, whole.length);
  }

  @Override
  public void close() {
    try {
      rows.close();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
