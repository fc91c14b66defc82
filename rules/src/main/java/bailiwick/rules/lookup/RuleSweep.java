package bailiwick.rules.lookup;

import bailiwick.rules.space.Runs;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Walks through the classes of a column in order, from where rules begin or cease to hold to where
 * the next do. O(runs × log runs). Not thread-safe.
 */
final class RuleSweep {

  private final long[] turns; // class in the upper half, rule in the lower
  private final int count;
  private final BitSet held;
  private int next; // turn
  private int changedFrom; // turn
  private int from;
  private int to;

  /**
   * A walk that stands before the first class.
   *
   * @param where {@code where[rule]}, the classes in which it may hold
   * @param count how many classes there are
   */
  RuleSweep(Runs[] where, int count) {
    this.count = count;
    this.held = new BitSet(where.length);
    int ends = 0;
    for (Runs runs : where) {
      ends += runs.size();
    }
    this.turns = new long[ends];
    int size = 0;
    for (int rule = 0; rule < where.length; rule++) {
      for (int place = 0; place < where[rule].size(); place++) {
        turns[size++] = ((long) where[rule].end(place) << 32) | rule;
      }
    }
    Arrays.sort(turns);
  }

  /** Goes to the next classes that are alike; false when there are none. */
  boolean next() {
    from = to;
    changedFrom = next;
    while (next < turns.length && turns[next] >>> 32 == from) {
      held.flip((int) turns[next++]);
    }
    to = next < turns.length ? (int) (turns[next] >>> 32) : count;
    return from < count;
  }

  /** The first of the classes. */
  int from() {
    return from;
  }

  /** The class behind the last. */
  int to() {
    return to;
  }

  /** The rules that may hold there; not to be changed. */
  BitSet held() {
    return held;
  }

  /** How many rules began or ceased to hold here. */
  int changes() {
    return next - changedFrom;
  }

  /** A rule that began or ceased to hold here. */
  int changed(int change) {
    return (int) turns[changedFrom + change];
  }
}
