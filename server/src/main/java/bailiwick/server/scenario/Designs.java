package bailiwick.server.scenario;

import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignRun;
import bailiwick.core.design.RuleBreach;
import bailiwick.core.measure.Balance;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.Measure;
import bailiwick.intake.brief.DesignBrief.BalancedMeasure;
import bailiwick.server.job.BestSoFar;
import bailiwick.server.job.JobWire.Imbalance;
import bailiwick.server.job.JobWire.Job;
import bailiwick.server.job.JobWire.JobKind;
import bailiwick.server.job.JobWork;
import bailiwick.server.job.Jobs;
import bailiwick.server.scenario.DesignWire.ComparisonFigure;
import bailiwick.server.scenario.DesignWire.GoalFigure;
import bailiwick.server.scenario.DesignWire.Origin;
import bailiwick.server.scenario.DesignWire.WrittenBrief;
import bailiwick.store.Store;
import bailiwick.store.job.JobId;
import bailiwick.store.scenario.NewScenario;
import bailiwick.store.scenario.Scenario;
import bailiwick.store.scenario.ScenarioId;
import bailiwick.store.scenario.ScenarioKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Designs territories in a job: brief → problem → optimiser → a new scenario beside the one it
 * started from. Thread-safe.
 */
public final class Designs {

  private final Store store;
  private final DesignRuns runs;
  private final Jobs jobs;
  private final JsonMapper json;

  /** Designs over the scenarios of a store. */
  public Designs(Store store, DesignRuns runs, Jobs jobs, JsonMapper json) {
    this.store = store;
    this.runs = runs;
    this.jobs = jobs;
    this.json = json;
    jobs.handle(JobKind.DESIGN, this::design);
  }

  /** What is kept of a request while its job waits or is begun again. */
  record Order(String planId, String scenarioId, JsonNode brief) {

    ScenarioId scenario() {
      return new ScenarioId(UUID.fromString(scenarioId));
    }
  }

  /**
   * Asks for a design from a scenario.
   *
   * @throws ProblemException with everything that is wrong with the brief
   */
  public Job submit(ScenarioId base, WrittenBrief asked, String who) {
    DesignInput input = runs.input(base, asked.tree());
    runs.problem(input); // what the plan does not have is told now, and not by the job
    Order order = new Order(input.plan().id().toString(), base.toString(), asked.tree());
    return jobs.submit(
        JobKind.DESIGN, base.toString(), json.writeValueAsString(order), input.brief().seed(), who);
  }

  private JobWork.Outcome design(bailiwick.store.job.Job job, JobWork.Progress progress) {
    Order order = json.readValue(job.request(), Order.class);
    progress.tell(0, "Reading the accounts.");
    DesignInput input = runs.input(order.scenario(), order.brief());
    DesignProblem problem = runs.problem(input);
    DesignOutcome outcome = runs.optimize(problem, DesignRuns.settings(input, problem), progress);
    if (progress.isCutShort()) {
      // It begins again at the next start, which is to make the one scenario of it.
      return new JobWork.Outcome.Failed("The server stopped.", false, List.of(), null);
    }
    return switch (outcome) {
      case DesignOutcome.Designed designed ->
          keep(job, input, problem, designed.plan(), designed.bound(), outcome.run());
      case DesignOutcome.NotFound notFound ->
          keep(job, input, problem, notFound.closest(), OptionalDouble.empty(), outcome.run());
      case DesignOutcome.Infeasible infeasible ->
          new JobWork.Outcome.Failed(
              "No plan can keep every rule: " + infeasible.proof().getFirst().message(),
              true,
              List.copyOf(infeasible.proof()),
              null);
    };
  }

  private JobWork.Outcome keep(
      bailiwick.store.job.Job job,
      DesignInput input,
      DesignProblem problem,
      DesignPlan plan,
      OptionalDouble bound,
      DesignRun run) {
    BestSoFar best =
        BestSoFar.of(OptionalDouble.of(plan.objective()), bound, imbalance(input, problem, plan));
    Scenario made = keep(input, plan, best, run, Optional.empty(), job.createdBy());
    return new JobWork.Outcome.Done(
        message(plan, run.cancelled()),
        run.cancelled(),
        made.id().toString(),
        best,
        null,
        null,
        notes(input, plan, run));
  }

  /**
   * Keeps a plan as a scenario beside the one it was designed from.
   *
   * @param curve the job of the trade-off curve that it is a plan of, if it is one
   */
  Scenario keep(
      DesignInput input,
      DesignPlan plan,
      BestSoFar best,
      DesignRun run,
      Optional<JobId> curve,
      String who) {
    NewScenario designed =
        new NewScenario(
            input.plan().id(),
            freeName(input),
            ScenarioKind.PROPOSAL,
            input.base(),
            new DesignRecord(
                    input.asked(), input.brief().measures(), origin(input, plan, best, run, curve))
                .json(json),
            input.territories(plan),
            input.renamed(plan),
            input.kept().named(),
            who);
    return store.scenarios().create(designed, input.kept().rules());
  }

  private static Origin origin(
      DesignInput input, DesignPlan plan, BestSoFar best, DesignRun run, Optional<JobId> curve) {
    return new Origin(
        input.base().toString(),
        run.seed(),
        plan.objective(),
        best.bound(),
        best.gap(),
        plan.isFeasible(),
        plan.breaches().stream().map(RuleBreach::message).toList(),
        plan.goals().stream()
            .map(goal -> new GoalFigure(goal.name(), goal.value(), goal.weight(), goal.level()))
            .toList(),
        plan.comparisons().stream().map(ComparisonFigure::of).toList(),
        input.hash(),
        DesignRuns.version(),
        run.cancelled(),
        run.stoppedAt().isPresent() ? run.stoppedAt().getAsLong() : null,
        run.evaluations(),
        run.exactWork(),
        run.exactFailure().orElse(null),
        curve.map(JobId::toString).orElse(null));
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
  private String freeName(DesignInput input) {
    String wanted = input.brief().name();
    Set<String> taken =
        store.scenarios().list(input.plan().id()).stream()
            .map(Scenario::name)
            .collect(Collectors.toSet());
    return IntStream.iterate(1, n -> n + 1)
        .mapToObj(n -> n == 1 ? wanted : wanted + " " + n)
        .filter(name -> !taken.contains(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<Imbalance> imbalance(
      DesignInput input, DesignProblem problem, DesignPlan plan) {
    double[] shares = problem.territories().stream().mapToDouble(spec -> spec.share()).toArray();
    List<String> names = problem.measures().stream().map(Measure::name).toList();
    List<Imbalance> imbalance = new ArrayList<>();
    for (BalancedMeasure goal : input.brief().measures()) {
      int measure = names.indexOf(goal.name());
      long[] totals =
          IntStream.range(0, shares.length).mapToLong(t -> plan.total(measure, t)).toArray();
      imbalance.add(new Imbalance(goal.name(), Balance.largestDeviation(totals, shares)));
    }
    return imbalance;
  }
}
