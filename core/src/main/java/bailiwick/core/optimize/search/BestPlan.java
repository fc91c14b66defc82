package bailiwick.core.optimize.search;

import bailiwick.core.optimize.plan.WorkingPlan;

/**
 * The best plan met so far. Keeps a list of the units that changed since, so that noting a new best
 * costs as much as the moves that led to it. Not thread-safe; owns its arrays.
 */
final class BestPlan {

  private final int[] territoryOf; // [unit] -> territory
  private final int[] changed; // units that may differ from the plan under work
  private final boolean[] isChanged; // [unit] -> whether it is listed
  private int changedCount;
  private double violation = Double.POSITIVE_INFINITY;
  private double objective = Double.POSITIVE_INFINITY;

  BestPlan(int unitCount) {
    this.territoryOf = new int[unitCount];
    this.changed = new int[unitCount];
    this.isChanged = new boolean[unitCount];
    for (int unit = 0; unit < unitCount; unit++) {
      changed(unit);
    }
  }

  /** Told of every unit moved. */
  void changed(int unit) {
    if (!isChanged[unit]) {
      isChanged[unit] = true;
      changed[changedCount++] = unit;
    }
  }

  /** Whether a plan with these figures would be the best. */
  boolean isBeatenBy(double otherViolation, double otherObjective) {
    return otherViolation < violation
        || (otherViolation == violation && otherObjective < objective);
  }

  /** Takes the plan under work as the best. */
  void take(WorkingPlan plan, double itsViolation, double itsObjective) {
    for (int k = 0; k < changedCount; k++) {
      territoryOf[changed[k]] = plan.territoryOf(changed[k]);
      isChanged[changed[k]] = false;
    }
    changedCount = 0;
    violation = itsViolation;
    objective = itsObjective;
  }

  /** Forgets the figures, so that the next plan is the best. */
  void forget() {
    violation = Double.POSITIVE_INFINITY;
    objective = Double.POSITIVE_INFINITY;
  }

  int territoryOf(int unit) {
    return territoryOf[unit];
  }

  int[] toArray() {
    return territoryOf.clone();
  }

  double violation() {
    return violation;
  }

  double objective() {
    return objective;
  }
}
