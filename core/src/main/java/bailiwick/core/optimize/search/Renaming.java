package bailiwick.core.optimize.search;

import bailiwick.core.design.Centre;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.optimize.objective.Score;
import bailiwick.core.optimize.plan.WorkingPlan;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Lets two territories without homes trade their land. Where it matters which of them has which
 * name, a plan whose borders are good may have the wrong people on them, and moving one unit at a
 * time would have to tear all of it down. O(members of both). Not thread-safe.
 */
final class Renaming {

  private final Position position;
  private final WorkingPlan plan;
  private final Score score;
  private final SplittableRandom random;
  private final int[] free; // territories without a home
  private final int[] members; // [position] -> unit of the one, then of the other
  private long evaluations;

  Renaming(Position position, SplittableRandom random) {
    this.position = position;
    this.plan = position.plan();
    this.score = position.score();
    this.random = random;
    this.free = free(plan.problem());
    this.members = new int[plan.problem().unitCount()];
  }

  /** Whether a problem is one for it: names matter for at least two territories without homes. */
  static boolean isFor(DesignProblem problem) {
    return problem.namesMatter() && free(problem).length > 1;
  }

  private static int[] free(DesignProblem problem) {
    return IntStream.range(0, problem.territoryCount())
        .filter(t -> problem.territories().get(t).centre() instanceof Centre.Free)
        .toArray();
  }

  /** Evaluations done. */
  long evaluations() {
    return evaluations;
  }

  /** Proposes that two territories trade places, and does it below a threshold. */
  void propose(double threshold) {
    int a = free[random.nextInt(free.length)];
    int b = free[random.nextInt(free.length)];
    int larger = plan.size(a) >= plan.size(b) ? a : b;
    int smaller = larger == a ? b : a;
    if (a == b || plan.size(larger) == 1 || !mayTrade(a, b) || !mayTrade(b, a)) {
      return;
    }
    int ofLarger = plan.size(larger);
    int count = ofLarger + plan.size(smaller);
    for (int k = 0; k < count; k++) {
      members[k] = k < ofLarger ? plan.member(larger, k) : plan.member(smaller, k - ofLarger);
    }
    evaluations += count;
    double before = score.searched();
    trade(ofLarger, count, smaller, larger);
    if (score.searched() - before > threshold) {
      trade(ofLarger, count, larger, smaller);
    } else {
      position.noteAfterMove();
    }
  }

  private boolean mayTrade(int from, int to) {
    for (int k = 0; k < plan.size(from); k++) {
      if (!position.mayBelong(plan.member(from, k), to)) {
        return false;
      }
    }
    return true;
  }

  /** The first members go to one territory, the rest to the other one; neither is ever empty. */
  private void trade(int firstCount, int count, int ofFirst, int ofRest) {
    position.move(members[0], ofFirst);
    for (int k = firstCount; k < count; k++) {
      position.move(members[k], ofRest);
    }
    for (int k = 1; k < firstCount; k++) {
      position.move(members[k], ofFirst);
    }
    score.recentre(ofFirst);
    score.recentre(ofRest);
  }
}
