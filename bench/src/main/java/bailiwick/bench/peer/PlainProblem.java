package bailiwick.bench.peer;

import bailiwick.core.design.Centre;
import bailiwick.core.design.DesignProblem;
import java.util.stream.IntStream;

/** What the models of peers have in common: several territories, and goals of one level alone. */
final class PlainProblem {

  private PlainProblem() {}

  /**
   * Whether a problem asks for nothing that no peer knows: locks, eligibility, preferences,
   * families and units apart, budgets, limits of goals, later levels, or to be never worse than
   * today.
   */
  static boolean is(DesignProblem problem) {
    return problem.territoryCount() > 1
        && !problem.namesMatter()
        && problem.companions().isNone()
        && problem.goalLimits().isEmpty()
        && problem.laterLevels().isEmpty()
        && !problem.neverWorse()
        && IntStream.range(0, problem.unitCount()).noneMatch(unit -> isLocked(problem, unit));
  }

  /** A home stays where it is without a lock. */
  private static boolean isLocked(DesignProblem problem, int unit) {
    int territory = problem.lockedTo(unit);
    return territory >= 0
        && !(problem.territories().get(territory).centre() instanceof Centre.Home home
            && home.site() == unit);
  }
}
