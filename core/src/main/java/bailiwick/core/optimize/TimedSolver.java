package bailiwick.core.optimize;

import bailiwick.core.design.Cancellation;
import bailiwick.core.exact.BinaryProgram;
import bailiwick.core.exact.ExactAnswer;
import bailiwick.core.exact.ExactLimits;
import bailiwick.core.exact.ExactSolver;
import java.time.Duration;

/** An exact solver that is stopped when the time is over, even where it ignores its limits. */
final class TimedSolver implements ExactSolver {

  /** Said of a program when the time is over. */
  private static final ExactAnswer OVER = new ExactAnswer.Failed("The time is over.");

  private final ExactSolver solver;
  private final Deadline deadline;

  TimedSolver(ExactSolver solver, Deadline deadline) {
    this.solver = solver;
    this.deadline = deadline;
  }

  @Override
  public ExactAnswer solve(BinaryProgram program, ExactLimits limits, Cancellation cancelled) {
    Duration left = deadline.left();
    Duration most = left.compareTo(limits.killAfter()) < 0 ? left : limits.killAfter();
    return solver.solve(program, new ExactLimits(limits.work(), most), cancelled);
  }

  /**
   * The same, but the clock is looked at before and after; an answer that comes after the time is
   * over is not used, so that the run can be repeated.
   */
  ExactAnswer solveAtALook(BinaryProgram program, ExactLimits limits, Cancellation cancelled) {
    if (deadline.look()) {
      return OVER;
    }
    ExactAnswer answer = solve(program, limits, cancelled);
    return deadline.look() ? OVER : answer;
  }
}
