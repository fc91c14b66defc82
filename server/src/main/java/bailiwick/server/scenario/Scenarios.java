package bailiwick.server.scenario;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.Alignment;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.core.unit.UnitId;
import bailiwick.server.account.AccountBook;
import bailiwick.server.problem.ServerProblem;
import bailiwick.server.published.PublishedScenarios;
import bailiwick.server.roster.Roster;
import bailiwick.server.scenario.ScenarioWire.ChangeSummary;
import bailiwick.server.scenario.ScenarioWire.Comparison;
import bailiwick.server.scenario.ScenarioWire.Move;
import bailiwick.server.scenario.ScenarioWire.MovePreview;
import bailiwick.server.scenario.ScenarioWire.ScenarioChange;
import bailiwick.server.scenario.ScenarioWire.ScenarioEdit;
import bailiwick.server.scenario.ScenarioWire.ScenarioSummary;
import bailiwick.server.scenario.ScenarioWire.ScenarioUnits;
import bailiwick.server.scenario.ScenarioWire.TerritoryChange;
import bailiwick.server.scenario.ScenarioWire.TerritoryEffect;
import bailiwick.server.scenario.ScenarioWire.TerritorySummary;
import bailiwick.server.scenario.Workspaces.Edited;
import bailiwick.server.scenario.Workspaces.Laid;
import bailiwick.store.Store;
import bailiwick.store.plan.PlanId;
import bailiwick.store.scenario.AlignedScenario;
import bailiwick.store.scenario.Scenario;
import bailiwick.store.scenario.ScenarioId;
import bailiwick.store.scenario.ScenarioKind;
import bailiwick.store.scenario.ScenarioTerritory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads, edits and compares scenarios. Thread-safe: edits name the version they were made on, and
 * one made on an older version is refused.
 */
public class Scenarios {

  private final Store store;
  private final Workspaces workspaces;
  private final Roster roster;
  private final PublishedScenarios published;
  private final JsonMapper json;

  /** Scenarios of a store. */
  public Scenarios(
      Store store,
      Workspaces workspaces,
      Roster roster,
      PublishedScenarios published,
      JsonMapper json) {
    this.store = store;
    this.workspaces = workspaces;
    this.roster = roster;
    this.published = published;
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

  MovePreview preview(ScenarioId id, Move move) {
    return workspaces.with(id, laid -> preview(laid, move));
  }

  ScenarioEdit move(ScenarioId id, long version, Move move, String who) {
    Optional<AccountTerritories> base = todayOf(id);
    return workspaces.edit(
        id,
        laid -> {
          requireEditable(laid.scenario());
          int to = territory(laid, move.to());
          int[] units = moving(laid, units(laid, move), to);
          Scenario after =
              units.length == 0
                  ? unchanged(laid.scenario(), version)
                  : store.scenarios().move(id, version, units, to, who);
          laid.work().move(units, to);
          int[] territories = new int[units.length];
          Arrays.fill(territories, to);
          return edited(laid, after, laid.work(), units, territories, base);
        });
  }

  private static Scenario unchanged(Scenario scenario, long version) {
    if (scenario.version() != version) {
      throw ProblemException.of(
          new bailiwick.store.database.StoreProblem.StaleVersion(
              "scenario", scenario.id().toString(), version, scenario.version()));
    }
    return scenario;
  }

  ScenarioEdit undo(ScenarioId id, long version) {
    return step(
        id,
        scenario -> {
          if (scenario.undoable() == 0) {
            throw notNow("SCENARIO_NOTHING_TO_UNDO", "There is no move to undo.");
          }
          store.scenarios().undo(id, version);
        });
  }

  ScenarioEdit redo(ScenarioId id, long version) {
    return step(
        id,
        scenario -> {
          if (scenario.redoable() == 0) {
            throw notNow("SCENARIO_NOTHING_TO_REDO", "There is no undone move to repeat.");
          }
          store.scenarios().redo(id, version);
        });
  }

  /** A step through the journal; what it changed is seen by comparing with the store. */
  private ScenarioEdit step(ScenarioId id, Consumer<Scenario> step) {
    Optional<AccountTerritories> base = todayOf(id);
    return workspaces.edit(
        id,
        laid -> {
          step.accept(laid.scenario());
          AlignedScenario after = store.scenarios().getAligned(id);
          int[] changed = differing(laid.work(), after.alignment());
          int[] territories = Arrays.stream(changed).map(after.alignment()::territoryOf).toArray();
          laid.work().put(changed, territories);
          return edited(laid, after.scenario(), laid.work(), changed, territories, base);
        });
  }

  private static int[] differing(ScenarioWorkspace before, Alignment after) {
    return IntStream.range(0, before.unitCount())
        .filter(unit -> before.territoryOfUnit(unit) != after.territoryOf(unit))
        .toArray();
  }

  private Edited<ScenarioEdit> edited(
      Laid before,
      Scenario scenario,
      ScenarioWorkspace work,
      int[] units,
      int[] territories,
      Optional<AccountTerritories> base) {
    Laid after = new Laid(before.plan(), scenario, before.ground(), work, before.edition());
    List<String> unitIds =
        Arrays.stream(units)
            .mapToObj(unit -> before.ground().numbering().id(unit).value())
            .toList();
    return new Edited<>(
        scenario, work, new ScenarioEdit(summary(after, base), unitIds, territories));
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

  ScenarioSummary change(ScenarioId id, long version, ScenarioChange change) {
    Scenario now = store.scenarios().get(id);
    List<ScenarioTerritory> territories =
        change.territories() == null ? List.of() : territories(now, change.territories());
    store.inTransaction(() -> {
      long at = version;
      if (change.name() != null) {
        at = store.scenarios().rename(id, at, change.name()).version();
      }
      if (change.territories() != null) {
        at = store.scenarios().setTerritories(id, at, territories).version();
      }
      return at;
    });
    workspaces.forget(id);
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

  void delete(ScenarioId id) {
    Scenario scenario = store.scenarios().get(id);
    if (published.isPublished(scenario)) {
      throw notNow("SCENARIO_PUBLISHED", "The scenario was published and stays as a record.");
    }
    store.scenarios().delete(id, scenario.version());
    workspaces.forget(id);
  }

  private ScenarioSummary summary(Laid laid, Optional<AccountTerritories> base) {
    ChangeSummary change =
        base.filter(today -> !today.scenario().equals(laid.scenario().id()))
            .map(today -> new Changes(today, AccountTerritories.of(laid)).summary())
            .orElse(null);
    return maker(laid).summary(published.isPublished(laid.scenario()), change);
  }

  private SummaryMaker maker(Laid laid) {
    return new SummaryMaker(laid, roster, DesignRecord.read(laid.scenario().brief(), json));
  }

  private Optional<AccountTerritories> todayOf(ScenarioId id) {
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

  private MovePreview preview(Laid laid, Move move) {
    ScenarioWorkspace work = laid.work();
    int to = territory(laid, move.to());
    int[] units = moving(laid, units(laid, move), to);
    int[] from = Arrays.stream(units).map(work::territoryOfUnit).toArray();
    int[] concerned =
        IntStream.concat(Arrays.stream(from), IntStream.of(to))
            .filter(territory -> territory >= 0)
            .distinct()
            .sorted()
            .toArray();
    List<TerritorySummary> before = territories(maker(laid), concerned);
    work.move(units, to);
    try {
      SummaryMaker maker = maker(laid);
      List<TerritorySummary> after = territories(maker, concerned);
      List<TerritoryEffect> effects = new ArrayList<>();
      for (int k = 0; k < before.size(); k++) {
        effects.add(new TerritoryEffect(before.get(k), after.get(k)));
      }
      return new MovePreview(
          units.length,
          Amounts.figures(amounts(work, units)),
          effects,
          maker.balance(),
          maker.faults());
    } finally {
      work.put(units, from);
    }
  }

  private static List<TerritorySummary> territories(SummaryMaker maker, int[] numbers) {
    return Arrays.stream(numbers).mapToObj(maker::territory).toList();
  }

  private static long[] amounts(ScenarioWorkspace work, int[] units) {
    long[] sums = new long[work.book().measureCount()];
    for (int unit : units) {
      for (int m = 0; m < sums.length; m++) {
        sums[m] += work.amountInUnit(m, unit);
      }
    }
    return sums;
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

  private static int[] units(Laid laid, Move move) {
    int[] units = new int[move.unitIds().size()];
    for (int k = 0; k < units.length; k++) {
      String id = move.unitIds().get(k);
      var number = laid.ground().numbering().findNumber(new UnitId(id));
      if (number.isEmpty()) {
        throw ProblemException.of(new ServerProblem.UnknownUnit(id, "/unitIds/" + k));
      }
      units[k] = number.getAsInt();
    }
    return units;
  }

  /** Those of the units that are not there yet, each once. */
  private static int[] moving(Laid laid, int[] units, int to) {
    return Arrays.stream(units)
        .distinct()
        .filter(unit -> laid.work().territoryOfUnit(unit) != to)
        .toArray();
  }

  private static int territory(Laid laid, @Nullable String code) {
    if (code == null) {
      return Alignment.UNASSIGNED;
    }
    int number = number(laid.scenario(), code);
    if (number < 0) {
      throw ProblemException.of(new ServerProblem.UnknownTerritory(code, "/to"));
    }
    return number;
  }

  private static int number(Scenario scenario, String code) {
    List<TerritoryCode> codes =
        scenario.territories().stream().map(ScenarioTerritory::code).toList();
    return code.isBlank() ? -1 : codes.indexOf(new TerritoryCode(code));
  }

  private static void requireEditable(Scenario scenario) {
    if (scenario.kind() == ScenarioKind.TODAY) {
      throw ProblemException.of(
          new ServerProblem.NotNow(
              "SCENARIO_IS_TODAY",
              "The scenario `%s` shows how things are today and is not edited."
                  .formatted(scenario.name()),
              "Make a copy and edit that."));
    }
  }

  private static ProblemException notNow(String code, String message) {
    return ProblemException.of(new ServerProblem.NotNow(code, message, null));
  }
}
