package bailiwick.rules.proof;

import bailiwick.rules.attribute.Subject;
import bailiwick.rules.space.RuleSpace;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Counts accounts by where they are in a space, so that each finding says how many it touches. Not
 * thread-safe.
 */
public final class Census {

  private final RuleSpace space;
  private final IdentityHashMap<Diagram, Counts> counts = new IdentityHashMap<>();
  private long outside;

  /**
   * A census in which nobody is counted yet.
   *
   * @param diagrams whose extents are asked for; one may stand several times
   */
  Census(RuleSpace space, List<Diagram> diagrams) {
    this.space = space;
    diagrams.forEach(diagram -> counts.put(diagram, new Counts(diagram)));
  }

  /** What was counted at the leaves of a diagram. */
  private static final class Counts {

    private final Diagram diagram;
    private final long[] accounts; // [leaf]
    private final long[] values; // [leaf]

    Counts(Diagram diagram) {
      this.diagram = diagram;
      this.accounts = new long[diagram.leafCount()];
      this.values = new long[diagram.leafCount()];
    }

    void add(int[] classes, long value) {
      int leaf = Diagram.placeOf(diagram.leafOf(classes));
      accounts[leaf]++;
      values[leaf] = Math.addExact(values[leaf], value);
    }
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
    counts.values().forEach(each -> each.add(classes, value));
  }

  /** The accounts at the points of an extent of the same proof. */
  public Holding in(Extent extent) {
    Counts counted = counts.get(extent.diagram());
    if (counted == null) {
      throw new IllegalArgumentException("The extent must be one of the same proof.");
    }
    long accounts = 0;
    long worth = 0;
    for (int leaf : extent.leaves().stream().toArray()) {
      accounts += counted.accounts[leaf];
      worth = Math.addExact(worth, counted.values[leaf]);
    }
    return new Holding(accounts, worth);
  }

  /** How many accounts have a value that the domains do not have. */
  public long outside() {
    return outside;
  }
}
