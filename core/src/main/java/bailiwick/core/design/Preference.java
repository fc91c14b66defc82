package bailiwick.core.design;

/**
 * What it costs that a unit belongs to a territory rather than to the one that suits it best:
 * skills that are missing, deals that are won less often, hours of the day in which the people of
 * both do not work at the same time. The objective is the sum over all units. Immutable; owns its
 * array and hands out none.
 */
public final class Preference implements Objective {

  private final String name;
  private final int territoryCount;
  private final double[] cost; // [unit * territoryCount + territory] -> 0 or more

  private Preference(String name, int territoryCount, double[] cost) {
    this.name = name;
    this.territoryCount = territoryCount;
    this.cost = cost;
  }

  /**
   * A preference.
   *
   * @param name the name it has in reports, such as {@code skillFit}
   * @param cost {@code cost[unit * territoryCount + territory]}, 0 or more and finite; 0 where the
   *     unit is best placed
   */
  public static Preference of(String name, int territoryCount, double[] cost) {
    if (territoryCount < 1 || cost.length % territoryCount != 0) {
      throw new IllegalArgumentException(
          "The costs (%s) must be as many for each of %s territories."
              .formatted(cost.length, territoryCount));
    }
    for (int k = 0; k < cost.length; k++) {
      if (!(cost[k] >= 0 && cost[k] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "The cost (%s) of unit %s in territory %s must be a finite number, 0 or more."
                .formatted(cost[k], k / territoryCount, k % territoryCount));
      }
    }
    return new Preference(name, territoryCount, cost.clone());
  }

  @Override
  public String name() {
    return name;
  }

  /** How many units it tells of. */
  public int unitCount() {
    return cost.length / territoryCount;
  }

  /** How many territories it tells of. */
  public int territoryCount() {
    return territoryCount;
  }

  /** Cost of a unit in a territory, 0 or more. */
  public double at(int unit, int territory) {
    return cost[unit * territoryCount + territory];
  }
}
