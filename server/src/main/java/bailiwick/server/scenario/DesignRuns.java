package bailiwick.server.scenario;

import bailiwick.core.alignment.Alignment;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProgress;
import bailiwick.core.design.DesignSettings;
import bailiwick.core.exact.ExactSolver;
import bailiwick.core.optimize.Optimizer;
import bailiwick.core.optimize.change.ChangeDesign;
import bailiwick.core.optimize.tradeoff.TradeOff;
import bailiwick.core.optimize.tradeoff.TradeOffPoint;
import bailiwick.core.problem.ProblemException;
import bailiwick.intake.brief.BriefChanges;
import bailiwick.intake.brief.BriefSearch;
import bailiwick.intake.brief.DesignBrief;
import bailiwick.intake.brief.DrawnBrief;
import bailiwick.server.atlas.Geography;
import bailiwick.server.job.BestSoFar;
import bailiwick.server.job.JobWire.Imbalance;
import bailiwick.server.job.JobWork;
import bailiwick.store.Store;
import bailiwick.store.scenario.ScenarioId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The way of every design on the server: what is asked of a scenario → the optimiser's problem → an
 * outcome. Thread-safe.
 */
public final class DesignRuns {

  private static final String VERSION = "0.1.0";

  private final Store store;
  private final Geography geography;
  private final Workspaces workspaces;
  private final ExactSolver solver;

  /**
   * Runs over the scenarios of a store.
   *
   * @param solver for what is small enough to be answered exactly
   */
  public DesignRuns(Store store, Geography geography, Workspaces workspaces, ExactSolver solver) {
    this.store = store;
    this.geography = geography;
    this.workspaces = workspaces;
    this.solver = solver;
  }

  /** The version that makes designs: of the product, and of its engine. */
  static String version() {
    return VERSION + "/" + Optimizer.VERSION;
  }

  /** The scenario of an id that was kept as text. */
  static ScenarioId scenarioId(String text) {
    return new ScenarioId(UUID.fromString(text));
  }

  /** What a brief asks of a scenario as it stands now. */
  DesignInput input(ScenarioId base, JsonNode brief) {
    HeldAccounts held = HeldAccounts.of(store, base);
    return workspaces.with(base, laid -> DesignInput.of(laid, held, brief));
  }

  /**
   * What was asked for a scenario, in the words of its own territories.
   *
   * @param record of its design; null when no design made it
   * @param before whose each unit was before; empty when nothing tells
   */
  DesignInput inputOf(
      ScenarioId designed, @Nullable DesignRecord record, Optional<Alignment> before) {
    return workspaces.with(designed, laid -> DesignInput.ofDesigned(laid, record, before));
  }

  /** What the optimiser is asked. */
  DesignProblem problem(DesignInput input) {
    return input.problem(geography);
  }

  /**
   * What the optimiser is asked of the territories that follow, where a brief changes them.
   *
   * @throws ProblemException when such a change makes no sense
   */
  Optional<DesignProblem> changed(DesignInput input, DesignProblem problem) {
    DesignBrief brief = input.brief();
    return brief
        .modes()
        .change()
        .map(change ->
            ChangeDesign.problemOf(problem, BriefChanges.request(brief, change, problem)));
  }

  /** How hard a brief asks to search. */
  static DesignSettings settings(DesignInput input, DesignProblem problem) {
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
    return input.brief().settings(threads, problem);
  }

  /**
   * Does what a brief asks for, telling a job's followers how it goes; the job's stop ends it with
   * the best so far.
   */
  DrawnBrief search(
      DesignInput input,
      DesignProblem problem,
      DesignSettings settings,
      JobWork.Progress progress) {
    return new BriefSearch(
            input.brief(),
            problem,
            settings,
            news -> progress.tell(news.fraction(), doing(news.stage()), bestSoFar(news, problem)),
            progress.live().cancellation(),
            solver)
        .run(input.amounts());
  }

  /** Works out a trade-off curve, telling a job's followers how far it is. */
  List<TradeOffPoint> tradeOff(
      DesignProblem problem,
      int measure,
      int steps,
      DesignSettings ofEach,
      JobWork.Progress progress) {
    SearchCount count = new SearchCount(TradeOff.searches(steps));
    return TradeOff.find(
        problem,
        measure,
        steps,
        ofEach,
        news ->
            progress.tell(
                count.fraction(news.fraction()), count.message(), bestSoFar(news, problem)),
        progress.live().cancellation(),
        solver);
  }

  private static String doing(DesignProgress.Stage stage) {
    return switch (stage) {
      case CHECK -> "Looking for conflicts that no plan can meet.";
      case START -> "Placing centres and dealing units out.";
      case IMPROVE -> "Improving along the borders.";
      case BOUND -> "Working out how good a plan could be at best.";
    };
  }

  private static BestSoFar bestSoFar(DesignProgress news, DesignProblem problem) {
    return BestSoFar.of(
        news.objective(),
        news.bound(),
        news.imbalance().stream()
            .map(one ->
                new Imbalance(problem.measures().get(one.measure()).name(), one.largestDeviation()))
            .toList());
  }
}
