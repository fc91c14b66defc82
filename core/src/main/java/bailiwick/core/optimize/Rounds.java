package bailiwick.core.optimize;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Effort;
import bailiwick.core.optimize.bound.LowerBound;
import java.util.ArrayList;
import java.util.List;

/**
 * How the work is dealt out. A problem that can be finished with proof gets short rounds first,
 * each four times as long as the one before, because many are finished soon; the last round has
 * most of the work in any case.
 */
final class Rounds {

  private static final long GROWTH = 4;

  private Rounds() {}

  /**
   * The work of each round, in order.
   *
   * @param work evaluations to spend in all, above 0
   * @return at least one round; their sum is the work
   */
  static List<Long> of(DesignProblem problem, long work) {
    List<Long> rounds = new ArrayList<>();
    long left = work;
    long next = Effort.QUICK.workFor(problem);
    if (LowerBound.mayProve(problem, next)) {
      while (left >= next * (1 + GROWTH)) {
        rounds.add(next);
        left -= next;
        next *= GROWTH;
      }
    }
    rounds.add(left);
    return rounds;
  }
}
