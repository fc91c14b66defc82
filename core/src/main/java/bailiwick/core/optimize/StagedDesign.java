package bailiwick.core.optimize;

import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.Cancellation;
import bailiwick.core.design.DesignListener;
import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProblemBuilder;
import bailiwick.core.design.DesignProgress;
import bailiwick.core.design.DesignRun;
import bailiwick.core.design.DesignSettings;
import bailiwick.core.design.GoalLimit;
import bailiwick.core.design.Infeasibility;
import bailiwick.core.design.Level;
import bailiwick.core.exact.ExactSolver;
import bailiwick.core.optimize.objective.PlanFigures;
import bailiwick.core.optimize.objective.TodayFigures;
import bailiwick.core.optimize.objective.UnitCosts;
import bailiwick.core.optimize.start.Proximity;
import bailiwick.core.unit.UnitGraph;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A design in stages, each of which is one run of the {@link Optimizer}: goals in lexicographic
 * order, each level from the plan of the one before and with all earlier goals limited to what they
 * reached; and, where nothing is to become worse than today, all of that within today's values
 * first, and without them when that is impossible. The work is shared out evenly beforehand. Most
 * designs have one stage. Not thread-safe.
 */
final class StagedDesign {

  private final DesignProblem problem;
  private final long work; // of all stages
  private final DesignSettings settings; // of one stage
  private final DesignListener listener;
  private final Cancellation cancellation;
  private final ExactSolver solver;
  private final Deadline deadline;
  private final UnitGraph near;
  private final Optional<TodayFigures> today;
  private final int stages;
  private int stagesDone;
  private long evaluations;
  private double exactWork;
  private Optional<String> exactFailure = Optional.empty();

  StagedDesign(
      DesignProblem problem,
      DesignSettings settings,
      Deadline deadline,
      DesignListener listener,
      Cancellation cancellation,
      ExactSolver solver) {
    this.deadline = deadline;
    this.work = settings.work();
    this.problem = problem;
    this.listener = listener;
    this.cancellation = cancellation;
    this.solver = solver;
    this.near = Proximity.near(problem);
    this.today = TodayFigures.find(problem, UnitCosts.of(problem), near);
    boolean twice = problem.neverWorse() && today.isPresent();
    this.stages = (1 + problem.laterLevels().size()) * (twice ? 2 : 1);
    this.settings = stages == 1 ? settings : settings.withWork(settings.work() / stages);
  }

  /** The outcome of all stages, compared with today's plan. */
  DesignOutcome run() {
    DesignOutcome outcome = narrowed(design());
    if (today.isEmpty()) {
      return outcome;
    }
    TodayFigures figures = today.get();
    return switch (outcome) {
      case DesignOutcome.Designed designed ->
          new DesignOutcome.Designed(
              figures.compare(designed.plan()), designed.bound(), designed.run());
      case DesignOutcome.NotFound notFound ->
          new DesignOutcome.NotFound(figures.compare(notFound.closest()), notFound.run());
      case DesignOutcome.Infeasible infeasible -> infeasible;
    };
  }

  /** A proof that there is no plan, without what it does not need. */
  private DesignOutcome narrowed(DesignOutcome outcome) {
    if (!(outcome instanceof DesignOutcome.Infeasible infeasible)
        || !(infeasible.proof().getFirst() instanceof Infeasibility.NoPlan none)) {
      return outcome;
    }
    new News(problem, listener).begin(DesignProgress.Stage.CHECK);
    Narrowing narrowing =
        new Narrowing(problem, settings, new TimedSolver(solver, deadline), deadline, cancellation);
    Infeasibility narrowed = narrowing.narrow(exactWork, none.closest());
    evaluations += narrowing.evaluations();
    exactWork += narrowing.exactWork();
    exactFailure = exactFailure.or(narrowing::exactFailure);
    return withRun(new DesignOutcome.Infeasible(List.of(narrowed), outcome.run()));
  }

  private DesignOutcome design() {
    if (problem.neverWorse() && today.isPresent()) {
      DesignOutcome strict =
          levels(
              today.get().goalLimits(),
              today.get().balanceRules(),
              Optional.of(today.get().toArray()));
      if (strict instanceof DesignOutcome.Designed) {
        return strict;
      }
    }
    return levels(List.of(), List.of(), problem.beginning());
  }

  /** Designs all levels in their order; one that finds nothing keeps the plan of the one before. */
  private DesignOutcome levels(
      List<GoalLimit> moreLimits, List<BalanceRule> moreRules, Optional<int[]> from) {
    if (stages == 1) {
      return stage(problem, from);
    }
    DesignProblemBuilder strict = problem.toBuilder().onlyGoals(problem.goals());
    moreLimits.forEach(strict::limit);
    moreRules.forEach(strict::rule);
    DesignProblem level = strict.build();
    DesignOutcome first = stage(level, from);
    if (first instanceof DesignOutcome.NotFound(var closest, var run)) {
      return new DesignOutcome.NotFound(figures(problem, closest.alignment().toArray()), run);
    }
    if (!(first instanceof DesignOutcome.Designed designed)) {
      return first;
    }
    DesignPlan plan = designed.plan();
    DesignRun run = designed.run();
    for (Level later : problem.laterLevels()) {
      double most = plan.objective() * (1 + later.slack());
      level =
          level.toBuilder()
              .limit(new GoalLimit(level.goals(), most))
              .onlyGoals(later.goals())
              .build();
      int[] reached = plan.alignment().toArray();
      DesignOutcome next = stage(level, Optional.of(reached));
      plan =
          next instanceof DesignOutcome.Designed better ? better.plan() : figures(level, reached);
      run = next.run();
    }
    DesignPlan whole = figures(problem, plan.alignment().toArray());
    return new DesignOutcome.Designed(whole, designed.bound(), run);
  }

  private DesignPlan figures(DesignProblem of, int[] territoryOf) {
    return PlanFigures.of(of, UnitCosts.of(of), near, territoryOf);
  }

  /** One run, or today's plan or the one it began from where that is better. */
  private DesignOutcome stage(DesignProblem of, Optional<int[]> from) {
    DesignListener scaled =
        listener.part((double) stagesDone / stages, (stagesDone + 1.0) / stages);
    DesignOutcome outcome =
        new Optimizer(of, settings, near, deadline, scaled, cancellation, solver).run(from);
    stagesDone++;
    evaluations += outcome.run().evaluations();
    exactWork += outcome.run().exactWork();
    exactFailure = exactFailure.or(outcome.run()::exactFailure);
    DesignOutcome known = orKnown(withRun(outcome), from.flatMap(plan -> candidate(of, plan)));
    return orKnown(known, candidateOfToday(of));
  }

  private Optional<DesignPlan> candidateOfToday(DesignProblem of) {
    return today.isEmpty()
        ? Optional.empty()
        : TodayFigures.find(of, UnitCosts.of(of), near).flatMap(TodayFigures::asCandidate);
  }

  /** A plan that keeps all rules, with its figures; empty when it does not. */
  private Optional<DesignPlan> candidate(DesignProblem of, int[] territoryOf) {
    for (int unit = 0; unit < territoryOf.length; unit++) {
      if (!of.mayBelong(unit, territoryOf[unit])) {
        return Optional.empty();
      }
    }
    return Optional.of(figures(of, territoryOf)).filter(DesignPlan::isFeasible);
  }

  private static DesignOutcome orKnown(DesignOutcome outcome, Optional<DesignPlan> known) {
    if (known.isEmpty()) {
      return outcome;
    }
    DesignPlan now = known.get();
    return switch (outcome) {
      case DesignOutcome.Designed designed ->
          now.objective() < designed.plan().objective()
              ? new DesignOutcome.Designed(now, atMost(designed.bound(), now), designed.run())
              : designed;
      case DesignOutcome.NotFound notFound ->
          new DesignOutcome.Designed(now, OptionalDouble.empty(), notFound.run());
      case DesignOutcome.Infeasible infeasible -> infeasible;
    };
  }

  private static OptionalDouble atMost(OptionalDouble bound, DesignPlan plan) {
    return bound.isEmpty()
        ? bound
        : OptionalDouble.of(Math.min(bound.getAsDouble(), plan.objective()));
  }

  /** The outcome with what all stages so far have done. */
  private DesignOutcome withRun(DesignOutcome outcome) {
    DesignRun last = outcome.run();
    DesignRun all =
        new DesignRun(
            last.seed(),
            work,
            evaluations,
            deadline.elapsed(),
            deadline.stoppedAt(),
            cancellation.isRequested(),
            exactWork,
            exactFailure,
            last.version());
    return outcome.withRun(all);
  }
}
