package bailiwick.core.design;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * What it costs that a unit belongs to a territory rather than to the one that suits it best:
 * skills that are missing, deals that are won less often, hours of the day in which the people of
 * both do not work at the same time. The objective is the sum over all units. Only what costs
 * something takes memory. Immutable; owns its arrays and hands out none.
 */
public final class Preference implements Objective {

  private final String name;
  private final int territoryCount;
  private final int[] start; // [unit] -> its first cost; [unitCount] -> how many there are
  private final int[] territory; // [k] -> whose cost it is, ascending within each unit
  private final double[] cost; // [k] -> 0 or more

  private Preference(String name, int territoryCount, int[] start, int[] territory, double[] cost) {
    this.name = name;
    this.territoryCount = territoryCount;
    this.start = start;
    this.territory = territory;
    this.cost = cost;
  }

  /**
   * A preference that tells the cost of every unit in every territory.
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
    int[] territory = new int[cost.length];
    for (int k = 0; k < cost.length; k++) {
      territory[k] = k % territoryCount;
      requireCost(cost[k], k / territoryCount, territory[k]);
    }
    int[] start = new int[cost.length / territoryCount + 1];
    Arrays.setAll(start, unit -> unit * territoryCount);
    return new Preference(name, territoryCount, start, territory, cost.clone());
  }

  /** Starts with no cost anywhere. */
  public static Builder builder(String name, int unitCount, int territoryCount) {
    return new Builder(name, unitCount, territoryCount);
  }

  private static void requireCost(double cost, int unit, int territory) {
    if (!(cost >= 0 && cost < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "The cost (%s) of unit %s in territory %s must be a finite number, 0 or more."
              .formatted(cost, unit, territory));
    }
  }

  @Override
  public String name() {
    return name;
  }

  /** How many units it tells of. */
  public int unitCount() {
    return start.length - 1;
  }

  /** How many territories it tells of. */
  public int territoryCount() {
    return territoryCount;
  }

  /** Cost of a unit in a territory, 0 or more. O(log of the unit's costs), O(1) where all cost. */
  public double at(int unit, int in) {
    int from = start[unit];
    int to = start[unit + 1];
    if (to - from == territoryCount) {
      return cost[from + in];
    }
    int k = Arrays.binarySearch(territory, from, to, in);
    return k < 0 ? 0 : cost[k];
  }

  /** Collects what costs something. Not thread-safe. */
  public static final class Builder {

    private final String name;
    private final int unitCount;
    private final int territoryCount;
    private final TreeMap<Long, Double> costs =
        new TreeMap<>(); // unit * territoryCount + territory

    private Builder(String name, int unitCount, int territoryCount) {
      this.name = name;
      this.unitCount = unitCount;
      this.territoryCount = territoryCount;
    }

    /** Tells the cost of a unit in a territory, 0 or more and finite; what is told last counts. */
    public Builder cost(int unit, int territory, double cost) {
      requireCost(cost, unit, territory);
      costs.put((long) unit * territoryCount + territory, cost);
      return this;
    }

    /** What was told; 0 elsewhere. */
    public Preference build() {
      int[] start = new int[unitCount + 1];
      int[] territory = new int[costs.size()];
      double[] cost = new double[costs.size()];
      int k = 0;
      for (Map.Entry<Long, Double> one : costs.entrySet()) {
        start[(int) (one.getKey() / territoryCount) + 1]++;
        territory[k] = (int) (one.getKey() % territoryCount);
        cost[k++] = one.getValue();
      }
      Arrays.parallelPrefix(start, Integer::sum);
      return new Preference(name, territoryCount, start, territory, cost);
    }
  }
}
