package bailiwick.server.scenario;

import bailiwick.core.design.Comparison;
import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignRun;
import bailiwick.core.design.DesignSettings;
import bailiwick.core.optimize.Optimizer;
import bailiwick.core.optimize.tradeoff.TradeOff;
import bailiwick.core.optimize.tradeoff.TradeOffPoint;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.Measure;
import bailiwick.intake.brief.BriefProblem;
import bailiwick.intake.brief.DesignBrief.BalancedMeasure;
import bailiwick.intake.brief.DrawnBrief;
import bailiwick.server.job.BestSoFar;
import bailiwick.server.job.JobWire.Job;
import bailiwick.server.job.JobWire.JobKind;
import bailiwick.server.job.JobWork;
import bailiwick.server.job.Jobs;
import bailiwick.server.job.KeptCurve;
import bailiwick.server.job.KeptCurve.Compared;
import bailiwick.server.job.KeptCurve.KeptPlan;
import bailiwick.server.problem.ServerProblem;
import bailiwick.server.scenario.DesignWire.TradeOffRequest;
import bailiwick.server.scenario.TradeOffSentence.Numbers;
import bailiwick.server.wire.Known;
import bailiwick.server.wire.TradeOffWire.TradeOffCurve;
import bailiwick.server.wire.TradeOffWire.TradeOffPlan;
import bailiwick.store.job.JobId;
import bailiwick.store.scenario.Scenario;
import bailiwick.store.scenario.ScenarioId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Works out trade-off curves in jobs, and makes scenarios of their plans when asked. Thread-safe.
 */
public final class TradeOffs {

  private static final int USUAL_STEPS = 6;

  private final DesignRuns runs;
  private final Designs designs;
  private final Jobs jobs;
  private final JsonMapper json;

  /** Curves from scenarios. */
  public TradeOffs(DesignRuns runs, Designs designs, Jobs jobs, JsonMapper json) {
    this.runs = runs;
    this.designs = designs;
    this.jobs = jobs;
    this.json = json;
    jobs.handle(JobKind.TRADE_OFF, this::work);
  }

  /** What is kept of a request while its job waits or is begun again. */
  record Order(String planId, String scenarioId, JsonNode brief, int steps) {}

  /**
   * Asks for a curve from a scenario.
   *
   * @throws ProblemException with everything that is wrong with the brief
   */
  public Job submit(ScenarioId base, TradeOffRequest asked, String who) {
    JsonNode brief =
        asked.brief() == null ? JsonNodeFactory.instance.objectNode() : asked.brief().tree();
    DesignInput input = runs.input(base, brief);
    input.brief().modes().requireNoneBesideCurve("/brief");
    requireToday(runs.problem(input));
    int steps = asked.steps() == null ? USUAL_STEPS : asked.steps();
    Order order = new Order(input.plan().id().toString(), base.toString(), brief, steps);
    return jobs.submit(
        JobKind.TRADE_OFF,
        base.toString(),
        json.writeValueAsString(order),
        input.brief().seed(),
        who);
  }

  private static void requireToday(DesignProblem problem) {
    if (problem.today().isEmpty()) {
      throw ProblemException.of(new BriefProblem.NoToday("/brief", "A trade-off curve"));
    }
  }

  private JobWork.Outcome work(bailiwick.store.job.Job job, JobWork.Progress progress) {
    Order order = json.readValue(job.request(), Order.class);
    progress.tell(0, "Reading the accounts.");
    DesignInput input = runs.input(DesignRuns.scenarioId(order.scenarioId()), order.brief());
    DesignProblem problem = runs.problem(input);
    requireToday(problem);
    DesignSettings whole = DesignRuns.settings(input, problem);
    int measure = problem.measureOfMoves();
    List<TradeOffPoint> points =
        runs.tradeOff(
            problem, measure, order.steps(), TradeOff.ofEachSearch(whole, order.steps()), progress);
    if (progress.isCutShort()) {
      return new JobWork.Outcome.Failed("The server stopped.", false, List.of(), null);
    }
    if (points.isEmpty()) {
      TradeOffProblem none = new TradeOffProblem.NoPlan();
      return new JobWork.Outcome.Failed(none.message(), false, List.of(none), null);
    }
    return new JobWork.Outcome.Done(
        "%s plans to choose from.".formatted(points.size()),
        progress.live().cancellation().isRequested(),
        null,
        BestSoFar.NOTHING,
        null,
        kept(points, problem.measures().get(measure), problem.total(measure), input.hash()),
        List.of());
  }

  private static KeptCurve kept(
      List<TradeOffPoint> points, Measure measure, long total, String inputHash) {
    double all = measure.toDecimal(total);
    TradeOffSentence sentence =
        new TradeOffSentence(measure, all, numbers(points.getFirst(), measure));
    List<TradeOffPlan> told = new ArrayList<>();
    for (TradeOffPoint point : points) {
      told.add(told(point, measure, all, told, sentence));
    }
    List<KeptPlan> plans = points.stream().map(point -> kept(point, measure)).toList();
    return new KeptCurve(new TradeOffCurve(measure.name(), all, told), inputHash, plans);
  }

  private static TradeOffPlan told(
      TradeOffPoint point,
      Measure measure,
      double all,
      List<TradeOffPlan> before,
      TradeOffSentence sentence) {
    Numbers numbers = numbers(point, measure);
    Optional<TradeOffPlan> less =
        before.stream()
            .filter(
                one -> one.tolerancePart() == point.strictness() && one.moved() < numbers.moved())
            .reduce((first, second) -> second);
    return new TradeOffPlan(
        before.size() + 1,
        point.strictness(),
        numbers.moved(),
        all > 0 ? numbers.moved() / all : 0,
        point.movedUnits(),
        point.value(),
        Known.orNull(point.designed().bound()),
        point.imbalance(),
        Known.orNull(point.price()),
        sentence.of(numbers, less));
  }

  private static Numbers numbers(TradeOffPoint point, Measure measure) {
    return new Numbers(measure.toDecimal(point.moved()), point.value(), point.imbalance());
  }

  private static KeptPlan kept(TradeOffPoint point, Measure measure) {
    DesignRun run = point.designed().run();
    return new KeptPlan(
        measure.toDecimal(point.budget()),
        PackedPlan.pack(point.plan().alignment().toArray()),
        point.plan().comparisons().stream()
            .map(one -> new Compared(one.kind(), one.name(), one.today(), one.plan()))
            .toList(),
        run.work(),
        run.evaluations(),
        run.exactWork(),
        run.exactFailure().orElse(null));
  }

  /**
   * Makes a scenario of a plan of a curve.
   *
   * @param number of the plan, 1 for the first
   * @throws ProblemException when there is no such plan, or its input has changed since
   */
  public Scenario open(ScenarioId base, JobId job, int number, String who) {
    KeptCurve kept =
        jobs.findCurve(job)
            .filter(curve -> number >= 1 && number <= curve.plans().size())
            .orElseThrow(() -> notFound(job, number));
    Order order = json.readValue(jobs.request(job), Order.class);
    if (!DesignRuns.scenarioId(order.scenarioId()).equals(base)) {
      throw notFound(job, number);
    }
    DesignInput input = runs.input(base, order.brief());
    ReplayProblem.requireSameInput(kept.inputHash(), input.hash());
    return keep(job, runs.input(base, brief(input, kept, number)), kept, number, who);
  }

  private Scenario keep(JobId job, DesignInput asked, KeptCurve curve, int number, String who) {
    KeptPlan kept = curve.plans().get(number - 1);
    DesignProblem problem = runs.problem(asked);
    DesignPlan plan =
        Optimizer.figuresAtOnce(problem, PackedPlan.unpack(kept.territories(), problem.unitCount()))
            .comparedBy(
                kept.compared().stream()
                    .map(one -> new Comparison(one.kind(), one.name(), one.today(), one.plan()))
                    .toList());
    DesignRun run =
        new DesignRun(
            asked.brief().seed(),
            kept.work(),
            kept.evaluations(),
            Duration.ZERO,
            OptionalLong.empty(),
            false,
            kept.exactWork(),
            Optional.ofNullable(kept.exactFailure()),
            Optimizer.VERSION);
    Double bound = curve.curve().plans().get(number - 1).bound();
    BestSoFar best = new BestSoFar(plan.objective(), bound, List.of());
    DrawnBrief drawn =
        DrawnBrief.fromScratch(
            asked.brief(), problem, new DesignOutcome.Designed(plan, OptionalDouble.empty(), run));
    return designs.keep(asked, drawn, plan, best, Optional.of(job), who);
  }

  /** The brief that asks for one plan of the curve: its tolerances and its budget. */
  private static JsonNode brief(DesignInput input, KeptCurve kept, int number) {
    TradeOffPlan told = kept.curve().plans().get(number - 1);
    ObjectNode brief = (ObjectNode) input.asked().deepCopy();
    brief.put("name", ScenarioNames.with(input.brief().name(), ", plan " + number));
    ArrayNode measures = brief.putArray("measures");
    for (BalancedMeasure one : input.brief().measures()) {
      measures
          .addObject()
          .put("name", one.name())
          .put("tolerance", one.tolerance() * told.tolerancePart());
    }
    brief
        .withArray("budgets")
        .addObject()
        .put("measure", kept.curve().measure())
        .put("most", kept.plans().get(number - 1).budget());
    brief.remove("disruptionWeight"); // the curve leaves the price of moving out
    return brief;
  }

  private static ProblemException notFound(JobId job, int number) {
    return ProblemException.of(
        new ServerProblem.NotFound("plan of a curve", "%s/%s".formatted(job, number)));
  }
}
