package bailiwick.server.scenario;

import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignRun;
import bailiwick.core.design.FieldDays;
import bailiwick.core.design.RuleBreach;
import bailiwick.core.design.TerritoryDays;
import bailiwick.core.measure.Balance;
import bailiwick.core.optimize.district.DistrictOutcome;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.Measure;
import bailiwick.intake.brief.BriefSearch;
import bailiwick.intake.brief.DesignBrief.BalancedMeasure;
import bailiwick.intake.brief.DrawnBrief;
import bailiwick.intake.brief.VisitFigures;
import bailiwick.server.job.BestSoFar;
import bailiwick.server.job.JobWire.Imbalance;
import bailiwick.server.job.JobWire.Job;
import bailiwick.server.job.JobWire.JobKind;
import bailiwick.server.job.JobWork;
import bailiwick.server.job.Jobs;
import bailiwick.server.scenario.DesignWire.ComparisonFigure;
import bailiwick.server.scenario.DesignWire.DaysFigure;
import bailiwick.server.scenario.DesignWire.GoalFigure;
import bailiwick.server.scenario.DesignWire.Origin;
import bailiwick.server.scenario.DesignWire.VisitFigure;
import bailiwick.server.scenario.DesignWire.WrittenBrief;
import bailiwick.server.scenario.ModesWire.ChangeFigure;
import bailiwick.server.scenario.ModesWire.DistrictFigure;
import bailiwick.server.scenario.ModesWire.NumberFigure;
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
  record Order(String planId, String scenarioId, JsonNode brief) {}

  /**
   * Asks for a design from a scenario.
   *
   * @throws ProblemException with everything that is wrong with the brief
   */
  public Job submit(ScenarioId base, WrittenBrief asked, String who) {
    DesignInput input = runs.input(base, asked.tree());
    DesignProblem problem = runs.problem(input);
    // What makes no sense of this plan is told now, not by the job.
    BriefSearch.requirePossible(input.brief(), problem, input.amounts());
    Order order = new Order(input.plan().id().toString(), base.toString(), asked.tree());
    return jobs.submit(
        JobKind.DESIGN, base.toString(), json.writeValueAsString(order), input.brief().seed(), who);
  }

  private JobWork.Outcome design(bailiwick.store.job.Job job, JobWork.Progress progress) {
    Order order = json.readValue(job.request(), Order.class);
    progress.tell(0, "Reading the accounts.");
    DesignInput input = runs.input(DesignRuns.scenarioId(order.scenarioId()), order.brief());
    DesignProblem problem = runs.problem(input);
    DrawnBrief drawn = runs.search(input, problem, DesignRuns.settings(input, problem), progress);
    if (progress.isCutShort()) {
      // It begins again at the next start, which is to make the one scenario of it.
      return new JobWork.Outcome.Failed("The server stopped.", false, List.of(), null);
    }
    return switch (drawn.outcome()) {
      case DesignOutcome.Designed designed ->
          keep(job, input, drawn, designed.plan(), designed.bound());
      case DesignOutcome.NotFound notFound ->
          keep(job, input, drawn, notFound.closest(), OptionalDouble.empty());
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
      DrawnBrief drawn,
      DesignPlan plan,
      OptionalDouble bound) {
    BestSoFar best =
        BestSoFar.of(OptionalDouble.of(plan.objective()), bound, imbalance(drawn, plan));
    Scenario made = keep(input, drawn, plan, best, Optional.empty(), job.createdBy());
    boolean cancelled = drawn.outcome().run().cancelled();
    return new JobWork.Outcome.Done(
        message(plan, cancelled),
        cancelled,
        made.id().toString(),
        best,
        null,
        null,
        notes(input, drawn, plan));
  }

  /**
   * Keeps a plan as a scenario beside the one it was designed from.
   *
   * @param curve the job of the trade-off curve that it is a plan of, if it is one
   */
  Scenario keep(
      DesignInput input,
      DrawnBrief drawn,
      DesignPlan plan,
      BestSoFar best,
      Optional<JobId> curve,
      String who) {
    NamedPlan named = input.named(drawn.brief(), plan);
    DesignRecord record =
        new DesignRecord(
            input.asked(),
            input.brief().measures(),
            named.isRenamed() ? named.drawnAs() : null,
            input.seats().orElse(null),
            origin(input, drawn, plan, named, best, curve));
    HeldAccounts kept = input.kept(drawn.brief());
    NewScenario designed =
        new NewScenario(
            input.plan().id(),
            freeName(input),
            ScenarioKind.PROPOSAL,
            input.base(),
            record.json(json),
            named.territories(),
            named.alignment(),
            kept.named(),
            who);
    return store.scenarios().create(designed, kept.rules());
  }

  private static Origin origin(
      DesignInput input,
      DrawnBrief drawn,
      DesignPlan plan,
      NamedPlan named,
      BestSoFar best,
      Optional<JobId> curve) {
    DesignRun run = drawn.outcome().run();
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
        curve.map(JobId::toString).orElse(null),
        drawn.change().map(ChangeFigure::of).orElse(null),
        drawn.number().map(number -> NumberFigure.of(number.found())).orElse(null),
        drawn
            .districts()
            .flatMap(DistrictOutcome::districts)
            .map(districts -> DistrictFigure.of(districts, named.codes()))
            .orElse(null),
        VisitFigures.of(drawn.brief(), drawn.problem(), plan)
            .map(figures -> VisitFigure.of(figures, named.codes()))
            .orElse(null),
        drawn.problem().fieldDays().map(days -> days(days, plan, named)).orElse(null));
  }

  private static List<DaysFigure> days(FieldDays days, DesignPlan plan, NamedPlan named) {
    List<TerritoryDays> spent = days.spent(plan.alignment().toArray());
    return IntStream.range(0, spent.size())
        .mapToObj(t -> DaysFigure.of(spent.get(t), named.territories().get(t).code()))
        .toList();
  }

  private static List<Problem> notes(DesignInput input, DrawnBrief drawn, DesignPlan plan) {
    List<Problem> notes = new ArrayList<>(input.dropped(drawn.brief()).stream().toList());
    plan.breaches().stream().map(DesignWarning.WishNotMet::new).forEach(notes::add);
    drawn
        .outcome()
        .run()
        .exactFailure()
        .map(DesignWarning.NoExactAnswer::new)
        .ifPresent(notes::add);
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
        .mapToObj(n -> n == 1 ? wanted : ScenarioNames.with(wanted, " " + n))
        .filter(name -> !taken.contains(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<Imbalance> imbalance(DrawnBrief drawn, DesignPlan plan) {
    DesignProblem problem = drawn.problem();
    double[] shares = problem.territories().stream().mapToDouble(spec -> spec.share()).toArray();
    List<String> names = problem.measures().stream().map(Measure::name).toList();
    List<Imbalance> imbalance = new ArrayList<>();
    for (BalancedMeasure goal : drawn.brief().measures()) {
      int measure = names.indexOf(goal.name());
      long[] totals =
          IntStream.range(0, shares.length).mapToLong(t -> plan.total(measure, t)).toArray();
      imbalance.add(new Imbalance(goal.name(), Balance.largestDeviation(totals, shares)));
    }
    return imbalance;
  }
}
