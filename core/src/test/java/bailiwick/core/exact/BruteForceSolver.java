package bailiwick.core.exact;

import bailiwick.core.design.Cancellation;
import java.util.BitSet;
import java.util.Optional;

/**
 * Tries every choice: the judge of other solvers on small programs. Takes the first of equally
 * cheap ones and as much work as it needs. Cost: O(2^variables × terms).
 */
public final class BruteForceSolver implements ExactSolver {

  private static final int MOST_VARIABLES = 20;
  private static final double WORK_OF_A_CHOICE = 1e-7;

  @Override
  public ExactAnswer solve(BinaryProgram program, ExactLimits limits, Cancellation cancellation) {
    if (program.variableCount() > MOST_VARIABLES) {
      return new ExactAnswer.Failed("More than " + MOST_VARIABLES + " variables are too many.");
    }
    long choices = 1L << program.variableCount();
    Optional<Solution> cheapest = Optional.empty();
    for (long choice = 0; choice < choices; choice++) {
      if (cancellation.isRequested()) {
        return new ExactAnswer.Unknown(Double.NEGATIVE_INFINITY, choice * WORK_OF_A_CHOICE);
      }
      Optional<Solution> found = Solution.of(program, BitSet.valueOf(new long[] {choice}));
      if (found.isPresent() && (cheapest.isEmpty() || found.get().cost() < cheapest.get().cost())) {
        cheapest = found;
      }
    }
    double work = choices * WORK_OF_A_CHOICE;
    return cheapest
        .<ExactAnswer>map(solution -> new ExactAnswer.Optimal(solution, work))
        .orElseGet(() -> new ExactAnswer.Infeasible(work));
  }
}
