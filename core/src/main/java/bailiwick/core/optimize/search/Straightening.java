package bailiwick.core.optimize.search;

import bailiwick.core.optimize.objective.Score;
import bailiwick.core.optimize.plan.WorkingPlan;

/**
 * Straightens what the objective leaves open in the best plan: units go where they are drawn as
 * long as neither the objective nor the balance suffers. O(units) for each of a few passes.
 */
final class Straightening {

  /** Most passes over all units. */
  private static final int PASSES = 30;

  private final Position position;
  private final WorkingPlan plan;
  private final Score score;

  private Straightening(Position position) {
    this.position = position;
    this.plan = position.plan();
    this.score = position.score();
  }

  /** Straightens the best plan met; nothing is left open where the diameter is the objective. */
  static void ofBest(Position position) {
    if (position.score().diameter().isEmpty()) {
      new Straightening(position).run();
    }
  }

  private void run() {
    position.goTo(position.best()::territoryOf);
    score.keepShape();
    int moved = 1;
    for (int pass = 0; pass < PASSES && moved > 0; pass++) {
      moved = 0;
      for (int unit = 0; unit < plan.problem().unitCount(); unit++) {
        moved += straighten(unit) ? 1 : 0;
      }
    }
    position.best().forget();
    position.note();
  }

  private boolean straighten(int unit) {
    if (plan.foreignNeighbours(unit) == 0 || position.isLocked(unit)) {
      return false;
    }
    int wanted = -1;
    double strongest = 0;
    for (int k = plan.near().first(unit); k < plan.near().end(unit); k++) {
      int to = plan.territoryOf(plan.near().neighbourAt(k));
      if (to != plan.territoryOf(unit)
          && to != wanted
          && position.mayBelong(unit, to)
          && score.pullChange(unit, to) < strongest
          && score.objectiveChange(unit, to) <= 0
          && score.violationChange(unit, to) <= 0) {
        wanted = to;
        strongest = score.pullChange(unit, to);
      }
    }
    if (wanted < 0 || !position.mayLeave(unit)) {
      return false;
    }
    position.move(unit, wanted);
    return true;
  }
}
