package bailiwick.server.intake;

import bailiwick.core.account.Account;
import bailiwick.intake.account.AccountImport;
import bailiwick.intake.mapping.OwnField;
import bailiwick.intake.report.ImportReport;
import bailiwick.intake.report.ImportSettings;
import bailiwick.intake.table.TableSource;
import bailiwick.server.atlas.Geography;
import bailiwick.server.duplicate.DomainMeetings;
import bailiwick.store.Store;
import bailiwick.store.account.AccountLoad;
import bailiwick.store.account.LoadChanges;
import bailiwick.store.account.RowChange;
import bailiwick.store.account.WholeFile;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Merges files of accounts into the store: rows go to a table of their own, where the database
 * compares them with what it has, so that memory does not grow with the file. Thread-safe.
 */
final class AccountFiles {

  /** Rows of each kind of change that a report shows. */
  static final int SAMPLE = 20;

  private final Store store;
  private final Geography geography;
  private final String source;
  private final Supplier<List<OwnField>> own;

  AccountFiles(Store store, Geography geography, String source, Supplier<List<OwnField>> own) {
    this.store = store;
    this.geography = geography;
    this.source = source;
    this.own = own;
  }

  /**
   * What came of a file.
   *
   * @param changes what it changes; empty when it is not to be kept
   */
  record Read(ImportReport report, Optional<LoadChanges> changes) {}

  /** Loads a file unless its report says no. */
  Read load(
      TableSource file,
      ImportFlags flags,
      ImportSettings settings,
      Predicate<ImportReport> keeps,
      String who) {
    try (AccountLoad load = store.accounts().startLoad(source)) {
      ImportReport report = stage(file, flags, settings, load);
      if (!keeps.test(report)) {
        return new Read(report, Optional.empty());
      }
      LoadChanges changes = load.compare(flags.extent(), SAMPLE);
      switch (flags.extent()) {
        case WHOLE -> load.finish(new WholeFile(file.name(), who));
        case PART -> load.finish();
      }
      return new Read(report, Optional.of(changes));
    }
  }

  /**
   * Tells what the accepted rows of a file would change, and writes nothing.
   *
   * @param met told the prospects and customers of the store with the file, when prospects are to
   *     be merged
   */
  Read dryRun(TableSource file, ImportFlags flags, ImportSettings settings, DomainMeetings met) {
    try (AccountLoad load = store.accounts().startLoad(source)) {
      ImportReport report = stage(file, flags, settings, load);
      if (!report.complete()) {
        return new Read(report, Optional.empty());
      }
      LoadChanges changes = load.compare(flags.extent(), SAMPLE);
      if (flags.mergeProspects()) {
        load.foresee(met::addProspect, met::addCustomer);
      }
      return new Read(report, Optional.of(changes));
    }
  }

  /** Hands on everything that the accepted rows of a file would change. */
  ImportReport changes(
      TableSource file, ImportFlags flags, ImportSettings settings, Consumer<RowChange> consumer) {
    try (AccountLoad load = store.accounts().startLoad(source)) {
      ImportReport report = stage(file, flags, settings, load);
      if (report.complete()) {
        load.forEachChange(flags.extent(), consumer);
      }
      return report;
    }
  }

  private ImportReport stage(
      TableSource file, ImportFlags flags, ImportSettings settings, AccountLoad load) {
    return AccountImport.with(geography.atlas(), settings)
        .tellingRejectedIds(load::addSeen)
        .withOwn(own.get())
        .read(
            file,
            flags.mapping(),
            row -> {
              Account account = row.account();
              load.add(account, geography.unitsOf(account));
            });
  }
}
