package bailiwick.intake.deal;

import bailiwick.intake.mapping.ColumnMapping;
import bailiwick.intake.mapping.MappingRequest;
import bailiwick.intake.report.ImportReport;
import bailiwick.intake.report.ImportRun;
import bailiwick.intake.report.ImportSettings;
import bailiwick.intake.report.RowCells;
import bailiwick.intake.report.RowLog;
import bailiwick.intake.table.TableRow;
import bailiwick.intake.table.TableSource;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads activities from a table file. Immutable and thread-safe. */
public final class ActivityImport {

  private final ImportSettings settings;
  private final Predicate<String> knownAccount;

  private ActivityImport(ImportSettings settings, Predicate<String> knownAccount) {
    this.settings = settings;
    this.knownAccount = knownAccount;
  }

  /** An import that takes rows of any account. */
  public static ActivityImport with(ImportSettings settings) {
    return new ActivityImport(settings, account -> true);
  }

  /** An import that rejects rows of accounts whose external id is not known. */
  public ActivityImport among(Predicate<String> known) {
    return new ActivityImport(settings, known);
  }

  /** Reads a file and hands every accepted row on; mistakes stand in the report. */
  public ImportReport read(
      TableSource source, MappingRequest request, Consumer<AccountActivity> consumer) {
    return ImportRun.run(
        source,
        DealFields.ACTIVITIES,
        request,
        settings,
        (file, mapping) -> new Rows(file, mapping, knownAccount),
        consumer);
  }

  private static final class Rows implements ImportRun.RowReader<AccountActivity> {
    private final String file;
    private final ColumnMapping mapping;
    private final Predicate<String> knownAccount;

    Rows(String file, ColumnMapping mapping, Predicate<String> knownAccount) {
      this.file = file;
      this.mapping = mapping;
      this.knownAccount = knownAccount;
    }

    @Override
    public @Nullable AccountActivity read(TableRow row, RowLog log) {
      RowCells cells = new RowCells(file, mapping, row, log);
      String account = cells.needKnownAccount(knownAccount);
      LocalDate day = cells.needDate("date");
      if (day == null || log.rejected()) {
        return null;
      }
      long count = Math.max(1, cells.findCount("count").orElse(1));
      return new AccountActivity(account, cells.text("owner"), day, cells.text("kind"), count);
    }
  }
}
