package bailiwick.core.optimize.search;

import bailiwick.core.design.Companions;
import bailiwick.core.optimize.objective.Score;
import bailiwick.core.optimize.plan.WorkingPlan;

/**
 * Moves a unit together with all of its family that can follow: what they leave stays whole, and
 * where territories must be one piece each comes to lie beside what it joins. Not thread-safe.
 */
final class FamilyMove {

  /** Units that move together at most. */
  private static final int MOST_UNITS = 48;

  private final Position position;
  private final WorkingPlan plan;
  private final Score score;
  private final Companions companions;
  private final int[] moved = new int[MOST_UNITS];
  private final int[] cameFrom = new int[MOST_UNITS]; // [position in moved] -> territory
  private long evaluations;

  FamilyMove(Position position) {
    this.position = position;
    this.plan = position.plan();
    this.score = position.score();
    this.companions = plan.problem().companions();
  }

  /** Evaluations done. */
  long evaluations() {
    return evaluations;
  }

  boolean hasFamily(int unit) {
    return companions.familyOf(unit) >= 0;
  }

  /** Proposes to move a unit's family after it, and does it below a threshold. */
  void propose(int unit, int to, double threshold) {
    int family = companions.familyOf(unit);
    int count = 0;
    double sum = 0;
    int next = position.mayLeave(unit) ? unit : -1;
    while (next >= 0 && count < MOST_UNITS) {
      moved[count] = next;
      cameFrom[count++] = plan.territoryOf(next);
      evaluations++;
      sum += score.change(next, to);
      position.move(next, to);
      next = follower(family, to);
    }
    if (sum <= threshold) {
      settle(count, to);
    } else {
      takeBack(count);
    }
  }

  private void settle(int count, int to) {
    for (int k = 0; k < count; k++) {
      score.settled(cameFrom[k], to);
    }
    position.noteAfterMove();
  }

  private void takeBack(int count) {
    for (int k = count - 1; k >= 0; k--) {
      position.move(moved[k], cameFrom[k]);
    }
  }

  /** A unit of a family that can follow into a territory, -1 when none can. */
  private int follower(int family, int to) {
    for (int k = 0; k < companions.familySize(family); k++) {
      int unit = companions.member(family, k);
      if (plan.territoryOf(unit) != to
          && position.mayBelong(unit, to)
          && (!plan.problem().contiguous() || plan.touches(unit, to))
          && position.mayLeave(unit)) {
        return unit;
      }
    }
    return -1;
  }
}
