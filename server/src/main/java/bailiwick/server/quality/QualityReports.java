package bailiwick.server.quality;

import bailiwick.core.account.AccountId;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.roster.Representative;
import bailiwick.intake.quality.HeldAccount;
import bailiwick.intake.quality.JudgedAccounts;
import bailiwick.intake.quality.QualityReport;
import bailiwick.intake.quality.QualitySettings;
import bailiwick.server.account.AccountBooks;
import bailiwick.server.company.Today;
import bailiwick.server.problem.ServerProblem;
import bailiwick.server.quality.QualityWire.AcceptanceRequest;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Reports on the accounts of scenarios. What can be said of accounts whoever has them is worked out
 * once for each state of the accounts; what a scenario adds up to is cheap, and kept until the
 * scenario changes. Thread-safe; nothing is worked out under a lock.
 */
public class QualityReports {

  /** Reports kept: one for each scenario that is looked at together. */
  private static final int REPORTS = 4;

  /** States of the accounts kept: today's, and that on the first day of a publication. */
  private static final int STATES = 2;

  private final Store store;
  private final Workspaces workspaces;
  private final AccountBooks books;
  private final Roster roster;
  private final Today today;
  private final Latest<Basis, JudgedAccounts> judged = new Latest<>(STATES);
  private final Latest<OfScenario, QualityReport> reports = new Latest<>(REPORTS);

  /** Reports over a store. */
  public QualityReports(
      Store store, Workspaces workspaces, AccountBooks books, Roster roster, Today today) {
    this.store = store;
    this.workspaces = workspaces;
    this.books = books;
    this.roster = roster;
    this.today = today;
  }

  /** What the store holds that judging accounts rests on; what rested on another is gone. */
  private record Held(
      long edition,
      QualityLimits limits,
      List<Representative> roster,
      List<Delivery> deliveries,
      String pairs) {}

  /** Everything that judging accounts rests on; another basis asks for another judgement. */
  private record Basis(Held held, LocalDate on) {}

  private record OfScenario(ScenarioId scenario, long version, Basis basis) {}

  /** The report on a scenario as it stands now, with ages counted to today. */
  public QualityReport of(ScenarioId id) {
    return on(id, today.date());
  }

  /** The report on a scenario as it stands now, with ages counted to a day. */
  private QualityReport on(ScenarioId id, LocalDate day) {
    Scenario scenario = store.scenarios().get(id);
    Basis basis = new Basis(held(), day);
    judged.keepOnly(known -> known.held.equals(basis.held));
    reports.keepOnly(known -> known.basis.held.equals(basis.held));
    return reports.get(new OfScenario(id, scenario.version(), basis), () -> make(scenario, basis));
  }

  private Held held() {
    return new Held(
        books.edition(),
        StoreBooks.limits(store),
        roster.all(),
        store.measures().deliveries(),
        store.duplicates().state());
  }

  private QualityReport make(Scenario scenario, Basis basis) {
    JudgedAccounts accounts =
        judged.get(basis, () -> StoreBooks.judge(store, basis.held.limits, basis.on));
    AccountTerritories territories = workspaces.territories(scenario.id());
    return StoreBooks.report(
        accounts, scenario.territories(), account -> territory(territories, account));
  }

  private static int territory(AccountTerritories territories, AccountId account) {
    OptionalInt number = territories.book().findNumber(account);
    return number.isEmpty() ? HeldAccount.NOBODY : territories.ofAccount(number.getAsInt());
  }

  /** When all accounts were last looked through for duplicates, null when they never were. */
  @Nullable Instant lastSearch() {
    return store.duplicates().lastSearch().orElse(null);
  }

  /**
   * How doubtful a scenario's accounts are on the first day of a publication; not looked at where
   * the company sets no limit.
   */
  public DataDoubt doubt(ScenarioId id, LocalDate effectiveFrom) {
    return StoreBooks.limits(store).mostDoubtfulShare() == null
        ? DataDoubt.UNKNOWN
        : StoreBooks.doubt(on(id, effectiveFrom));
  }

  /** Who accepted the doubt about a scenario's accounts, null when nobody or when it has grown. */
  @Nullable Acceptance findAcceptance(ScenarioId id, QualityReport report) {
    return store
        .quality()
        .findAcceptance(id)
        .filter(one -> one.covers(report.all().doubtfulShare()))
        .orElse(null);
  }

  /**
   * Accepts the share of doubtful potential that a person saw, for a publication from a day on.
   *
   * @throws ProblemException with {@code QUALITY_DOUBT_GREW} when it is more by now
   */
  Acceptance accept(ScenarioId id, AcceptanceRequest request, String who) {
    double now = on(id, request.effectiveFrom()).all().doubtfulShare();
    if (!Acceptance.covers(request.share(), now)) {
      throw ProblemException.of(new ServerProblem.DoubtGrew(request.share(), now));
    }
    return store.quality().accept(id, request.share(), who, request.why().strip());
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
