package bailiwick.server.intake;

import bailiwick.core.roster.Representative;
import bailiwick.intake.report.ImportReport;
import bailiwick.intake.report.ImportSettings;
import bailiwick.intake.roster.RosterImport;
import bailiwick.intake.table.TableSource;
import bailiwick.server.atlas.Geography;
import bailiwick.store.Store;
import bailiwick.store.account.Extent;
import bailiwick.store.account.LoadChanges;
import java.util.ArrayList;
import java.util.List;

/** Reads files of representatives and compares them with those known. Thread-safe. */
final class RosterFiles {

  private final Store store;
  private final Geography geography;
  private final String source;

  RosterFiles(Store store, Geography geography, String source) {
    this.store = store;
    this.geography = geography;
    this.source = source;
  }

  /** The people of a file. */
  record Read(ImportReport report, List<Representative> people) {}

  Read read(TableSource file, ImportFlags flags, ImportSettings settings) {
    List<Representative> people = new ArrayList<>();
    ImportReport report =
        RosterImport.with(geography.atlas(), settings)
            .read(file, flags.mapping(), row -> people.add(row.representative()));
    return new Read(report, people);
  }

  /**
   * What people of a file change.
   *
   * @param extent whether who is not in the file has disappeared
   * @param sampleSize how many of each kind to show
   */
  LoadChanges compare(Read read, Extent extent, int sampleSize) {
    return store.representatives().compare(source, read.people(), extent, sampleSize);
  }

  void save(Read read, String who) {
    store.representatives().load(source, read.people(), who);
  }
}
