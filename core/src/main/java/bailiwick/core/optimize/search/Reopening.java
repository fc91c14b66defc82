package bailiwick.core.optimize.search;

import bailiwick.core.design.Centre;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.optimize.objective.Score;
import bailiwick.core.optimize.plan.WorkingPlan;
import java.util.SplittableRandom;

/**
 * Closes one territory where its neighbours can serve its units, and opens it anew around a unit
 * that is served from afar. Where territories have few units, single moves would have to lead a
 * whole chain of them through plans that nobody wants. For problems without contiguity. Not
 * thread-safe.
 *
 * <p>Source: the interchange of M. B. Teitz, P. Bart, *Heuristic methods for estimating the
 * generalized vertex median of a weighted graph*, Operations Research 1968, with units dealt out
 * anew on both sides.
 */
final class Reopening {

  /** Units of a territory up to which this is worth its work. */
  private static final int MOST_UNITS = 24;

  /** Units that are compared to find one served from afar. */
  private static final int CANDIDATES = 4;

  private final Position position;
  private final WorkingPlan plan;
  private final Score score;
  private final SplittableRandom random;
  private final int[] movedUnit = new int[4 * MOST_UNITS];
  private final int[] movedFrom = new int[4 * MOST_UNITS];
  private final int[] members = new int[MOST_UNITS + 1];
  private int moved;
  private long evaluations;

  Reopening(Position position, SplittableRandom random) {
    this.position = position;
    this.plan = position.plan();
    this.score = position.score();
    this.random = random;
  }

  /** Whether a problem is one for it: any territory may move anywhere, and most are small. */
  static boolean isFor(DesignProblem problem) {
    return !problem.contiguous()
        && problem.unitCount() <= MOST_UNITS * problem.territoryCount()
        && problem.territories().stream().allMatch(spec -> spec.centre() instanceof Centre.Free)
        && problem.centredGoal().isPresent();
  }

  /** Evaluations done. */
  long evaluations() {
    return evaluations;
  }

  /** Proposes to reopen one territory, and does it if the worsening stays under a threshold. */
  void propose(double threshold) {
    int territory = random.nextInt(plan.problem().territoryCount());
    int unit = remoteUnit();
    if (unit < 0
        || plan.territoryOf(unit) == territory
        || !position.mayBelong(unit, territory)
        || plan.size(territory) > MOST_UNITS
        || plan.size(plan.territoryOf(unit)) == 1) {
      return;
    }
    moved = 0;
    int count = plan.size(territory);
    for (int k = 0; k < count; k++) {
      members[k] = plan.member(territory, k);
    }
    double sum = move(unit, territory);
    for (int k = 0; k < count; k++) {
      sum += close(members[k], territory);
    }
    sum += gather(unit, territory);
    if (sum <= threshold) {
      recentre(territory);
      position.noteAfterMove();
    } else {
      takeBack();
      recentre(territory);
    }
  }

  /** Of a few units the one that costs most where it is; -1 when none may move. */
  private int remoteUnit() {
    int worst = -1;
    double most = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < CANDIDATES; k++) {
      int unit = random.nextInt(plan.problem().unitCount());
      if (!position.isLocked(unit)) {
        double cost = score.serving(unit);
        if (cost > most) {
          worst = unit;
          most = cost;
        }
      }
    }
    return worst;
  }

  private double move(int unit, int to) {
    evaluations++;
    double change = score.change(unit, to);
    movedUnit[moved] = unit;
    movedFrom[moved++] = plan.territoryOf(unit);
    position.move(unit, to);
    return change;
  }

  /**
   * Moves a unit out of the closed territory to the neighbour that suits best; infinite if none.
   */
  private double close(int unit, int territory) {
    if (position.isLocked(unit)) {
      return Double.POSITIVE_INFINITY;
    }
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int k = plan.near().first(unit); k < plan.near().end(unit); k++) {
      int to = plan.territoryOf(plan.near().neighbourAt(k));
      if (to != territory && to != best && position.mayBelong(unit, to)) {
        evaluations++;
        double change = score.change(unit, to);
        if (change < least) {
          best = to;
          least = change;
        }
      }
    }
    return best < 0 ? Double.POSITIVE_INFINITY : move(unit, best);
  }

  /** Brings in units around the opened one that are better off there. */
  private double gather(int opened, int territory) {
    double sum = 0;
    for (int k = plan.near().first(opened); k < plan.near().end(opened); k++) {
      int unit = plan.near().neighbourAt(k);
      if (plan.territoryOf(unit) != territory
          && plan.size(plan.territoryOf(unit)) > 1
          && position.mayBelong(unit, territory)
          && moved < movedUnit.length) {
        evaluations++;
        if (score.change(unit, territory) < 0) {
          sum += move(unit, territory);
        }
      }
    }
    return sum;
  }

  /** Centres that moved away and came back are not found by themselves. */
  private void recentre(int territory) {
    score.recentre(territory);
    for (int k = 0; k < moved; k++) {
      score.recentre(movedFrom[k]);
      score.recentre(plan.territoryOf(movedUnit[k]));
    }
  }

  private void takeBack() {
    for (int k = moved - 1; k >= 0; k--) {
      position.move(movedUnit[k], movedFrom[k]);
    }
  }
}
