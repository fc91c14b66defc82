package bailiwick.core.optimize.change;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Distances;

/**
 * Who has which units in a plan that is being made, what that adds up to, and who can spare or take
 * one. Not thread-safe.
 */
final class Holdings {

  /** A unit that is nobody's. */
  static final int NOBODY = -1;

  private final DesignProblem problem;
  private final int[] ownerOf; // [unit] -> territory, or nobody
  private final long[][] held; // [measure][territory]
  private final int[] units; // [territory] -> how many it has

  /**
   * Holdings by a plan.
   *
   * @param plan {@code [unit] -> territory} or {@link #NOBODY}
   */
  Holdings(DesignProblem problem, int[] plan) {
    this.problem = problem;
    this.ownerOf = plan.clone();
    this.held = new long[problem.measures().size()][problem.territoryCount()];
    this.units = new int[problem.territoryCount()];
    for (int unit = 0; unit < plan.length; unit++) {
      if (plan[unit] >= 0) {
        count(unit, plan[unit], 1);
      }
    }
  }

  int unitCount() {
    return ownerOf.length;
  }

  int territoryCount() {
    return units.length;
  }

  /** Whose a unit is, or {@link #NOBODY}. */
  int ownerOf(int unit) {
    return ownerOf[unit];
  }

  /** How many units a territory has. */
  int size(int territory) {
    return units[territory];
  }

  /** What a territory has of a measure, fixed-point. */
  long held(int measure, int territory) {
    return held[measure][territory];
  }

  /** A copy of {@code [unit] -> territory} or {@link #NOBODY}. */
  int[] toArray() {
    return ownerOf.clone();
  }

  /** Gives a unit to a territory, or makes it {@link #NOBODY}'s. */
  void give(int unit, int territory) {
    if (ownerOf[unit] >= 0) {
      count(unit, ownerOf[unit], -1);
    }
    if (territory >= 0) {
      count(unit, territory, 1);
    }
    ownerOf[unit] = territory;
  }

  private void count(int unit, int territory, int sign) {
    units[territory] += sign;
    for (int m = 0; m < held.length; m++) {
      held[m][territory] += sign * problem.amount(m, unit);
    }
  }

  /** Whether a unit's territory holds enough of everything without it. */
  boolean canSpare(int unit) {
    int owner = ownerOf[unit];
    for (int m = 0; m < held.length; m++) {
      long amount = problem.amount(m, unit);
      if (amount > 0 && held[m][owner] - amount < problem.lower(m, owner)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a territory holds no more of anything than it may when it takes a unit. */
  boolean hasRoomFor(int unit, int territory) {
    for (int m = 0; m < held.length; m++) {
      long amount = problem.amount(m, unit);
      if (amount > 0 && held[m][territory] > problem.upper(m, territory) - amount) {
        return false;
      }
    }
    return true;
  }

  /** Whether a territory holds too little of something. */
  boolean lacks(int territory) {
    for (int m = 0; m < held.length; m++) {
      if (held[m][territory] < problem.lower(m, territory)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a territory holds too much of something. */
  boolean isOver(int territory) {
    for (int m = 0; m < held.length; m++) {
      if (held[m][territory] > problem.upper(m, territory)) {
        return true;
      }
    }
    return false;
  }

  /** The middle of each territory's units, {@code [territory][dimension]}. */
  double[][] middles() {
    double[][] middle = new double[units.length][Distances.DIMENSIONS];
    for (int unit = 0; unit < ownerOf.length; unit++) {
      int owner = ownerOf[unit];
      for (int d = 0; owner >= 0 && d < Distances.DIMENSIONS; d++) {
        middle[owner][d] += problem.distances().coordinate(unit, d) / units[owner];
      }
    }
    return middle;
  }

  /** Squared distance of a unit to a place. */
  double squareTo(double[] middle, int unit) {
    double sum = 0;
    for (int d = 0; d < Distances.DIMENSIONS; d++) {
      double step = problem.distances().coordinate(unit, d) - middle[d];
      sum += step * step;
    }
    return sum;
  }
}
