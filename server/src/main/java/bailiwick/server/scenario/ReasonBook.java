package bailiwick.server.scenario;

import bailiwick.core.alignment.Alignment;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.optimize.Optimizer;
import bailiwick.core.optimize.explain.Reasons;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.UnitId;
import bailiwick.server.account.AccountBooks;
import bailiwick.server.problem.ServerProblem;
import bailiwick.server.scenario.ReasonWire.ScenarioReasons;
import bailiwick.server.scenario.ReasonWire.UnitReason;
import bailiwick.store.Store;
import bailiwick.store.scenario.AlignedScenario;
import bailiwick.store.scenario.Scenario;
import bailiwick.store.scenario.ScenarioId;
import bailiwick.store.scenario.ScenarioKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells why the units of scenarios are where they are, by the wishes that each was designed with. A
 * few are kept ready, because whoever asks about one unit asks about the next. Thread-safe.
 */
public class ReasonBook {

  private static final int KEPT = 4;

  private final Store store;
  private final AccountBooks books;
  private final DesignRuns runs;
  private final JsonMapper json;
  private final LastUsed<ScenarioId, Page> pages = new LastUsed<>(KEPT);

  /** Reasons over the scenarios of a store. */
  public ReasonBook(Store store, AccountBooks books, DesignRuns runs, JsonMapper json) {
    this.store = store;
    this.books = books;
    this.runs = runs;
    this.json = json;
  }

  /** Where the reasons of a scenario are written; lent to one request at a time. */
  private static final class Page {
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Chapter chapter;
  }

  /** A scenario at one moment. */
  private record Edition(ScenarioId id, long version) {

    static Edition of(Scenario scenario) {
      return new Edition(scenario.id(), scenario.version());
    }
  }

  /**
   * A scenario with its reasons worked out.
   *
   * @param against what units move against
   * @param books edition of the books that were added up
   */
  private record Chapter(
      Edition scenario,
      Optional<Edition> against,
      long books,
      DesignProblem problem,
      DesignPlan plan,
      Reasons reasons) {

    UnitReason of(int unit) {
      return UnitReason.of(reasons.of(unit), plan.goals());
    }

    /** The number of a unit that is named in an address. */
    int number(String unit, String parameter) {
      OptionalInt number =
          unit.isBlank() ? OptionalInt.empty() : problem.units().findNumber(new UnitId(unit));
      return number.orElseThrow(() ->
          ProblemException.of(
              new ServerProblem.Parameter(
                  parameter, "(%s) is not one of the plan's units".formatted(unit))));
    }

    ScenarioReasons answer(List<UnitReason> items, @Nullable String next) {
      return new ScenarioReasons(
          scenario.version,
          against.map(one -> one.id.toString()).orElse(null),
          reasons.moved().length,
          items,
          next);
    }
  }

  /** The reason of one unit. */
  ScenarioReasons ofUnit(ScenarioId id, String unit) {
    return with(
        id, chapter -> chapter.answer(List.of(chapter.of(chapter.number(unit, "unit"))), null));
  }

  /**
   * The reasons of units that change hands, in the order of their numbers.
   *
   * @param cursor of the page before; null for the first page
   */
  ScenarioReasons ofMoved(ScenarioId id, @Nullable String cursor, int limit) {
    return with(
        id,
        chapter -> {
          int after = cursor == null ? -1 : chapter.number(cursor, "cursor");
          int[] moved = chapter.reasons().moved();
          int[] page = Arrays.stream(moved).filter(unit -> unit > after).limit(limit).toArray();
          List<UnitReason> items = Arrays.stream(page).mapToObj(chapter::of).toList();
          boolean isLast = page.length == 0 || page[page.length - 1] == moved[moved.length - 1];
          return chapter.answer(items, isLast ? null : items.getLast().unitId());
        });
  }

  /** Works reasons out that are not known yet, or of something that has changed since. */
  private ScenarioReasons with(ScenarioId id, Function<Chapter, ScenarioReasons> use) {
    Page page = pages.get(id, Page::new);
    page.lock.lock();
    try {
      Scenario scenario = store.scenarios().get(id);
      DesignRecord record = DesignRecord.read(scenario.brief(), json);
      Optional<Scenario> against = against(scenario, record);
      Chapter chapter = page.chapter;
      if (chapter == null
          || !chapter.scenario.equals(Edition.of(scenario))
          || !chapter.against.equals(against.map(Edition::of))
          || chapter.books != books.edition()) {
        chapter = write(id, record, against.map(Scenario::id));
        page.chapter = chapter;
      }
      return use.apply(chapter);
    } finally {
      page.lock.unlock();
    }
  }

  private Chapter write(ScenarioId id, @Nullable DesignRecord record, Optional<ScenarioId> other) {
    if (record != null && record.isOfAChange()) {
      return writeOfChange(id, record, other);
    }
    Optional<AlignedScenario> against = other.map(store.scenarios()::getAligned);
    DesignInput input = runs.inputOf(id, record, against.map(AlignedScenario::alignment));
    int[] territoryOf = input.territoryOf();
    requireNothingLeftOver(input.scenario(), territoryOf);
    DesignProblem problem = runs.problem(input);
    DesignPlan plan = Optimizer.figuresAtOnce(problem, territoryOf);
    return new Chapter(
        Edition.of(input.scenario()),
        against.map(AlignedScenario::scenario).map(Edition::of),
        input.edition(),
        problem,
        plan,
        Reasons.of(problem, plan));
  }

  /** A change is told by what was asked of the territories before it, which must be there. */
  private Chapter writeOfChange(ScenarioId id, DesignRecord record, Optional<ScenarioId> other) {
    AlignedScenario made = store.scenarios().getAligned(id);
    ScenarioId base =
        other
            .filter(one -> one.toString().equals(record.origin().baseScenarioId()))
            .orElseThrow(() -> ProblemException.of(baseGone(made.scenario())));
    int[] territoryOf = made.alignment().toArray();
    requireNothingLeftOver(made.scenario(), territoryOf);
    DesignInput input = runs.input(base, record.brief());
    DesignProblem problem = runs.changed(input, runs.problem(input)).orElseThrow();
    DesignPlan plan = Optimizer.figuresAtOnce(problem, territoryOf);
    return new Chapter(
        Edition.of(made.scenario()),
        Optional.of(Edition.of(input.scenario())),
        input.edition(),
        problem,
        plan,
        Reasons.of(problem, plan));
  }

  private static ServerProblem baseGone(Scenario scenario) {
    return new ServerProblem.NotNow(
        "REASONS_BASE_GONE",
        "The scenario whose territories `%s` changes has been deleted.".formatted(scenario.name()),
        "Change the territories of a scenario that is there.");
  }

  private static void requireNothingLeftOver(Scenario scenario, int[] territoryOf) {
    long nobodys = Arrays.stream(territoryOf).filter(t -> t == Alignment.UNASSIGNED).count();
    if (nobodys > 0) {
      throw ProblemException.of(
          new ServerProblem.NotNow(
              "REASONS_UNITS_LEFT_OVER",
              "%s units of `%s` belong to no territory, so nothing can be compared."
                  .formatted(nobodys, scenario.name()),
              "Give each unit to a territory, or let a design do so."));
    }
  }

  /** What the scenario was designed from as long as that is there, else the plan's today. */
  private Optional<Scenario> against(Scenario scenario, @Nullable DesignRecord record) {
    List<Scenario> all = store.scenarios().list(scenario.plan());
    Optional<Scenario> base =
        all.stream()
            .filter(one ->
                record != null && one.id().toString().equals(record.origin().baseScenarioId()))
            .findFirst();
    return base.or(() ->
        all.stream()
            .filter(other -> other.kind() == ScenarioKind.TODAY)
            .filter(other -> !other.id().equals(scenario.id()))
            .findFirst());
  }
}
