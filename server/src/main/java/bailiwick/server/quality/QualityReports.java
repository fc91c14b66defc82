package bailiwick.server.quality;

import bailiwick.core.account.AccountId;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.roster.Representative;
import bailiwick.intake.quality.FileBooks;
import bailiwick.intake.quality.HeldAccount;
import bailiwick.intake.quality.LikelyPair;
import bailiwick.intake.quality.QualityReport;
import bailiwick.intake.quality.QualitySettings;
import bailiwick.server.account.AccountBooks;
import bailiwick.server.company.Today;
import bailiwick.server.problem.ServerProblem;
import bailiwick.server.roster.Roster;
import bailiwick.server.scenario.AccountTerritories;
import bailiwick.server.scenario.Workspaces;
import bailiwick.store.Store;
import bailiwick.store.measure.Delivery;
import bailiwick.store.publication.DataDoubt;
import bailiwick.store.quality.Acceptance;
import bailiwick.store.quality.QualityLimits;
import bailiwick.store.scenario.Scenario;
import bailiwick.store.scenario.ScenarioId;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reports on the accounts of scenarios, kept until something they rest on changes. Thread-safe; one
 * report is worked out at a time.
 */
public class QualityReports {

  /** Reports kept: one for each scenario that is looked at together. */
  private static final int KEPT = 4;

  private final Store store;
  private final Workspaces workspaces;
  private final AccountBooks books;
  private final Roster roster;
  private final Today today;
  private final Map<ScenarioId, Kept> reports = new LinkedHashMap<>(KEPT, 0.75f, true);
  private @Nullable KeptPairs pairs;

  /** Reports over a store. */
  public QualityReports(
      Store store, Workspaces workspaces, AccountBooks books, Roster roster, Today today) {
    this.store = store;
    this.workspaces = workspaces;
    this.books = books;
    this.roster = roster;
    this.today = today;
  }

  /** Everything a report rests on; another basis asks for another report. */
  private record Basis(
      long scenarioVersion,
      long edition,
      QualityLimits limits,
      List<Representative> roster,
      List<Delivery> deliveries,
      Set<Set<AccountId>> dismissedPairs,
      LocalDate on) {}

  private record Kept(Basis basis, QualityReport report) {}

  /** Possible duplicates do not depend on the scenario. */
  private record KeptPairs(long edition, double leastScore, List<LikelyPair> pairs) {}

  /** The report on a scenario as it stands now. */
  public synchronized QualityReport of(ScenarioId id) {
    Scenario scenario = store.scenarios().get(id);
    QualityLimits limits = StoreBooks.limits(store);
    Basis basis =
        new Basis(
            scenario.version(),
            books.edition(),
            limits,
            roster.all(),
            store.measures().deliveries(),
            store.duplicates().dismissed(),
            today.date());
    Kept kept = reports.get(id);
    if (kept == null || !kept.basis.equals(basis)) {
      kept = new Kept(basis, make(scenario, basis));
      reports.put(id, kept);
      if (reports.size() > KEPT) {
        reports.remove(reports.keySet().iterator().next());
      }
    }
    return kept.report;
  }

  private QualityReport make(Scenario scenario, Basis basis) {
    AccountTerritories territories = workspaces.territories(scenario.id());
    List<HeldAccount> accounts =
        StoreBooks.accounts(store, account -> territory(territories, account));
    return StoreBooks.report(
        store, accounts, scenario.territories(), pairs(accounts, basis), basis.on);
  }

  private static int territory(AccountTerritories territories, AccountId account) {
    OptionalInt number = territories.book().findNumber(account);
    return number.isEmpty() ? HeldAccount.NOBODY : territories.ofAccount(number.getAsInt());
  }

  private List<LikelyPair> pairs(List<HeldAccount> accounts, Basis basis) {
    KeptPairs kept = pairs;
    double least = basis.limits.leastScore();
    if (kept == null || kept.edition != basis.edition || kept.leastScore != least) {
      kept = new KeptPairs(basis.edition, least, FileBooks.pairs(accounts, least));
      pairs = kept;
    }
    return kept.pairs;
  }

  /** How doubtful a scenario's accounts are; not looked at where the company sets no limit. */
  public DataDoubt doubt(ScenarioId id) {
    return StoreBooks.limits(store).mostDoubtfulShare() == null
        ? DataDoubt.UNKNOWN
        : StoreBooks.doubt(of(id));
  }

  /** Who accepted the doubt about a scenario's accounts, null when nobody or when it has grown. */
  @Nullable Acceptance findAcceptance(ScenarioId id, QualityReport report) {
    return store
        .quality()
        .findAcceptance(id)
        .filter(one -> one.covers(report.all().doubtfulShare()))
        .orElse(null);
  }

  Acceptance accept(ScenarioId id, String who, String why) {
    return store.quality().accept(id, of(id).all().doubtfulShare(), who, why.strip());
  }

  QualityLimits limits() {
    return StoreBooks.limits(store);
  }

  QualityLimits save(QualityLimits limits, String who) {
    try {
      QualitySettings unused = StoreBooks.settings(limits);
    } catch (IllegalArgumentException wrong) {
      throw new ProblemException(
          List.of(new ServerProblem.Field("", String.valueOf(wrong.getMessage()))));
    }
    return store.quality().save(limits, who);
  }
}
