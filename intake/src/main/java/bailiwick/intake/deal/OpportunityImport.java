package bailiwick.intake.deal;

import bailiwick.intake.mapping.ColumnMapping;
import bailiwick.intake.mapping.MappingRequest;
import bailiwick.intake.report.ImportReport;
import bailiwick.intake.report.ImportRun;
import bailiwick.intake.report.ImportSettings;
import bailiwick.intake.report.RowCells;
import bailiwick.intake.report.RowLog;
import bailiwick.intake.report.SeenIds;
import bailiwick.intake.table.ImportProblem;
import bailiwick.intake.table.TableRow;
import bailiwick.intake.table.TableSource;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads opportunities from a table file. Immutable and thread-safe. */
public final class OpportunityImport {

  private final ImportSettings settings;
  private final Predicate<String> knownAccount;

  private OpportunityImport(ImportSettings settings, Predicate<String> knownAccount) {
    this.settings = settings;
    this.knownAccount = knownAccount;
  }

  /** An import that takes rows of any account. */
  public static OpportunityImport with(ImportSettings settings) {
    return new OpportunityImport(settings, account -> true);
  }

  /** An import that rejects rows of accounts whose external id is not known. */
  public OpportunityImport among(Predicate<String> known) {
    return new OpportunityImport(settings, known);
  }

  /** Reads a file and hands every accepted row on; mistakes stand in the report. */
  public ImportReport read(
      TableSource source, MappingRequest request, Consumer<Opportunity> consumer) {
    return ImportRun.run(
        source,
        DealFields.OPPORTUNITIES,
        request,
        settings,
        (file, mapping) -> new Rows(file, mapping, knownAccount),
        consumer);
  }

  private static final class Rows implements ImportRun.RowReader<Opportunity> {
    private final String file;
    private final ColumnMapping mapping;
    private final Predicate<String> knownAccount;
    private final SeenIds seen = new SeenIds();

    Rows(String file, ColumnMapping mapping, Predicate<String> knownAccount) {
      this.file = file;
      this.mapping = mapping;
      this.knownAccount = knownAccount;
    }

    @Override
    public @Nullable Opportunity read(TableRow row, RowLog log) {
      RowCells cells = new RowCells(file, mapping, row, log);
      String id = cells.needText("id");
      String account = cells.needKnownAccount(knownAccount);
      long amount = cells.needPositiveHundredths("amount");
      if (!log.rejected() && !seen.add(id)) {
        log.add(new ImportProblem.DuplicateId(file, row.number(), mapping.column("id"), id));
      }
      if (log.rejected()) {
        return null;
      }
      String stage = cells.text("stage");
      return new Opportunity(
          id,
          account,
          cells.text("owner"),
          stage,
          state(stage),
          amount,
          cells.findDate("opened"),
          cells.findDate("closed"));
    }

    private static Opportunity.State state(String stage) {
      String words = stage.toLowerCase(Locale.ROOT);
      if (words.contains("won")) {
        return Opportunity.State.WON;
      }
      return words.contains("lost") ? Opportunity.State.LOST : Opportunity.State.OPEN;
    }
  }
}
