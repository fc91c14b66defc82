package bailiwick.intake.deal;

import bailiwick.intake.mapping.MappingRequest;
import bailiwick.intake.report.ImportReport;
import bailiwick.intake.report.ImportSettings;
import bailiwick.intake.table.TableSource;
import java.util.function.Consumer;

/** Reads revenue from a table file. Immutable and thread-safe. */
public final class RevenueImport {

  private final ImportSettings settings;

  private RevenueImport(ImportSettings settings) {
    this.settings = settings;
  }

  /** An import with its settings. */
  public static RevenueImport with(ImportSettings settings) {
    return new RevenueImport(settings);
  }

  /** Reads a file and hands every accepted row on; mistakes stand in the report. */
  public ImportReport read(
      TableSource source, MappingRequest mapping, Consumer<AccountRevenue> consumer) {
    throw new UnsupportedOperationException(source.name() + mapping + consumer + settings);
  }
}
