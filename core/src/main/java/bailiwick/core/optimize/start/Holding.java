package bailiwick.core.optimize.start;

import bailiwick.core.unit.UnitGraph;

/**
 * How units hold on to the territories they have today: leaving costs something, and only to a
 * territory that borders on one's own does it lead anywhere, because territories are to stay single
 * pieces. What must go far goes from neighbour to neighbour. Immutable.
 */
final class Holding {

  /** Nobody holds on to anything. */
  static final Holding NONE = new Holding(new int[0], new boolean[0][0], 0);

  private final int[] today; // [unit] -> territory or -1
  private final boolean[][] borders; // [territory][territory] -> whether they touch today
  private final double leaving; // cost for each weight

  private Holding(int[] today, boolean[][] borders, double leaving) {
    this.today = today;
    this.borders = borders;
    this.leaving = leaving;
  }

  /**
   * Holding on to a plan.
   *
   * @param today {@code today[unit]} is a territory or -1
   * @param leaving what leaving costs for each weight
   */
  static Holding to(int[] today, int territories, UnitGraph near, double leaving) {
    boolean[][] borders = new boolean[territories][territories];
    for (int unit = 0; unit < today.length; unit++) {
      for (int k = near.first(unit); k < near.end(unit); k++) {
        int other = today[near.neighbourAt(k)];
        if (today[unit] >= 0 && other >= 0) {
          borders[today[unit]][other] = true;
        }
      }
    }
    return new Holding(today, borders, leaving);
  }

  /** What a territory costs a unit besides, for each weight. */
  double costAt(int unit, int territory) {
    if (leaving == 0 || today[unit] < 0 || today[unit] == territory) {
      return 0;
    }
    return borders[today[unit]][territory] ? leaving : 2 * leaving;
  }
}
