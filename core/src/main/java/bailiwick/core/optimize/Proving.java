package bailiwick.core.optimize;

import bailiwick.core.design.Cancellation;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProgress.Stage;
import bailiwick.core.design.DesignSettings;
import bailiwick.core.design.Infeasibility;
import bailiwick.core.design.Requirement;
import bailiwick.core.exact.ExactSolver;
import bailiwick.core.optimize.bound.LowerBound;
import bailiwick.core.optimize.finish.ExactFinish;
import bailiwick.core.optimize.objective.UnitCosts;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is known for certain of one run: a bound, that no plan is better than the incumbent, or that
 * there is none at all. Not thread-safe.
 */
final class Proving {

  /** How far above the plan's objective a bound looks, so that the plan itself stays possible. */
  private static final double ABOVE_THE_PLAN = 1e-7;

  private final DesignProblem problem;
  private final UnitCosts costs;
  private final DesignSettings settings;
  private final Deadline deadline;
  private final Cancellation cancellation;
  private final boolean hasSolver;
  private final TimedSolver solver;
  private final News news;
  private final Incumbent incumbent;
  private OptionalDouble bound = OptionalDouble.empty();
  private Optional<Infeasibility> conflict = Optional.empty();
  private boolean isDone;
  private double exactWork;
  private Optional<String> exactFailure = Optional.empty();

  Proving(
      DesignProblem problem,
      UnitCosts costs,
      DesignSettings settings,
      Deadline deadline,
      Cancellation cancellation,
      ExactSolver solver,
      News news,
      Incumbent incumbent) {
    this.problem = problem;
    this.costs = costs;
    this.settings = settings;
    this.deadline = deadline;
    this.cancellation = cancellation;
    this.hasSolver = !solver.equals(ExactSolver.NONE);
    this.solver = new TimedSolver(solver, deadline);
    this.news = news;
    this.incumbent = incumbent;
  }

  /** No plan's objective is below it; empty when none was worked out. */
  OptionalDouble bound() {
    return bound;
  }

  /** Why there is no plan; empty when that is not proved. */
  Optional<Infeasibility> conflict() {
    return conflict;
  }

  /** Whether it is proved that no plan is better than the incumbent, or that there is none. */
  boolean isDone() {
    return isDone;
  }

  /** Work of the solver, in its own units. */
  double exactWork() {
    return exactWork;
  }

  /** Why the solver gave no answer; empty when it gave one or was not asked. */
  Optional<String> exactFailure() {
    return exactFailure;
  }

  /**
   * A bound, and the best plan with proof where an exact solver can look through what it leaves.
   *
   * @param work of the round
   */
  void boundAndFinish(long work) {
    if (!LowerBound.isFor(problem, work) || isToStop()) {
      return;
    }
    DesignPlan plan = incumbent.plan();
    news.tell(Stage.BOUND, 0, plan, bound);
    double ceiling = plan.objective() * (1 + ABOVE_THE_PLAN);
    LowerBound known =
        LowerBound.find(problem, costs, ceiling, work, settings.threads(), this::isToStop);
    if (!known.isKnown()) {
      return;
    }
    raiseBound(known.value());
    if (known.value() >= ceiling) {
      isDone = true;
    } else if (hasSolver && ExactFinish.isFor(problem, known) && !isToStop()) {
      finish(plan, known, work);
    }
  }

  private void finish(DesignPlan plan, LowerBound known, long work) {
    ExactFinish.Finished finished =
        ExactFinish.run(
            problem,
            plan,
            known,
            solver::solveAtALook,
            work / ExactFinish.EVALUATIONS_PER_WORK,
            cancellation);
    note(finished);
    finished.plan().ifPresent(incumbent::take);
    raiseBound(finished.bound());
    double best = incumbent.plan().objective();
    isDone = finished.isNone() || finished.bound() >= best * (1 - ABOVE_THE_PLAN);
  }

  private void raiseBound(double value) {
    double raised = Math.max(value, bound.orElse(value));
    bound = OptionalDouble.of(Math.min(raised, incumbent.plan().objective()));
  }

  /**
   * A plan that only an exact search finds, or its proof that there is none.
   *
   * @param work of the round
   */
  void searchExactly(long work) {
    Optional<LowerBound> all = hasSolver ? ExactFinish.allPlans(problem, costs) : Optional.empty();
    if (all.isEmpty()) {
      return;
    }
    ExactFinish.Finished searched =
        ExactFinish.search(
            problem,
            all.get(),
            solver::solveAtALook,
            work / ExactFinish.EVALUATIONS_PER_WORK,
            cancellation);
    note(searched);
    if (searched.isNone()) {
      conflict = Optional.of(noPlan());
      isDone = true;
    } else if (searched.plan().isPresent()) {
      incumbent.take(searched.plan().get());
      if (incumbent.plan().isFeasible()) {
        boundAndFinish(work);
      }
    }
  }

  /** All that is asked conflicts; perhaps some of it does so without the rest. */
  private Infeasibility noPlan() {
    return new Infeasibility.NoPlan(Requirement.of(problem), false, incumbent.plan().violation());
  }

  /** What the exact solver had to do with it; that it was stopped by the clock is told anyway. */
  private void note(ExactFinish.Finished finished) {
    exactWork += finished.work();
    exactFailure = exactFailure.or(finished::failure).filter(reason -> !deadline.isPassed());
  }

  private boolean isToStop() {
    return cancellation.isRequested() || deadline.look();
  }
}
