package bailiwick.server.intake;

import bailiwick.core.account.Account;
import bailiwick.core.problem.Problem;
import bailiwick.intake.account.AccountImport;
import bailiwick.intake.duplicate.CompanyDomain;
import bailiwick.intake.mapping.OwnField;
import bailiwick.intake.report.ImportReport;
import bailiwick.intake.report.ImportSettings;
import bailiwick.server.atlas.Geography;
import bailiwick.server.intake.FileLoader.Loaded;
import bailiwick.store.Store;
import bailiwick.store.account.AccountLoad;
import bailiwick.store.account.Extent;
import bailiwick.store.account.LoadChanges;
import bailiwick.store.account.Prospects;
import bailiwick.store.account.RowChange;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Loads lists of prospects: accounts that are no customers yet. One that is a customer already, by
 * its id or its web domain, is left out and told. Thread-safe.
 */
final class ProspectFiles {

  private final Store store;
  private final Geography geography;
  private final List<OwnField> own;

  ProspectFiles(Store store, Geography geography, List<OwnField> own) {
    this.store = store;
    this.geography = geography;
    this.own = own;
  }

  /** The customers, by what prospects are told from them. */
  private static final class Customers {
    private final Set<String> ids = new HashSet<>();
    private final Set<String> domains = new HashSet<>();
    private long met;
    private String example = "";

    void add(String externalId, String website) {
      ids.add(externalId);
      CompanyDomain.find(website).ifPresent(domains::add);
    }

    boolean has(Account account) {
      boolean has =
          ids.contains(account.externalId())
              || CompanyDomain.find(account.ties().website()).filter(domains::contains).isPresent();
      if (has) {
        example = met++ == 0 ? account.name() : example;
      }
      return has;
    }

    List<Problem> problems() {
      return met == 0 ? List.of() : List.of(new ProspectsKnown(met, example));
    }
  }

  /** Merges a list by ids, whole or not at all. */
  Loaded load(ImportSettings settings, Delivered file) {
    return read(settings, file, true);
  }

  /** Tells what a list would change, and writes nothing. */
  Loaded dryRun(ImportSettings settings, Delivered file) {
    return read(settings, file, false);
  }

  /** Hands on everything that a list would change, and writes nothing. */
  ImportReport changes(ImportSettings settings, Delivered file, Consumer<RowChange> consumer) {
    Customers customers = customers();
    try (AccountLoad load = store.accounts().startLoad(Prospects.SOURCE)) {
      ImportReport report = stage(settings, file, customers, load);
      if (report.complete()) {
        load.forEachChange(Extent.PART, consumer);
      }
      return report;
    }
  }

  private Customers customers() {
    Customers customers = new Customers();
    store.prospects().forEachCustomer(customers::add);
    return customers;
  }

  private Loaded read(ImportSettings settings, Delivered file, boolean forGood) {
    Customers customers = customers();
    try (AccountLoad load = store.accounts().startLoad(Prospects.SOURCE)) {
      ImportReport report = stage(settings, file, customers, load);
      if (!report.complete() || (forGood && !FileLoader.keeps(report, file.flags()))) {
        return new Loaded(report, false, null, customers.problems());
      }
      LoadChanges changes = load.compare(Extent.PART, AccountFiles.SAMPLE);
      if (forGood) {
        load.finish();
      }
      return new Loaded(report, forGood, new FileChanges.Merge(changes), customers.problems());
    }
  }

  private ImportReport stage(
      ImportSettings settings, Delivered file, Customers customers, AccountLoad load) {
    return AccountImport.with(geography.atlas(), settings)
        .prospects()
        .withOwn(own)
        .read(
            file.source(),
            file.flags().mapping(),
            row -> {
              Account account = row.account();
              if (!customers.has(account)) {
                load.add(account, geography.unitsOf(account));
              }
            });
  }
}
