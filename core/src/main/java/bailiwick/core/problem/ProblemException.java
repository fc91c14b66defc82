package bailiwick.core.problem;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown at the edge of a feature when a request cannot be met; carries every problem found. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /**
   * A request that cannot be met.
   *
   * @param problems all that stood in the way, at least one
   * @throws IllegalArgumentException when {@code problems} is empty
   */
  public ProblemException(List<? extends Problem> problems) {
    super(
        problems.stream()
            .map(problem -> problem.code() + ": " + problem.message())
            .collect(Collectors.joining("\n")));
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("The problems must name at least one.");
    }
    this.problems = List.copyOf(problems);
  }

  /** A request stopped by one problem. */
  public static ProblemException of(Problem problem) {
    return new ProblemException(List.of(problem));
  }

  /** All that stood in the way, at least one, in the order found. */
  public List<Problem> problems() {
    return problems;
  }
}
