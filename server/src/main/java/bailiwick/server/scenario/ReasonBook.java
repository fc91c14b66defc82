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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final Map<ScenarioId, Chapter> chapters =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ScenarioId, Chapter> eldest) {
          return size() > KEPT;
        }
      };

  /** Reasons over the scenarios of a store. */
  public ReasonBook(Store store, AccountBooks books, DesignRuns runs, JsonMapper json) {
    this.store = store;
    this.books = books;
    this.runs = runs;
    this.json = json;
  }

  /**
   * A scenario with its reasons worked out; only lent under its own lock.
   *
   * @param edition of the books that were added up
   */
  private record Chapter(
      Scenario scenario,
      long edition,
      Optional<ScenarioId> against,
      DesignProblem problem,
      DesignPlan plan,
      Reasons reasons) {

    UnitReason of(int unit) {
      return UnitReason.of(reasons.of(unit), plan.goals());
    }
  }

  /** The reason of one unit. */
  ScenarioReasons ofUnit(ScenarioId id, String unit) {
    Chapter chapter = chapter(id);
    synchronized (chapter.reasons()) {
      UnitReason reason = chapter.of(number(chapter, unit, "unit"));
      return answer(chapter, chapter.reasons().moved().length, List.of(reason), null);
    }
  }

  /**
   * The reasons of units that change hands, in the order of their numbers.
   *
   * @param cursor of the page before; null for the first page
   */
  ScenarioReasons ofMoved(ScenarioId id, @Nullable String cursor, int limit) {
    Chapter chapter = chapter(id);
    int after = cursor == null ? -1 : number(chapter, cursor, "cursor");
    synchronized (chapter.reasons()) {
      int[] moved = chapter.reasons().moved();
      int[] page = Arrays.stream(moved).filter(unit -> unit > after).limit(limit).toArray();
      List<UnitReason> items = new ArrayList<>();
      for (int unit : page) {
        items.add(chapter.of(unit));
      }
      boolean isLast = page.length == 0 || page[page.length - 1] == moved[moved.length - 1];
      return answer(chapter, moved.length, items, isLast ? null : items.getLast().unitId());
    }
  }

  private static ScenarioReasons answer(
      Chapter chapter, int moved, List<UnitReason> items, @Nullable String next) {
    return new ScenarioReasons(
        chapter.scenario().version(),
        chapter.against().map(ScenarioId::toString).orElse(null),
        moved,
        items,
        next);
  }

  private static int number(Chapter chapter, String unit, String parameter) {
    return chapter
        .problem()
        .units()
        .findNumber(new UnitId(unit))
        .orElseThrow(() ->
            ProblemException.of(
                new ServerProblem.Parameter(
                    parameter, "(%s) is not one of the plan's units".formatted(unit))));
  }

  private Chapter chapter(ScenarioId id) {
    AlignedScenario aligned = store.scenarios().getAligned(id);
    long edition = books.edition();
    synchronized (chapters) {
      Chapter known = chapters.get(id);
      if (known != null
          && known.scenario().version() == aligned.scenario().version()
          && known.edition() == edition) {
        return known;
      }
    }
    Chapter written = write(aligned, edition);
    synchronized (chapters) {
      chapters.put(id, written);
    }
    return written;
  }

  private Chapter write(AlignedScenario aligned, long edition) {
    Scenario scenario = aligned.scenario();
    int[] territoryOf = aligned.alignment().toArray();
    long nobodys = Arrays.stream(territoryOf).filter(t -> t == Alignment.UNASSIGNED).count();
    if (nobodys > 0) {
      throw ProblemException.of(
          new ServerProblem.NotNow(
              "REASONS_UNITS_LEFT_OVER",
              "%s units of `%s` belong to no territory, so nothing can be compared."
                  .formatted(nobodys, scenario.name()),
              "Give each unit to a territory, or let a design do so."));
    }
    DesignRecord record = DesignRecord.read(scenario.brief(), json);
    Optional<ScenarioId> against = against(scenario, record);
    DesignInput input = runs.inputOf(scenario.id(), record, against);
    DesignProblem problem = runs.problem(input);
    DesignPlan plan = Optimizer.figuresAtOnce(problem, territoryOf);
    return new Chapter(scenario, edition, against, problem, plan, Reasons.of(problem, plan));
  }

  /** What the scenario was designed from as long as that is there, else the plan's today. */
  private Optional<ScenarioId> against(Scenario scenario, @Nullable DesignRecord record) {
    List<Scenario> all = store.scenarios().list(scenario.plan());
    Optional<ScenarioId> base =
        all.stream()
            .map(Scenario::id)
            .filter(id -> record != null && id.toString().equals(record.origin().baseScenarioId()))
            .findFirst();
    return base.or(() ->
        all.stream()
            .filter(other -> other.kind() == ScenarioKind.TODAY)
            .map(Scenario::id)
            .filter(id -> !id.equals(scenario.id()))
            .findFirst());
  }
}
