package bailiwick.server.scenario;

import bailiwick.core.alignment.Alignment;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.UnitId;
import bailiwick.server.problem.ServerProblem;
import bailiwick.server.scenario.ScenarioWire.Move;
import bailiwick.server.scenario.ScenarioWire.MovePreview;
import bailiwick.server.scenario.ScenarioWire.ScenarioEdit;
import bailiwick.server.scenario.ScenarioWire.TerritoryEffect;
import bailiwick.server.scenario.ScenarioWire.TerritorySummary;
import bailiwick.server.scenario.Workspaces.Edited;
import bailiwick.server.scenario.Workspaces.Laid;
import bailiwick.store.Store;
import bailiwick.store.database.StoreProblem;
import bailiwick.store.scenario.AlignedScenario;
import bailiwick.store.scenario.Scenario;
import bailiwick.store.scenario.ScenarioId;
import bailiwick.store.scenario.ScenarioKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Moves units of scenarios, undoes and repeats moves, and says what a move would do. Thread-safe:
 * moves name the version they were made on, and one made on an older version is refused.
 */
public class ScenarioMoves {

  private final Store store;
  private final Workspaces workspaces;
  private final Scenarios scenarios;

  /** Moves in the scenarios of a store. */
  public ScenarioMoves(Store store, Workspaces workspaces, Scenarios scenarios) {
    this.store = store;
    this.workspaces = workspaces;
    this.scenarios = scenarios;
  }

  MovePreview preview(ScenarioId id, Move move) {
    return workspaces.with(id, laid -> preview(laid, move));
  }

  ScenarioEdit move(ScenarioId id, long version, Move move, String who) {
    Optional<AccountTerritories> base = scenarios.todayOf(id);
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
          return edited(laid, after, units, territories, base);
        });
  }

  private static Scenario unchanged(Scenario scenario, long version) {
    if (scenario.version() != version) {
      throw ProblemException.of(
          new StoreProblem.StaleVersion(
              "scenario", scenario.id().toString(), version, scenario.version()));
    }
    return scenario;
  }

  ScenarioEdit undo(ScenarioId id, long version, String who) {
    return step(
        id,
        scenario -> {
          if (scenario.undoable() == 0) {
            throw Scenarios.notNow("SCENARIO_NOTHING_TO_UNDO", "There is no move to undo.");
          }
          store.scenarios().undo(id, version, who);
        });
  }

  ScenarioEdit redo(ScenarioId id, long version, String who) {
    return step(
        id,
        scenario -> {
          if (scenario.redoable() == 0) {
            throw Scenarios.notNow(
                "SCENARIO_NOTHING_TO_REDO", "There is no undone move to repeat.");
          }
          store.scenarios().redo(id, version, who);
        });
  }

  /** A step through the journal; what it changed is seen by comparing with the store. */
  private ScenarioEdit step(ScenarioId id, Consumer<Scenario> step) {
    Optional<AccountTerritories> base = scenarios.todayOf(id);
    return workspaces.edit(
        id,
        laid -> {
          step.accept(laid.scenario());
          AlignedScenario after = store.scenarios().getAligned(id);
          int[] changed = differing(laid.work(), after.alignment());
          int[] territories = Arrays.stream(changed).map(after.alignment()::territoryOf).toArray();
          laid.work().put(changed, territories);
          return edited(laid, after.scenario(), changed, territories, base);
        });
  }

  private static int[] differing(ScenarioWorkspace before, Alignment after) {
    return IntStream.range(0, before.unitCount())
        .filter(unit -> before.territoryOfUnit(unit) != after.territoryOf(unit))
        .toArray();
  }

  /** The scenario after a change that is already made in memory. */
  private Edited<ScenarioEdit> edited(
      Laid before,
      Scenario scenario,
      int[] units,
      int[] territories,
      Optional<AccountTerritories> base) {
    ScenarioWorkspace work = before.work();
    Laid after = before.after(scenario, work);
    List<String> unitIds =
        Arrays.stream(units)
            .mapToObj(unit -> before.ground().numbering().id(unit).value())
            .toList();
    return new Edited<>(
        scenario, work, new ScenarioEdit(scenarios.summary(after, base), unitIds, territories));
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
    List<TerritorySummary> before = territories(scenarios.maker(laid), concerned);
    work.move(units, to);
    try {
      SummaryMaker maker = scenarios.maker(laid);
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
    int number = Scenarios.number(laid.scenario(), code);
    if (number < 0) {
      throw ProblemException.of(new ServerProblem.UnknownTerritory(code, "/to"));
    }
    return number;
  }

  static void requireEditable(Scenario scenario) {
    if (scenario.kind() == ScenarioKind.TODAY) {
      throw ProblemException.of(
          new ServerProblem.NotNow(
              "SCENARIO_IS_TODAY",
              "The scenario `%s` shows how things are today and is not edited."
                  .formatted(scenario.name()),
              "Make a copy and edit that."));
    }
  }
}
