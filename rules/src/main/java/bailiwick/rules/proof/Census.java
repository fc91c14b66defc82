package bailiwick.rules.proof;

import bailiwick.rules.attribute.Subject;
import bailiwick.rules.space.RuleSpace;

/**
 * Counts accounts by where they are in a space, so that each finding says how many it touches. Not
 * thread-safe.
 */
public final class Census {

  private final RuleSpace space;
  private final Diagram diagram;
  private final Diagram withoutCatchAlls;
  private final long[] counts; // [leaf]
  private final long[] values; // [leaf]
  private final long[] countsWithout; // [leaf of the other diagram]
  private final long[] valuesWithout;
  private long outside;

  Census(RuleSpace space, Diagram diagram, Diagram withoutCatchAlls) {
    this.space = space;
    this.diagram = diagram;
    this.withoutCatchAlls = withoutCatchAlls;
    this.counts = new long[diagram.leafCount()];
    this.values = new long[diagram.leafCount()];
    this.countsWithout = new long[withoutCatchAlls.leafCount()];
    this.valuesWithout = new long[withoutCatchAlls.leafCount()];
  }

  /**
   * Accounts and what they are worth together.
   *
   * @param value in the unit in which they were added
   */
  public record Holding(long accounts, long value) {}

  /**
   * Adds an account. O(dimensions × log classes).
   *
   * @param value what it is worth, in any unit
   * @throws ArithmeticException when the values are too many to add up
   */
  public void add(Subject account, long value) {
    int[] classes = space.classesOf(account);
    for (int of : classes) {
      if (of < 0) {
        outside++;
        return;
      }
    }
    add(Diagram.placeOf(diagram.leafOf(classes)), value, counts, values);
    if (withoutCatchAlls != diagram) {
      int leaf = Diagram.placeOf(withoutCatchAlls.leafOf(classes));
      add(leaf, value, countsWithout, valuesWithout);
    }
  }

  private static void add(int leaf, long value, long[] counts, long[] values) {
    counts[leaf]++;
    values[leaf] = Math.addExact(values[leaf], value);
  }

  /** The accounts at the points of an extent of the same proof. */
  public Holding in(Extent extent) {
    boolean without = extent.diagram() != diagram;
    long[] count = without ? countsWithout : counts;
    long[] value = without ? valuesWithout : values;
    long accounts = 0;
    long worth = 0;
    for (int leaf : extent.leaves().stream().toArray()) {
      accounts += count[leaf];
      worth = Math.addExact(worth, value[leaf]);
    }
    return new Holding(accounts, worth);
  }

  /** How many accounts have a value that the domains do not have. */
  public long outside() {
    return outside;
  }
}
