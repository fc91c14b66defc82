package bailiwick.core.design;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What it costs that a unit belongs to a territory rather than to the one that suits it best:
 * skills that are missing, deals that are won less often, hours of the day in which the people of
 * both do not work at the same time. The objective is the sum over all units. Only what costs
 * something takes memory, and once only where several territories cost alike. Immutable; owns its
 * arrays and hands out none.
 */
public final class Preference implements Objective {

  private final String name;
  private final int[] columnOf; // [territory] -> where its costs are told, or none: they are 0
  private final int columnCount;
  private final int[] start; // [unit] -> its first cost; [unitCount] -> how many there are
  private final int[] column; // [k] -> where it is told, ascending within each unit
  private final double[] cost; // [k] -> above 0

  private Preference(
      String name, int[] columnOf, int columnCount, int[] start, int[] column, double[] cost) {
    this.name = name;
    this.columnOf = columnOf;
    this.columnCount = columnCount;
    this.start = start;
    this.column = column;
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
    Builder told = builder(name, cost.length / territoryCount, territoryCount);
    for (int k = 0; k < cost.length; k++) {
      if (cost[k] != 0) { // what is no number goes on, to be refused
        told.cost(k / territoryCount, k % territoryCount, cost[k]);
      }
    }
    return told.build();
  }

  /** Starts with no cost anywhere. */
  public static Builder builder(String name, int unitCount, int territoryCount) {
    return new Builder(name, unitCount, territoryCount);
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
    return columnOf.length;
  }

  /** Cost of a unit in a territory, 0 or more. O(log of the unit's costs), O(1) where all cost. */
  public double at(int unit, int territory) {
    int in = columnOf[territory];
    int from = start[unit];
    int to = start[unit + 1];
    if (in == Succession.NONE) {
      return 0;
    }
    if (to - from == columnCount) {
      return cost[from + in];
    }
    int k = Arrays.binarySearch(column, from, to, in);
    return k < 0 ? 0 : cost[k];
  }

  /**
   * The same of other territories. They share the memory of the costs.
   *
   * @param originOf {@code originOf[territory]} is the one here that costs the same, or {@link
   *     Succession#NONE} where nothing costs anything
   */
  public Preference withTerritories(int[] originOf) {
    int[] columns =
        Arrays.stream(originOf).map(t -> t == Succession.NONE ? t : columnOf[t]).toArray();
    return new Preference(name, columns, columnCount, start, column, cost);
  }

  /** Collects what costs something. Not thread-safe. */
  public static final class Builder {

    private static final int FEW = 16;

    private final String name;
    private final int unitCount;
    private final int territoryCount;
    private int[] units = new int[FEW]; // [k] -> whose cost was told, in the order of telling
    private int[] territories = new int[FEW];
    private double[] costs = new double[FEW];
    private int count;

    private Builder(String name, int unitCount, int territoryCount) {
      this.name = name;
      this.unitCount = unitCount;
      this.territoryCount = territoryCount;
    }

    /** Tells the cost of a unit in a territory, 0 or more and finite; what is told last counts. */
    public Builder cost(int unit, int territory, double cost) {
      requireWithin("unit", unit, unitCount);
      requireWithin("territory", territory, territoryCount);
      if (!(cost >= 0 && cost < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "The cost (%s) of unit %s in territory %s must be a finite number, 0 or more."
                .formatted(cost, unit, territory));
      }
      if (count == costs.length) {
        units = Arrays.copyOf(units, 2 * count);
        territories = Arrays.copyOf(territories, 2 * count);
        costs = Arrays.copyOf(costs, 2 * count);
      }
      units[count] = unit;
      territories[count] = territory;
      costs[count++] = cost;
      return this;
    }

    private static void requireWithin(String what, int number, int count) {
      if (number < 0 || number >= count) {
        throw new IllegalArgumentException(
            "The %s (%s) must lie from 0 to %s.".formatted(what, number, count - 1));
      }
    }

    /** What was told; 0 elsewhere. O(costs told + units + territories). */
    public Preference build() {
      int[] asTold = IntStream.range(0, count).toArray();
      int[] order = sorted(sorted(asTold, territories, territoryCount), units, unitCount);
      int[] start = new int[unitCount + 1];
      int[] column = new int[count];
      double[] cost = new double[count];
      int size = 0;
      for (int i = 0; i < count; i++) {
        int k = order[i];
        boolean isToldAgain = i + 1 < count && isOfTheSame(k, order[i + 1]);
        if (costs[k] > 0 && !isToldAgain) {
          start[units[k] + 1]++;
          column[size] = territories[k];
          cost[size++] = costs[k];
        }
      }
      Arrays.parallelPrefix(start, Integer::sum);
      return new Preference(
          name,
          IntStream.range(0, territoryCount).toArray(),
          territoryCount,
          start,
          Arrays.copyOf(column, size),
          Arrays.copyOf(cost, size));
    }

    private boolean isOfTheSame(int k, int other) {
      return units[k] == units[other] && territories[k] == territories[other];
    }

    /** Numbers in the order of their keys; those with the same key stay in the order they have. */
    private static int[] sorted(int[] numbers, int[] keyOf, int keyCount) {
      int[] place = new int[keyCount + 1]; // [key] -> where its next number goes
      for (int k : numbers) {
        place[keyOf[k] + 1]++;
      }
      Arrays.parallelPrefix(place, Integer::sum);
      int[] sorted = new int[numbers.length];
      for (int k : numbers) {
        sorted[place[keyOf[k]]++] = k;
      }
      return sorted;
    }
  }
}
