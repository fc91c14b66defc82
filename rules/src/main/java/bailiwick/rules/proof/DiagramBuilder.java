package bailiwick.rules.proof;

import bailiwick.rules.space.RuleSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds the diagram of a space, axis by axis from the top: what leaves the same rules open is
 * built once, and nodes alike are one. Conditions are never multiplied out. O(states × their rules
 * × runs); how many states there are is a matter of the order of the axes. Not thread-safe.
 */
final class DiagramBuilder {

  /**
   * Rules of the states of one diagram, whatever the budget: they are held while it is built, and
   * take 240 MB.
   */
  static final long MOST_WORK = 60_000_000;

  /** Most entries of the states of one level that are held at a time. */
  private static final int MOST_AT_ONCE = 1 << 20;

  /** No entry. */
  private static final int NOTHING = -1;

  private final OpenRules rules;
  private final int[] order; // [level] -> axis
  private final Budget budget;
  private final Map<Key, Integer> states = new HashMap<>();
  private final Map<Key, Integer> numbers = new HashMap<>();
  private final Map<Key, Integer> leafNumbers = new HashMap<>();
  private final List<Diagram.Node> nodes = new ArrayList<>();
  private final List<int[]> leaves = new ArrayList<>();

  private DiagramBuilder(OpenRules rules, int[] order, Budget budget) {
    this.rules = rules;
    this.order = order;
    this.budget = budget;
    leaves.add(new int[0]); // nobody
    leaves.add(new int[0]); // undecided
  }

  /** Numbers that are compared one by one. */
  private static final class Key {

    private final int[] numbers;
    private final int hash;

    private Key(int[] numbers) {
      this.numbers = numbers;
      this.hash = Arrays.hashCode(numbers);
    }

    static Key of(int level, int[]... parts) {
      int size = 1;
      for (int[] part : parts) {
        size += part.length;
      }
      int[] numbers = new int[size];
      numbers[0] = level;
      int at = 1;
      for (int[] part : parts) {
        System.arraycopy(part, 0, numbers, at, part.length);
        at += part.length;
      }
      return new Key(numbers);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key that && Arrays.equals(numbers, that.numbers);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  /**
   * The diagram of a space.
   *
   * @param order which axis each level asks about
   * @param budget how much is looked at; what lies behind more is undecided
   */
  static Diagram build(RuleSpace space, OpenRules rules, int[] order, Budget budget) {
    var builder = new DiagramBuilder(rules, order, budget);
    int root = builder.node(rules.start(), 0);
    return new Diagram(space, order, builder.nodes, builder.leaves, root);
  }

  private int node(int[] open, int from) {
    int level = nextLevel(open, from);
    if (level == order.length) {
      return leaf(open);
    }
    Key state = Key.of(level, open);
    Integer known = states.get(state);
    if (known == null) {
      known = split(open, level);
      states.put(state, known);
    }
    return known;
  }

  private int nextLevel(int[] open, int from) {
    long asked = rules.asked(open, known(from));
    int level = from;
    while (level < order.length && (asked >>> order[level] & 1) == 0) {
      level++;
    }
    return level;
  }

  private long known(int level) {
    long known = 0;
    for (int above = 0; above < level; above++) {
      known |= 1L << order[above];
    }
    return known;
  }

  private int leaf(int[] open) {
    if (open.length == 0) {
      return Diagram.NOBODY;
    }
    int[] holding = rules.rulesOf(open);
    return leafNumbers.computeIfAbsent(
        Key.of(order.length, holding),
        state -> {
          leaves.add(holding);
          return -leaves.size();
        });
  }

  private int split(int[] open, int level) {
    int[] cuts = rules.cuts(open, order[level]);
    int[] starts = new int[cuts.length];
    int[] to = new int[cuts.length];
    int runs = 0;
    int child = 0;
    int[] before = {NOTHING};
    int block = Math.max(1, MOST_AT_ONCE / Math.max(1, open.length));
    for (int from = 0; from < cuts.length; from += block) {
      int[] some = Arrays.copyOfRange(cuts, from, Math.min(cuts.length, from + block));
      int[][] left =
          rules.copied() < MOST_WORK && budget.allows(rules.copied())
              ? rules.split(open, order[level], some, known(level))
              : new int[some.length][];
      for (int cut = 0; cut < some.length; cut++) {
        if (!Arrays.equals(left[cut], before)) {
          child = left[cut] == null ? Diagram.UNDECIDED : node(left[cut], level + 1);
          before = left[cut];
        }
        if (runs == 0 || to[runs - 1] != child) {
          starts[runs] = some[cut];
          to[runs++] = child;
        }
      }
    }
    return runs == 1 ? to[0] : number(level, Arrays.copyOf(starts, runs), Arrays.copyOf(to, runs));
  }

  private int number(int level, int[] starts, int[] to) {
    return numbers.computeIfAbsent(
        Key.of(level, starts, to),
        shape -> {
          nodes.add(new Diagram.Node(level, starts, to));
          return nodes.size() - 1;
        });
  }
}
