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
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads revenue by account and year from a table file. Immutable and thread-safe. */
public final class RevenueImport {

  private final ImportSettings settings;
  private final Predicate<String> knownAccount;

  private RevenueImport(ImportSettings settings, Predicate<String> knownAccount) {
    this.settings = settings;
    this.knownAccount = knownAccount;
  }

  /** An import that takes rows of any account. */
  public static RevenueImport with(ImportSettings settings) {
    return new RevenueImport(settings, account -> true);
  }

  /** An import that rejects rows of accounts whose external id is not known. */
  public RevenueImport among(Predicate<String> known) {
    return new RevenueImport(settings, known);
  }

  /** Reads a file and hands every accepted row on; mistakes stand in the report. */
  public ImportReport read(
      TableSource source, MappingRequest request, Consumer<AccountRevenue> consumer) {
    return ImportRun.run(
        source,
        DealFields.REVENUE,
        request,
        settings,
        (file, mapping) -> new Rows(file, mapping, knownAccount),
        consumer);
  }

  private static final class Rows implements ImportRun.RowReader<AccountRevenue> {
    private final String file;
    private final ColumnMapping mapping;
    private final Predicate<String> knownAccount;

    Rows(String file, ColumnMapping mapping, Predicate<String> knownAccount) {
      this.file = file;
      this.mapping = mapping;
      this.knownAccount = knownAccount;
    }

    @Override
    public @Nullable AccountRevenue read(TableRow row, RowLog log) {
      RowCells cells = new RowCells(file, mapping, row, log);
      String account = cells.needKnownAccount(knownAccount);
      int year = (int) cells.needWhole("year", 1900, 2200);
      long amount = cells.needHundredths("amount");
      return log.rejected() ? null : new AccountRevenue(account, year, amount);
    }
  }
}
