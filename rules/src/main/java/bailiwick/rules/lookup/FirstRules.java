package bailiwick.rules.lookup;

import java.util.Arrays;

/** The first of many rules that come in any order, so many at most. Not thread-safe. */
final class FirstRules {

  private final int[] first; // rising
  private int size;

  FirstRules(int most) {
    this.first = new int[most];
  }

  /** Whether a rule would be one of the first, of those that came so far. */
  boolean isBefore(int rule) {
    return size < first.length || rule < first[size - 1];
  }

  /** Takes a rule that {@link #isBefore} let in; the last one goes where there is no room. */
  void add(int rule) {
    int at = size < first.length ? size++ : size - 1;
    for (; at > 0 && first[at - 1] > rule; at--) {
      first[at] = first[at - 1];
    }
    first[at] = rule;
  }

  /** Their numbers, rising. */
  int[] toArray() {
    return Arrays.copyOf(first, size);
  }
}
