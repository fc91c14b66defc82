package bailiwick.core.optimize;

import bailiwick.core.design.Cancellation;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProblemBuilder;
import bailiwick.core.design.DesignSettings;
import bailiwick.core.design.Infeasibility;
import bailiwick.core.design.Requirement;
import bailiwick.core.exact.ExactSolver;
import bailiwick.core.optimize.bound.LowerBound;
import bailiwick.core.optimize.finish.ExactFinish;
import bailiwick.core.optimize.objective.PlanFigures;
import bailiwick.core.optimize.objective.UnitCosts;
import bailiwick.core.optimize.search.Archipelago;
import bailiwick.core.optimize.start.Proximity;
import bailiwick.core.unit.UnitGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Narrows the proof that there is no plan down to requirements of which none can be spared: each in
 * turn is left out, and stays out where there is still no plan. A plan is looked for first, and
 * everything looked through where none is found. Not thread-safe.
 *
 * <p>Source: the deletion filter of J. Chinneck, E. Dravnieks, *Locating minimal infeasible
 * constraint sets in linear programs*, ORSA Journal on Computing 1991. Cost: one search, and at
 * most one exact search, for each requirement.
 */
final class Narrowing {

  /** Whether there is a plan. */
  private enum Answer {
    SOME,
    NONE,
    UNKNOWN
  }

  private final DesignProblem problem;
  private final DesignSettings settings;
  private final ExactSolver solver;
  private final Deadline deadline;
  private final Cancellation cancellation;
  private final List<Requirement> needed = new ArrayList<>();
  private boolean isSmallest = true;
  private long evaluations;
  private double exactWork;

  /**
   * For a problem that has no plan.
   *
   * @param settings whose seed and threads count
   * @param solver that keeps the deadline
   */
  Narrowing(
      DesignProblem problem,
      DesignSettings settings,
      ExactSolver solver,
      Deadline deadline,
      Cancellation cancellation) {
    this.problem = problem;
    this.settings = settings;
    this.solver = solver;
    this.deadline = deadline;
    this.cancellation = cancellation;
  }

  /**
   * What conflicts.
   *
   * @param work evaluations for the search of each requirement
   * @param mostExactWork of the solver for each requirement, in its own units
   * @param closest the least violation met in any plan
   */
  Infeasibility.NoPlan narrow(long work, double mostExactWork, double closest) {
    DesignProblemBuilder left = problem.toBuilder();
    for (Requirement requirement : Requirement.of(problem)) {
      DesignProblem without = left.build().toBuilder().without(requirement).build();
      Answer answer = isStopped() ? Answer.UNKNOWN : look(without, work, mostExactWork);
      if (answer == Answer.NONE) {
        left.without(requirement);
      } else {
        needed.add(requirement);
        isSmallest &= answer == Answer.SOME;
      }
    }
    return new Infeasibility.NoPlan(needed, isSmallest, closest);
  }

  /** Evaluations of all searches. */
  long evaluations() {
    return evaluations;
  }

  /** Work of the solver, in its own units. */
  double exactWork() {
    return exactWork;
  }

  private boolean isStopped() {
    return cancellation.isRequested() || deadline.look();
  }

  private Answer look(DesignProblem without, long work, double mostExactWork) {
    UnitCosts costs = UnitCosts.of(without);
    if (isFound(without, costs, work)) {
      return Answer.SOME;
    }
    LowerBound all = LowerBound.none(without, costs);
    if (!ExactFinish.isFor(without, all) || isStopped()) {
      return Answer.UNKNOWN;
    }
    ExactFinish.Finished searched =
        ExactFinish.search(without, all, solver, mostExactWork, cancellation);
    exactWork += searched.work();
    if (searched.isNone()) {
      return Answer.NONE;
    }
    return searched.plan().filter(plan -> isFeasible(without, costs, plan)).isPresent()
        ? Answer.SOME
        : Answer.UNKNOWN;
  }

  /** Whether a search finds a plan, which it need not make any better. */
  private boolean isFound(DesignProblem without, UnitCosts costs, long work) {
    UnitGraph near = Proximity.near(without);
    Archipelago search = new Archipelago(without, costs, near, false);
    AtomicBoolean isFound = new AtomicBoolean();
    int[] plan =
        search.search(
            settings.seed(),
            work,
            settings.threads(),
            cancellation::isRequested,
            () -> isFound.get() || deadline.look(),
            (done, best, objective, violation) -> isFound.set(violation == 0));
    evaluations += search.work();
    return isFeasible(without, costs, plan);
  }

  private static boolean isFeasible(DesignProblem without, UnitCosts costs, int[] plan) {
    return PlanFigures.of(without, costs, Proximity.near(without), plan).isFeasible();
  }
}
