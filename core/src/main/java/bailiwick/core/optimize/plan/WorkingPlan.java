package bailiwick.core.optimize.plan;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.unit.UnitGraph;

/**
 * A complete plan that changes move by move. Keeps each territory's members, the units on borders
 * and the totals, at a cost of O(neighbours of the unit + measures) for each move. Not thread-safe;
 * owns its arrays.
 */
public final class WorkingPlan {

  private final DesignProblem problem;
  private final UnitGraph near;
  private final int measureCount;
  private final int[] territoryOf; // [unit] -> territory
  private final NumberSet[] members; // [territory] -> its units
  private final int[] foreign; // [unit] -> neighbours in other territories
  private final NumberSet border; // units with a neighbour in another territory
  private final long[][] totals; // [measure][territory] -> fixed-point sum

  /**
   * A plan to work on.
   *
   * @param near the graph whose edges moves follow: that of touching units, or of near ones
   * @param territoryOf {@code territoryOf[unit]}, every unit with a territory; copied
   */
  public WorkingPlan(DesignProblem problem, UnitGraph near, int[] territoryOf) {
    this.problem = problem;
    this.near = near;
    this.measureCount = problem.measures().size();
    this.territoryOf = territoryOf.clone();
    this.foreign = new int[territoryOf.length];
    this.border = new NumberSet(territoryOf.length);
    this.members = new NumberSet[problem.territoryCount()];
    int[] positions = new int[territoryOf.length];
    for (int t = 0; t < members.length; t++) {
      members[t] = NumberSet.sharing(positions);
    }
    this.totals = new long[measureCount][members.length];
    for (int unit = 0; unit < territoryOf.length; unit++) {
      members[territoryOf[unit]].add(unit);
      countForeign(unit);
      addAmounts(unit, territoryOf[unit], 1);
    }
  }

  private void countForeign(int unit) {
    int count = 0;
    for (int k = near.first(unit); k < near.end(unit); k++) {
      count += territoryOf[near.neighbourAt(k)] != territoryOf[unit] ? 1 : 0;
    }
    foreign[unit] = count;
    if (count > 0) {
      border.add(unit);
    } else {
      border.remove(unit);
    }
  }

  private void addAmounts(int unit, int territory, int sign) {
    for (int m = 0; m < measureCount; m++) {
      totals[m][territory] += sign * problem.amount(m, unit);
    }
  }

  /** Moves a unit to another territory. */
  public void move(int unit, int to) {
    int from = territoryOf[unit];
    members[from].remove(unit);
    members[to].add(unit);
    territoryOf[unit] = to;
    addAmounts(unit, from, -1);
    addAmounts(unit, to, 1);
    for (int k = near.first(unit); k < near.end(unit); k++) {
      int other = near.neighbourAt(k);
      if (territoryOf[other] == from && foreign[other]++ == 0) {
        border.add(other);
      } else if (territoryOf[other] == to && --foreign[other] == 0) {
        border.remove(other);
      }
    }
    countForeign(unit);
  }

  /** What is asked. */
  public DesignProblem problem() {
    return problem;
  }

  /** The graph whose edges moves follow. */
  public UnitGraph near() {
    return near;
  }

  /** Territory of a unit. */
  public int territoryOf(int unit) {
    return territoryOf[unit];
  }

  /** How many units a territory has. */
  public int size(int territory) {
    return members[territory].size();
  }

  /** A unit of a territory, by position 0 … size-1; positions change with every move. */
  public int member(int territory, int position) {
    return members[territory].at(position);
  }

  /** How many units have a neighbour in another territory. */
  public int borderSize() {
    return border.size();
  }

  /** A unit with a neighbour in another territory, by position 0 … borderSize-1. */
  public int borderUnit(int position) {
    return border.at(position);
  }

  /** How many of a unit's neighbours lie in other territories. */
  public int foreignNeighbours(int unit) {
    return foreign[unit];
  }

  /** How many of a unit's neighbours lie in the territory. */
  public int neighboursIn(int unit, int territory) {
    int count = 0;
    for (int k = near.first(unit); k < near.end(unit); k++) {
      count += territoryOf[near.neighbourAt(k)] == territory ? 1 : 0;
    }
    return count;
  }

  /** Whether a unit has a neighbour in the territory. */
  public boolean touches(int unit, int territory) {
    for (int k = near.first(unit); k < near.end(unit); k++) {
      if (territoryOf[near.neighbourAt(k)] == territory) {
        return true;
      }
    }
    return false;
  }

  /** Fixed-point total of a measure in a territory. */
  public long total(int measure, int territory) {
    return totals[measure][territory];
  }

  /** A copy of {@code [unit] -> territory}. */
  public int[] toArray() {
    return territoryOf.clone();
  }
}
