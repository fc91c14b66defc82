package bailiwick.server.scenario;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.core.unit.UnitId;
import bailiwick.intake.today.OwnerCounts;
import bailiwick.intake.today.TodayProblem;
import bailiwick.server.account.AccountBook;
import bailiwick.server.company.Today;
import bailiwick.server.problem.ServerProblem;
import bailiwick.server.published.PublishedScenarios;
import bailiwick.server.roster.Roster;
import bailiwick.server.scenario.ScenarioWire.ChangeSummary;
import bailiwick.server.scenario.ScenarioWire.Comparison;
import bailiwick.server.scenario.ScenarioWire.ScenarioChange;
import bailiwick.server.scenario.ScenarioWire.ScenarioSummary;
import bailiwick.server.scenario.ScenarioWire.ScenarioUnits;
import bailiwick.server.scenario.ScenarioWire.TerritoryChange;
import bailiwick.server.scenario.Workspaces.Laid;
import bailiwick.store.Store;
import bailiwick.store.plan.PlanId;
import bailiwick.store.scenario.Scenario;
import bailiwick.store.scenario.ScenarioId;
import bailiwick.store.scenario.ScenarioKind;
import bailiwick.store.scenario.ScenarioTerritory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads, compares, renames and deletes scenarios; units are moved by {@link ScenarioMoves}.
 * Thread-safe: changes name the version they were made on, and one made on an older version is
 * refused.
 */
public class Scenarios {

  private final Store store;
  private final Workspaces workspaces;
  private final Roster roster;
  private final PublishedScenarios published;
  private final Today day;
  private final JsonMapper json;

  /** Scenarios of a store. */
  public Scenarios(
      Store store,
      Workspaces workspaces,
      Roster roster,
      PublishedScenarios published,
      Today day,
      JsonMapper json) {
    this.store = store;
    this.workspaces = workspaces;
    this.roster = roster;
    this.published = published;
    this.day = day;
    this.json = json;
  }

  /** A scenario with all its totals. */
  public ScenarioSummary summary(ScenarioId id) {
    Optional<ScenarioId> today = today(store.scenarios().get(id));
    Optional<AccountTerritories> base = today.map(workspaces::territories);
    return workspaces.with(id, laid -> summary(laid, base));
  }

  ScenarioUnits units(ScenarioId id) {
    return workspaces.with(id, Scenarios::columns);
  }

  Comparison compare(ScenarioId id, @Nullable ScenarioId with) {
    Scenario scenario = store.scenarios().get(id);
    ScenarioId other = with == null ? today(scenario).orElse(null) : with;
    if (other == null) {
      throw notNow("SCENARIO_NO_TODAY", "The plan has no scenario of today to compare with.");
    }
    if (!store.scenarios().get(other).plan().equals(scenario.plan())) {
      throw notNow("SCENARIO_OTHER_PLAN", "Only scenarios of one plan can be compared.");
    }
    AccountTerritories before = workspaces.territories(other);
    AccountTerritories after = workspaces.territories(id);
    return new Changes(before, after).comparison(store.plans().units(scenario.plan()));
  }

  ScenarioSummary change(ScenarioId id, long version, ScenarioChange change, String who) {
    Scenario now = store.scenarios().get(id);
    List<ScenarioTerritory> territories =
        change.territories() == null ? List.of() : territories(now, change.territories());
    workspaces.replace(
        id,
        () ->
            store.inTransaction(() -> {
              long at = version;
              if (change.name() != null) {
                at = store.scenarios().rename(id, at, change.name(), who).version();
              }
              if (change.territories() != null) {
                at = store.scenarios().setTerritories(id, at, territories, who).version();
              }
              return at;
            }));
    return summary(id);
  }

  private List<ScenarioTerritory> territories(Scenario now, List<TerritoryChange> changes) {
    List<ScenarioTerritory> territories = new ArrayList<>(now.territories());
    for (int k = 0; k < changes.size(); k++) {
      TerritoryChange change = changes.get(k);
      int number = number(now, change.code());
      if (number < 0) {
        throw ProblemException.of(
            new ServerProblem.UnknownTerritory(change.code(), "/territories/" + k + "/code"));
      }
      territories.set(number, changed(territories.get(number), change, k));
    }
    return territories;
  }

  private ScenarioTerritory changed(ScenarioTerritory before, TerritoryChange change, int k) {
    RepresentativeId person = before.representative();
    if (Boolean.TRUE.equals(change.vacant())) {
      person = null;
    } else if (change.representativeId() != null) {
      person = new RepresentativeId(change.representativeId());
      if (roster.find(person) == null) {
        throw ProblemException.of(
            new ServerProblem.Field(
                "/territories/" + k + "/representativeId", "must be the id of a representative"));
      }
    }
    return new ScenarioTerritory(
        before.code(),
        change.name() == null ? before.name() : change.name(),
        before.colour(),
        before.share(),
        before.home(),
        person);
  }

  void delete(ScenarioId id, String who) {
    Scenario scenario = store.scenarios().get(id);
    if (published.isPublished(scenario)) {
      throw notNow("SCENARIO_PUBLISHED", "The scenario was published and stays as a record.");
    }
    store.scenarios().delete(id, scenario.version(), who);
    workspaces.forget(id);
  }

  /** All totals of a scenario as it lies in memory, beside today when there is one. */
  ScenarioSummary summary(Laid laid, Optional<AccountTerritories> base) {
    ChangeSummary change =
        base.filter(today -> !today.scenario().equals(laid.scenario().id()))
            .map(today -> new Changes(today, AccountTerritories.of(laid)).summary())
            .orElse(null);
    return maker(laid)
        .summary(
            store.reviews().state(laid.scenario().id()), change, ownerProblems(laid.scenario()));
  }

  /** What is odd about the owners that the accounts name, as far as a scenario is made of them. */
  private List<TodayProblem> ownerProblems(Scenario scenario) {
    if (scenario.kind() != ScenarioKind.TODAY) {
      return List.of();
    }
    Map<String, Long> accountsOf = new LinkedHashMap<>(store.accounts().countByOwner());
    Long nobodys = accountsOf.remove("");
    return new OwnerCounts(accountsOf, nobodys == null ? 0 : nobodys)
        .problems(roster.all(), day.date());
  }

  SummaryMaker maker(Laid laid) {
    return new SummaryMaker(laid, roster, DesignRecord.read(laid.scenario().brief(), json));
  }

  Optional<AccountTerritories> todayOf(ScenarioId id) {
    return today(store.scenarios().get(id)).map(workspaces::territories);
  }

  private Optional<ScenarioId> today(Scenario scenario) {
    return today(scenario.plan()).filter(id -> !id.equals(scenario.id()));
  }

  /** The scenario of a plan made from today's owners. */
  public Optional<ScenarioId> today(PlanId plan) {
    return store.scenarios().list(plan).stream()
        .filter(other -> other.kind() == ScenarioKind.TODAY)
        .map(Scenario::id)
        .findFirst();
  }

  /** The territory of every account that a scenario gives one. */
  public Map<AccountId, TerritoryCode> territoryOfAccounts(ScenarioId id) {
    AccountTerritories territories = workspaces.territories(id);
    Map<AccountId, TerritoryCode> territoryOf = new HashMap<>();
    for (int account = 0; account < territories.book().size(); account++) {
      int territory = territories.ofAccount(account);
      if (territory >= 0) {
        territoryOf.put(territories.book().id(account), territories.codes().get(territory));
      }
    }
    return territoryOf;
  }

  private static ScenarioUnits columns(Laid laid) {
    ScenarioWorkspace work = laid.work();
    return new ScenarioUnits(
        laid.scenario().version(),
        laid.ground().numbering().ids().stream().map(UnitId::value).toList(),
        work.territoryOfUnits(),
        IntStream.range(0, work.unitCount())
            .map(unit -> Math.toIntExact(work.amountInUnit(AccountBook.ACCOUNTS, unit)))
            .toArray(),
        column(work, AccountBook.POTENTIAL),
        column(work, AccountBook.WORKLOAD),
        column(work, AccountBook.SALES),
        column(work, AccountBook.PIPELINE));
  }

  private static double[] column(ScenarioWorkspace work, int measure) {
    return IntStream.range(0, work.unitCount())
        .mapToDouble(unit -> Amounts.whole(work.amountInUnit(measure, unit)))
        .toArray();
  }

  /** Number of the territory with a code, -1 when the scenario has none. */
  static int number(Scenario scenario, String code) {
    List<TerritoryCode> codes =
        scenario.territories().stream().map(ScenarioTerritory::code).toList();
    return code.isBlank() ? -1 : codes.indexOf(new TerritoryCode(code));
  }

  static ProblemException notNow(String code, String message) {
    return ProblemException.of(new ServerProblem.NotNow(code, message, null));
  }
}
