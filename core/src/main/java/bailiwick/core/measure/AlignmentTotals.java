package bailiwick.core.measure;

import bailiwick.core.unit.UnitGraph;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Totals per territory and measure that follow an alignment while it is edited: moving units costs
 * O(units moved × measures), whether a touched territory is still connected O(its units). Not
 * thread-safe; owns its arrays and hands out copies.
 */
public final class AlignmentTotals {

  private final long[][] amounts; // [measure][unit] -> fixed-point amount
  private final @Nullable UnitGraph graph; // null when contiguity is not asked
  private final int[] territoryOf; // [unit] -> territory or -1
  private final long[][] totals; // [measure][territory] -> fixed-point sum
  private final int[] unitCount; // [territory] -> units

  private AlignmentTotals(
      long[][] amounts, @Nullable UnitGraph graph, int[] territoryOf, int territoryCount) {
    this.amounts = amounts;
    this.graph = graph;
    this.territoryOf = territoryOf;
    this.totals = fromScratch(amounts, territoryOf, territoryCount);
    this.unitCount = new int[territoryCount];
    for (int territory : territoryOf) {
      if (territory >= 0) {
        unitCount[territory]++;
      }
    }
  }

  /**
   * Adds up an alignment.
   *
   * @param amounts {@code amounts[measure][unit]}, fixed-point; kept, so do not change it
   * @param graph which units touch, or null when contiguity is not asked
   * @param territoryOf {@code territoryOf[unit]} is a territory number or -1; copied
   */
  public static AlignmentTotals of(
      long[][] amounts, @Nullable UnitGraph graph, int[] territoryOf, int territoryCount) {
    return new AlignmentTotals(amounts, graph, territoryOf.clone(), territoryCount);
  }

  /**
   * Adds up each measure by territory, the slow twin of the running totals. O(units × measures).
   *
   * @return {@code [measure][territory]}
   */
  public static long[][] fromScratch(long[][] amounts, int[] territoryOf, int territoryCount) {
    long[][] totals = new long[amounts.length][territoryCount];
    for (int m = 0; m < amounts.length; m++) {
      for (int unit = 0; unit < territoryOf.length; unit++) {
        if (territoryOf[unit] >= 0) {
          totals[m][territoryOf[unit]] += amounts[m][unit];
        }
      }
    }
    return totals;
  }

  /** How many territories there are. */
  public int territoryCount() {
    return unitCount.length;
  }

  /** How many measures are followed. */
  public int measureCount() {
    return amounts.length;
  }

  /** Territory number of a unit, or -1. */
  public int territoryOf(int unit) {
    return territoryOf[unit];
  }

  /** Fixed-point total of a measure in a territory. */
  public long total(int measure, int territory) {
    return totals[measure][territory];
  }

  /** A copy of {@code [territory] -> fixed-point total} of a measure. */
  public long[] totals(int measure) {
    return totals[measure].clone();
  }

  /** How many units a territory has. */
  public int unitCount(int territory) {
    return unitCount[territory];
  }

  /** A copy of {@code [unit] -> territory number or -1}. */
  public int[] toArray() {
    return territoryOf.clone();
  }

  /**
   * Moves units to a territory.
   *
   * @param units numbers of the units; those already there stay
   * @param to a territory number, or -1 to leave them without one
   * @return numbers of the territories whose totals may have changed
   */
  public BitSet move(int[] units, int to) {
    BitSet touched = new BitSet(unitCount.length);
    for (int unit : units) {
      int from = territoryOf[unit];
      if (from != to) {
        count(unit, from, -1, touched);
        count(unit, to, 1, touched);
        territoryOf[unit] = to;
      }
    }
    return touched;
  }

  private void count(int unit, int territory, int sign, BitSet touched) {
    if (territory < 0) {
      return;
    }
    touched.set(territory);
    unitCount[territory] += sign;
    for (int m = 0; m < amounts.length; m++) {
      totals[m][territory] += sign * amounts[m][unit];
    }
  }

  /**
   * Whether a territory is one connected piece, or has no unit; true when no graph was given.
   * O(units of the territory + their edges) and one pass to find the first of them.
   */
  public boolean isConnected(int territory) {
    UnitGraph touching = graph;
    if (touching == null || unitCount[territory] <= 1) {
      return true;
    }
    int start = 0;
    while (territoryOf[start] != territory) {
      start++;
    }
    return reached(touching, start) == unitCount[territory];
  }

  private int reached(UnitGraph touching, int start) {
    int territory = territoryOf[start];
    BitSet seen = new BitSet(territoryOf.length);
    int[] open = new int[unitCount[territory]];
    int size = 0;
    int reached = 1;
    open[size++] = start;
    seen.set(start);
    while (size > 0) {
      int unit = open[--size];
      for (int k = touching.first(unit); k < touching.end(unit); k++) {
        int other = touching.neighbourAt(k);
        if (territoryOf[other] == territory && !seen.get(other)) {
          seen.set(other);
          open[size++] = other;
          reached++;
        }
      }
    }
    return reached;
  }

  /** Whether the running totals equal those from scratch; for tests and debug modes. */
  public boolean matchesFromScratch() {
    return Arrays.deepEquals(totals, fromScratch(amounts, territoryOf, unitCount.length));
  }
}
