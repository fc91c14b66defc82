package bailiwick.core.exact;

import bailiwick.core.design.Cancellation;

/** Answers small questions exactly, or says how far it came. */
public interface ExactSolver {

  /** Answers nothing, for machines and callers without a solver. */
  ExactSolver NONE =
      (program, limits, cancellation) -> new ExactAnswer.Failed("No exact solver is used.");

  /**
   * Looks for the cheapest solution. The same program and work give the same answer, bit for bit on
   * one kind of processor, unless it was cancelled or failed. Throws nothing on account of the
   * solver: what goes wrong there is {@link ExactAnswer.Failed}.
   *
   * @param cancellation asked for while it works, the answer comes soon and may know nothing
   */
  ExactAnswer solve(BinaryProgram program, ExactLimits limits, Cancellation cancellation);
}
