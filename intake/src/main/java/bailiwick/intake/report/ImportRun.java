package bailiwick.intake.report;

import bailiwick.core.account.Precision;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.problem.Severity;
import bailiwick.intake.mapping.ColumnMapping;
import bailiwick.intake.mapping.ColumnUse;
import bailiwick.intake.mapping.FieldSet;
import bailiwick.intake.mapping.Habits;
import bailiwick.intake.mapping.MappingRequest;
import bailiwick.intake.table.FileProblem;
import bailiwick.intake.table.ImportProblem;
import bailiwick.intake.table.RowProblem;
import bailiwick.intake.table.TableReader;
import bailiwick.intake.table.TableRow;
import bailiwick.intake.table.TableSource;
import bailiwick.intake.workbook.CellAddress;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One reading of one file: opens it, maps its columns, hands every row to a reader and counts what
 * became of it. Every kind of import runs through {@link #run}. Not thread-safe.
 */
public final class ImportRun {

  /** Makes something of a row. */
  @FunctionalInterface
  public interface RowReader<T> {
    /** What the row says, or null when it is rejected; then the log holds an error. */
    @Nullable T read(TableRow row, RowLog log);

    /** A row that a filter leaves out or that has too few or too many cells: it is there, too. */
    default void passedOver(TableRow row) {}
  }

  /** Prepares to read the rows of a file whose columns are now known. */
  @FunctionalInterface
  public interface Opening<T> {
    /** A reader of the rows. */
    RowReader<T> open(String file, ColumnMapping mapping);
  }

  private static final int LOOKED_AT_EVERY = 1_000;

  /** Rows whose contents tell what the columns are. */
  private static final int LOOKED_AT_FIRST = 200;

  /** Of a run's time, as far as its progress goes: nothing is placed or checked meanwhile. */
  private static final double SHARE_OF_LEARNING = 0.2;

  private final ProblemLog log;
  private final String file;
  private final ImportSettings settings;
  private final Map<Precision, Long> placed = new EnumMap<>(Precision.class);
  private final RowLog rowLog = new RowLog();
  private Preview preview = Preview.NONE;
  private List<ColumnUse> uses = List.of();
  private String profile = "";
  private double shareBefore;
  private long filtered;
  private long accepted;
  private long rejected;
  private long repaired;

  private ImportRun(String file, ImportSettings settings) {
    this.log = new ProblemLog(settings.keptPerCode());
    this.file = file;
    this.settings = settings;
  }

  /**
   * Reads a file from its first row to its last.
   *
   * @param consumer receives what each accepted row says, in the file's order
   */
  public static <T> ImportReport run(
      TableSource source,
      FieldSet fields,
      MappingRequest request,
      ImportSettings settings,
      Opening<T> opening,
      Consumer<? super T> consumer) {
    ImportRun run = new ImportRun(source.name(), settings);
    try (TableReader table = TableReader.open(source, settings.table())) {
      table.warnings().forEach(run.log::add);
      List<TableRow> beginning = table.beginning(LOOKED_AT_FIRST);
      run.preview = Preview.of(table, beginning);
      ColumnMapping mapping =
          ColumnMapping.of(fields, table.file(), table.header(), beginning, request);
      run.profile = mapping.profile();
      mapping.warnings().forEach(run.log::add);
      run.uses = mapping.uses();
      ColumnMapping learnt = run.learn(source, fields, mapping, request);
      run.uses = learnt.uses();
      run.readRows(table, learnt, opening.open(table.file(), learnt), consumer);
    } catch (ProblemException stopped) {
      run.stop(stopped);
    }
    return run.report(source.name());
  }

  /** Looks at the whole file for how its columns write numbers and days, which no cell can tell. */
  private ColumnMapping learn(
      TableSource source, FieldSet fields, ColumnMapping mapping, MappingRequest request) {
    Habits habits = Habits.of(source.name(), fields, mapping, request);
    if (habits.mustLearn()) {
      shareBefore = SHARE_OF_LEARNING;
      try (TableReader table = TableReader.open(source, settings.table())) {
        for (TableRow row = table.next(); row != null; row = table.next()) {
          lookOn(row.number(), 0, SHARE_OF_LEARNING * table.share());
          if (!row.ragged() && mapping.passes(row)) {
            habits.take(row);
          }
        }
      } catch (ProblemException broken) {
        requireUnstopped(broken); // told in its place when the rows are read
      }
    }
    ColumnMapping learnt = habits.applyTo(mapping);
    habits.problems().forEach(log::add);
    return learnt;
  }

  private static void requireUnstopped(ProblemException broken) {
    if (broken.problems().getFirst() instanceof FileProblem.Stopped) {
      throw broken;
    }
  }

  private void lookOn(long row, long rowsRead, double share) {
    if (row % LOOKED_AT_EVERY == 0 && !settings.watch().goesOn(rowsRead, share)) {
      throw ProblemException.of(new FileProblem.Stopped(file, row));
    }
  }

  private <T> void readRows(
      TableReader table, ColumnMapping mapping, RowReader<T> reader, Consumer<? super T> consumer) {
    for (TableRow row = table.next(); row != null; row = table.next()) {
      lookOn(row.number(), row.number(), shareBefore + (1 - shareBefore) * table.share());
      if (!row.ragged() && !mapping.passes(row)) {
        filtered++;
        reader.passedOver(row);
        continue;
      }
      rowLog.clear();
      boolean usable = checkedRow(table, mapping, row);
      if (!usable) {
        reader.passedOver(row);
      }
      T read = usable ? reader.read(row, rowLog) : null;
      count(table, row, read == null);
      if (read != null) {
        consumer.accept(read);
      }
    }
    if (filtered + accepted + rejected == 0) {
      log.add(new FileProblem.NoRows(table.file()));
    }
  }

  private boolean checkedRow(TableReader table, ColumnMapping mapping, TableRow row) {
    if (row.ragged()) {
      rowLog.add(
          new RowProblem.RaggedRow(
              table.file(), row.number(), row.cellCount(), table.header().size()));
      return false;
    }
    int suspect = row.suspectColumn();
    if (suspect >= 0) {
      rowLog.add(
          new RowProblem.BadEncoding(
              table.file(), row.number(), mapping.columnName(suspect), row.cell(suspect)));
    }
    int beyond = row.firstBeyond();
    if (beyond >= 0) {
      rowLog.add(
          new RowProblem.BeyondHeader(
              table.file(),
              row.number(),
              CellAddress.of(beyond, row.sheetRow()),
              row.cell(beyond)));
    }
    int uncalculated = row.uncalculatedColumn();
    if (uncalculated >= 0) {
      rowLog.add(
          new RowProblem.NotCalculated(
              table.file(), row.number(), mapping.columnName(uncalculated)));
    }
    return true;
  }

  private void count(TableReader table, TableRow row, boolean isRejected) {
    if (isRejected) {
      if (!rowLog.rejected()) {
        throw new IllegalStateException("A row was rejected without a reason.");
      }
      rejected++;
      tellRejection(table, row);
      rowLog.problems().stream()
          .filter(problem -> problem.severity() != Severity.NOTE)
          .forEach(problem -> log.add(table.located(problem, row)));
      return;
    }
    accepted++;
    repaired += rowLog.repaired() ? 1 : 0;
    rowLog.problems().forEach(problem -> log.add(table.located(problem, row)));
    Precision precision = rowLog.placed();
    if (precision != null) {
      placed.merge(precision, 1L, Long::sum);
    }
  }

  private void tellRejection(TableReader table, TableRow row) {
    for (ImportProblem problem : rowLog.problems()) {
      if (problem.severity() == Severity.ERROR && problem instanceof RowProblem inRow) {
        int column = table.header().indexOf(inRow.column());
        String value = column < 0 ? row.line() : row.cell(column);
        settings.rejections().add(table.located(problem, row), value);
      }
    }
  }

  private void stop(ProblemException stopped) {
    for (Problem problem : stopped.problems()) {
      if (!(problem instanceof ImportProblem known)) {
        throw stopped; // not about this file: the caller's consumer refused
      }
      log.add(known);
    }
  }

  private ImportReport report(String file) {
    return new ImportReport(
        file,
        new ImportReport.Counts(accepted + rejected, filtered, accepted, rejected, repaired),
        placed,
        preview,
        profile,
        uses,
        log.kept(),
        log.counts());
  }
}
