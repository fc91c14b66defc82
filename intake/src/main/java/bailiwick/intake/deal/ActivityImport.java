package bailiwick.intake.deal;

import bailiwick.intake.mapping.MappingRequest;
import bailiwick.intake.report.ImportReport;
import bailiwick.intake.report.ImportSettings;
import bailiwick.intake.table.TableSource;
import java.util.function.Consumer;

/** Reads activities from a table file. Immutable and thread-safe. */
public final class ActivityImport {

  private final ImportSettings settings;

  private ActivityImport(ImportSettings settings) {
    this.settings = settings;
  }

  /** An import with its settings. */
  public static ActivityImport with(ImportSettings settings) {
    return new ActivityImport(settings);
  }

  /** Reads a file and hands every accepted row on; mistakes stand in the report. */
  public ImportReport read(
      TableSource source, MappingRequest mapping, Consumer<AccountActivity> consumer) {
    throw new UnsupportedOperationException(source.name() + mapping + consumer + settings);
  }
}
