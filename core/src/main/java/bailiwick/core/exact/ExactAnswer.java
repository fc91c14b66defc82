package bailiwick.core.exact;

/** What came of a {@link BinaryProgram}. Immutable. */
public sealed interface ExactAnswer {

  /**
   * The cheapest solution: no other costs less.
   *
   * @param work spent, 0 or more, in the units of {@link ExactLimits#work}
   */
  record Optimal(Solution solution, double work) implements ExactAnswer {}

  /**
   * A solution when the work ran out.
   *
   * @param bound no solution costs less; negative infinity when nothing is known
   * @param work spent, 0 or more, in the units of {@link ExactLimits#work}
   */
  record Feasible(Solution solution, double bound, double work) implements ExactAnswer {}

  /**
   * There is no solution, or with a cutoff none that costs less.
   *
   * @param work spent, 0 or more, in the units of {@link ExactLimits#work}
   */
  record Infeasible(double work) implements ExactAnswer {}

  /**
   * No solution when the work ran out or somebody asked to stop, and no proof that there is none.
   *
   * @param bound no solution costs less; negative infinity when nothing is known
   * @param work spent, 0 or more, in the units of {@link ExactLimits#work}
   */
  record Unknown(double bound, double work) implements ExactAnswer {}

  /**
   * The solver did not answer, or not with the truth: it crashed, had to be killed, could not be
   * started, or gave a solution that breaks a row. Nothing is known about the program.
   *
   * @param reason one sentence for a log
   */
  record Failed(String reason) implements ExactAnswer {}
}
