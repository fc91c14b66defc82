package bailiwick.core.optimize;

import bailiwick.core.design.Cancellation;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProblemBuilder;
import bailiwick.core.design.DesignSettings;
import bailiwick.core.design.Infeasibility;
import bailiwick.core.design.Requirement;
import bailiwick.core.optimize.bound.LowerBound;
import bailiwick.core.optimize.finish.ExactFinish;
import bailiwick.core.optimize.objective.PlanFigures;
import bailiwick.core.optimize.objective.UnitCosts;
import bailiwick.core.optimize.search.Archipelago;
import bailiwick.core.optimize.start.Proximity;
import bailiwick.core.unit.UnitGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Narrows the proof that there is no plan down to requirements of which none can be spared: each in
 * turn is left out, and stays out where there is still no plan. A plan is looked for first, and
 * everything looked through where none is found. Made for one proof; not thread-safe.
 *
 * <p>Source: the deletion filter of J. Chinneck, E. Dravnieks, *Locating minimal infeasible
 * constraint sets in linear programs*, ORSA Journal on Computing 1991. Cost: one search, and at
 * most one exact search, for each requirement.
 */
final class Narrowing {

  /** One part in so many of a design's work looks for plans without one of the requirements. */
  private static final long PART_OF_WORK = 10;

  /** What the solver may spend on each requirement, as a multiple of what the proof took. */
  private static final double MOST_EXACT_WORK = 3;

  /** Whether there is a plan. */
  private enum Answer {
    SOME,
    NONE,
    UNKNOWN
  }

  private final DesignProblem problem;
  private final DesignSettings settings;
  private final TimedSolver solver;
  private final Deadline deadline;
  private final Cancellation cancellation;
  private long evaluations;
  private double exactWork;
  private Optional<String> exactFailure = Optional.empty();

  /**
   * For a problem that has no plan.
   *
   * @param settings whose seed, work and threads count
   */
  Narrowing(
      DesignProblem problem,
      DesignSettings settings,
      TimedSolver solver,
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
   * @param proofWork what the solver spent on the proof, in its own units
   * @param closest the least violation met in any plan
   */
  Infeasibility.NoPlan narrow(double proofWork, double closest) {
    List<Requirement> asked = Requirement.of(problem);
    List<Requirement> needed = new ArrayList<>();
    boolean isSmallest = true;
    long work = Math.ceilDiv(settings.work(), PART_OF_WORK * asked.size());
    DesignProblemBuilder left = problem.toBuilder();
    for (Requirement requirement : asked) {
      DesignProblem without = left.build().toBuilder().without(requirement).build();
      Answer answer =
          isStopped() ? Answer.UNKNOWN : look(without, work, MOST_EXACT_WORK * proofWork);
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

  /** Why the solver gave no answer; empty when it gave one, or the time was over. */
  Optional<String> exactFailure() {
    return exactFailure.filter(reason -> !deadline.isPassed());
  }

  private boolean isStopped() {
    return cancellation.isRequested() || deadline.look();
  }

  private Answer look(DesignProblem without, long work, double mostExactWork) {
    UnitCosts costs = UnitCosts.of(without);
    if (isFound(without, costs, work)) {
      return Answer.SOME;
    }
    Optional<LowerBound> all = ExactFinish.allPlans(without, costs);
    if (all.isEmpty() || isStopped()) {
      return Answer.UNKNOWN;
    }
    ExactFinish.Finished searched =
        ExactFinish.search(without, all.get(), solver::solveAtALook, mostExactWork, cancellation);
    exactWork += searched.work();
    exactFailure = exactFailure.or(searched::failure);
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
