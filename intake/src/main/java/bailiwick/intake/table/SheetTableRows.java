package bailiwick.intake.table;

import bailiwick.core.problem.ProblemException;
import bailiwick.intake.workbook.SheetRow;
import bailiwick.intake.workbook.SheetRows;
import bailiwick.intake.workbook.Workbook;
import bailiwick.intake.workbook.WorkbookException;
import bailiwick.intake.workbook.WorkbookLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of a sheet of a workbook. */
final class SheetTableRows implements TableRows {

  private final String file;
  private final Workbook workbook;
  private final SheetRows rows;
  private final TableFormat.Sheet format;
  private final @Nullable Path copy; // deleted in the end; null when the source is a file itself

  private SheetTableRows(
      String file,
      Workbook workbook,
      SheetRows rows,
      TableFormat.Sheet format,
      @Nullable Path copy) {
    this.file = file;
    this.workbook = workbook;
    this.rows = rows;
    this.format = format;
    this.copy = copy;
  }

  /** Whether a file is a zip archive by its first bytes, as workbooks are. */
  static boolean isZip(TableSource source) throws IOException {
    try (InputStream in = source.open()) {
      byte[] head = in.readNBytes(4);
      return head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    }
  }

  /** Opens the sheet asked for, or the first that a person sees. */
  static SheetTableRows open(TableSource source, TableOptions options) throws IOException {
    Path copy = source.file().isPresent() ? null : copied(source);
    try {
      return open(source, options, copy);
    } catch (IOException | RuntimeException unreadable) {
      delete(copy);
      throw unreadable;
    }
  }

  private static SheetTableRows open(TableSource source, TableOptions options, @Nullable Path copy)
      throws IOException {
    Path path = copy == null ? source.file().orElseThrow() : copy;
    try {
      Workbook workbook = Workbook.open(path, WorkbookLimits.USUAL);
      try {
        String sheet = sheet(source.name(), workbook, options.sheet());
        var format = new TableFormat.Sheet(sheet, workbook.sheets());
        return new SheetTableRows(source.name(), workbook, workbook.open(sheet), format, copy);
      } catch (IOException | RuntimeException unreadable) {
        workbook.close();
        throw unreadable;
      }
    } catch (WorkbookException unreadable) {
      throw ProblemException.of(problem(source.name(), unreadable, 0));
    }
  }

  /** The sheet asked for, its name compared exactly and else without case. */
  private static String sheet(String file, Workbook workbook, Optional<String> wanted) {
    List<String> sheets = workbook.sheets();
    if (wanted.isEmpty()) {
      return workbook.firstSheet();
    }
    String name = wanted.get();
    return sheets.stream()
        .filter(name::equals)
        .findFirst()
        .or(() -> sheets.stream().filter(name.strip()::equalsIgnoreCase).findFirst())
        .orElseThrow(() -> ProblemException.of(new FileProblem.UnknownSheet(file, name, sheets)));
  }

  /** A zip archive is read from its end, so bytes that are in no file are put into one. */
  private static Path copied(TableSource source) throws IOException {
    Path copy = Files.createTempFile("bailiwick", ".xlsx");
    try (InputStream in = source.open()) {
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
      return copy;
    } catch (IOException failure) {
      Files.deleteIfExists(copy);
      throw failure;
    }
  }

  private static void delete(@Nullable Path copy) throws IOException {
    if (copy != null) {
      Files.deleteIfExists(copy);
    }
  }

  static FileProblem problem(String file, WorkbookException unreadable, long rowsRead) {
    String message = TableReader.reason(unreadable);
    return switch (unreadable) {
      case WorkbookException.Foreign foreign -> new FileProblem.BinaryFile(file, message);
      case WorkbookException.Oversized large -> new FileProblem.OversizedWorkbook(file, message);
      case WorkbookException.Damaged broken -> new FileProblem.DamagedFile(file, rowsRead, message);
    };
  }

  @Override
  public TableFormat.Sheet format() {
    return format;
  }

  @Override
  public double share() {
    return rows.share();
  }

  @Override
  public @Nullable Cells next(long rowsRead) {
    try {
      SheetRow row = rows.next();
      return row == null
          ? null
          : new Cells(row.texts(), row.typed(), row.number(), row.uncalculated());
    } catch (WorkbookException unreadable) {
      throw ProblemException.of(problem(file, unreadable, rowsRead));
    } catch (IOException cutShort) {
      throw ProblemException.of(
          new FileProblem.DamagedFile(file, rowsRead, TableReader.reason(cutShort)));
    }
  }

  @Override
  public void close() throws IOException {
    try {
      rows.close();
      workbook.close();
    } finally {
      delete(copy);
    }
  }
}
