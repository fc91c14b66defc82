package bailiwick.server.scenario;

import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProgress;
import bailiwick.core.design.DesignRun;
import bailiwick.core.design.RuleBreach;
import bailiwick.core.exact.ExactSolver;
import bailiwick.core.measure.Balance;
import bailiwick.core.optimize.Optimizer;
import bailiwick.core.problem.Problem;
import bailiwick.core.unit.Measure;
import bailiwick.server.atlas.Geography;
import bailiwick.server.job.JobWire.Imbalance;
import bailiwick.server.job.JobWire.Job;
import bailiwick.server.job.JobWire.JobKind;
import bailiwick.server.job.JobWork;
import bailiwick.server.job.Jobs;
import bailiwick.server.scenario.ScenarioWire.DesignRequest;
import bailiwick.server.scenario.ScenarioWire.MeasureGoal;
import bailiwick.server.scenario.ScenarioWire.Origin;
import bailiwick.store.Store;
import bailiwick.store.plan.PlanId;
import bailiwick.store.scenario.NewScenario;
import bailiwick.store.scenario.Scenario;
import bailiwick.store.scenario.ScenarioId;
import bailiwick.store.scenario.ScenarioKind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Designs territories in a job: brief → problem → optimiser → a new scenario beside the one it
 * started from. Thread-safe.
 */
public final class Designs {

  private static final String VERSION = "0.1.0";

  private final Store store;
  private final Geography geography;
  private final Workspaces workspaces;
  private final Jobs jobs;
  private final ExactSolver solver;
  private final JsonMapper json;

  /**
   * Designs over the scenarios of a store.
   *
   * @param solver for what is small enough to be answered exactly
   */
  public Designs(
      Store store,
      Geography geography,
      Workspaces workspaces,
      Jobs jobs,
      ExactSolver solver,
      JsonMapper json) {
    this.store = store;
    this.geography = geography;
    this.workspaces = workspaces;
    this.jobs = jobs;
    this.solver = solver;
    this.json = json;
    jobs.handle(JobKind.DESIGN, this::design);
  }

  /**
   * What is kept of a request while its job waits or is begun again.
   *
   * @param request with every default filled in
   */
  record Order(String planId, String scenarioId, DesignRequest request) {}

  /** Asks for a design from a scenario. */
  public Job submit(ScenarioId base, DesignRequest asked, String who) {
    Scenario scenario = store.scenarios().get(base);
    DesignRequest request = DesignInput.withDefaults(asked, scenario);
    Order order = new Order(scenario.plan().toString(), base.toString(), request);
    long seed = request.seed() == null ? DesignInput.USUAL_SEED : request.seed();
    return jobs.submit(JobKind.DESIGN, base.toString(), json.writeValueAsString(order), seed, who);
  }

  private JobWork.Outcome design(bailiwick.store.job.Job job, JobWork.Progress progress) {
    Order order = json.readValue(job.request(), Order.class);
    ScenarioId base = new ScenarioId(UUID.fromString(order.scenarioId()));
    progress.tell(0, "Reading the accounts.");
    DesignInput input =
        workspaces.with(
            base,
            laid ->
                DesignInput.of(laid, HeldAccounts.of(store, base), order.request(), job.seed()));
    DesignProblem problem = input.problem(geography);
    DesignOutcome outcome =
        Optimizer.optimize(
            problem,
            input.brief().settings(threads(), problem),
            news -> tell(progress, news, problem),
            progress.live().cancellation(),
            solver);
    if (progress.isCutShort()) {
      // It begins again at the next start, which is to make the one scenario of it.
      return new JobWork.Outcome.Failed("The server stopped.", false, List.of(), null);
    }
    return switch (outcome) {
      case DesignOutcome.Designed designed ->
          keep(job, order, input, problem, designed.plan(), designed.bound(), outcome);
      case DesignOutcome.NotFound notFound ->
          keep(job, order, input, problem, notFound.closest(), OptionalDouble.empty(), outcome);
      case DesignOutcome.Infeasible infeasible ->
          new JobWork.Outcome.Failed(
              "No plan can keep every rule: " + infeasible.proof().getFirst().message(),
              true,
              List.copyOf(infeasible.proof()),
              null);
    };
  }

  /** The version that makes designs: of the product, and of its engine. */
  static String version() {
    return VERSION + "/" + Optimizer.VERSION;
  }

  /** Threads that a design may use. */
  static int threads() {
    return Math.max(1, Runtime.getRuntime().availableProcessors());
  }

  static void tell(JobWork.Progress progress, DesignProgress news, DesignProblem problem) {
    progress.tell(
        news.fraction(),
        switch (news.stage()) {
          case CHECK -> "Looking for conflicts that no plan can meet.";
          case START -> "Placing centres and dealing units out.";
          case IMPROVE -> "Improving along the borders.";
          case BOUND -> "Working out how good a plan could be at best.";
        },
        boxed(news.objective()),
        news.imbalance().stream()
            .map(one ->
                new Imbalance(problem.measures().get(one.measure()).name(), one.largestDeviation()))
            .toList());
  }

  private static @Nullable Double boxed(OptionalDouble value) {
    return value.isPresent() && Double.isFinite(value.getAsDouble()) ? value.getAsDouble() : null;
  }

  private JobWork.Outcome keep(
      bailiwick.store.job.Job job,
      Order order,
      DesignInput input,
      DesignProblem problem,
      DesignPlan plan,
      OptionalDouble bound,
      DesignOutcome outcome) {
    boolean cancelled = outcome.run().cancelled();
    Origin origin =
        new Origin(
            order.scenarioId(),
            job.seed(),
            plan.objective(),
            boxed(bound),
            plan.isFeasible(),
            plan.breaches().stream().map(RuleBreach::message).toList(),
            input.hash(order.request(), json),
            version(),
            cancelled,
            outcome.run().exactWork());
    ScenarioId base = new ScenarioId(UUID.fromString(order.scenarioId()));
    NewScenario designed =
        new NewScenario(
            new PlanId(UUID.fromString(order.planId())),
            freeName(order),
            ScenarioKind.PROPOSAL,
            base,
            new DesignRecord(order.request(), origin).json(json),
            input.territories(plan),
            input.renamed(plan),
            input.kept().named(),
            job.createdBy());
    Scenario made = store.scenarios().create(designed, input.kept().rules());
    return new JobWork.Outcome.Done(
        message(plan, cancelled),
        cancelled,
        made.id().toString(),
        plan.objective(),
        imbalance(problem, plan, order.request()),
        null,
        notes(input, plan, outcome.run()));
  }

  private static List<Problem> notes(DesignInput input, DesignPlan plan, DesignRun run) {
    List<Problem> notes = new ArrayList<>(input.dropped().stream().toList());
    plan.breaches().stream().map(DesignWarning.WishNotMet::new).forEach(notes::add);
    run.exactFailure().map(DesignWarning.NoExactAnswer::new).ifPresent(notes::add);
    return notes;
  }

  private static String message(DesignPlan plan, boolean cancelled) {
    if (cancelled) {
      return "Stopped; the best plan so far is kept.";
    }
    return plan.isFeasible()
        ? "Designed %s territories.".formatted(plan.alignment().territories().size())
        : "No plan met every wish; the closest one is kept.";
  }

  /** The name asked for, or with a number behind when the plan has it already. */
  private String freeName(Order order) {
    String wanted = order.request().name() == null ? "Proposed" : order.request().name();
    Set<String> taken =
        store.scenarios().list(new PlanId(UUID.fromString(order.planId()))).stream()
            .map(Scenario::name)
            .collect(Collectors.toSet());
    return IntStream.iterate(1, n -> n + 1)
        .mapToObj(n -> n == 1 ? wanted : wanted + " " + n)
        .filter(name -> !taken.contains(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<Imbalance> imbalance(
      DesignProblem problem, DesignPlan plan, DesignRequest request) {
    double[] shares = problem.territories().stream().mapToDouble(spec -> spec.share()).toArray();
    List<String> names = problem.measures().stream().map(Measure::name).toList();
    List<MeasureGoal> goals = request.measures() == null ? List.of() : request.measures();
    return goals.stream()
        .filter(goal -> names.contains(goal.measure()))
        .map(goal -> {
          int measure = names.indexOf(goal.measure());
          long[] totals =
              IntStream.range(0, shares.length).mapToLong(t -> plan.total(measure, t)).toArray();
          return new Imbalance(goal.measure(), Balance.largestDeviation(totals, shares));
        })
        .toList();
  }
}
