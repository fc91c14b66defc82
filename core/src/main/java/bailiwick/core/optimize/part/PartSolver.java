package bailiwick.core.optimize.part;

import bailiwick.core.design.Cancellation;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.exact.ExactSolver;
import bailiwick.core.optimize.bound.LowerBound;
import bailiwick.core.optimize.finish.ExactFinish;
import java.util.Optional;

/**
 * Looks for the best plan of a part: a bound settles most parts, what it leaves open goes to an
 * exact solver. Thread-safe.
 */
final class PartSolver {

  /** Options of a part beyond which it would take too long. */
  static final long MOST_OPTIONS = 400_000;

  /** Evaluations for each option that a bound may take. */
  private static final double EVALUATIONS_PER_OPTION = 25;

  /** Work of the solver for one part, in its own units. */
  private static final double EXACT_WORK = 0.15;

  /** Parts of the objective by which a plan must be better at least, and a bound may fall short. */
  private static final double BETTER = 1e-9;

  private static final double ROUNDING = 1e-8;

  private final ExactSolver solver;
  private final Cancellation cancellation;

  PartSolver(ExactSolver solver, Cancellation cancellation) {
    this.solver = solver;
    this.cancellation = cancellation;
  }

  /**
   * What became of a part.
   *
   * @param better a plan that is better than the part's own
   * @param isOpen whether there may be another one that is better still
   * @param evaluations work of the bound
   * @param exactWork work of the solver, in its own units
   */
  record Answer(Optional<DesignPlan> better, boolean isOpen, long evaluations, double exactWork) {}

  Answer solve(Part part) {
    DesignProblem problem = part.problem();
    long options = (long) problem.unitCount() * problem.unitCount();
    if (!part.plan().isFeasible() || options > MOST_OPTIONS) {
      return new Answer(Optional.empty(), true, 0, 0);
    }
    double ceiling = part.plan().objective() * (1 - BETTER);
    long work = (long) Math.ceil(options * EVALUATIONS_PER_OPTION);
    LowerBound known =
        LowerBound.find(problem, part.costs(), ceiling, work, 1, cancellation::isRequested);
    boolean isSettled = known.value() >= ceiling * (1 - ROUNDING);
    if (isSettled || !ExactFinish.isFor(problem, known)) {
      return new Answer(Optional.empty(), !isSettled, known.evaluations(), 0);
    }
    ExactFinish.Finished finished =
        ExactFinish.run(problem, part.plan(), known, solver, EXACT_WORK, cancellation);
    Optional<DesignPlan> better =
        finished
            .plan()
            .map(part::named)
            .filter(plan -> plan.isFeasible() && plan.objective() < ceiling);
    boolean isOpen = better.isEmpty() && !finished.isNone();
    return new Answer(better, isOpen, known.evaluations(), finished.work());
  }
}
