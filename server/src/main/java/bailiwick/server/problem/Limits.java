package bailiwick.server.problem;

import bailiwick.core.problem.ProblemException;

/** How much a page may hold. */
public final class Limits {

  private static final int MOST = 500;

  private Limits() {}

  /**
   * The limit asked for.
   *
   * @throws ProblemException when it does not lie from 1 to 500
   */
  public static int required(int limit) {
    if (limit < 1 || limit > MOST) {
      throw ProblemException.of(
          new ServerProblem.Parameter("limit", "(%s) must lie from 1 to 500".formatted(limit)));
    }
    return limit;
  }
}
