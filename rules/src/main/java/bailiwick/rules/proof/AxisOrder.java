package bailiwick.rules.proof;

import bailiwick.rules.space.RuleSpace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Chooses the order in which a diagram asks about axes; a bad one costs fifty times the work. Level
 * by level, the axis that leaves the fewest open rules behind, looked at in a few states.
 */
final class AxisOrder {

  /** In how many states of a level the axes are tried. */
  private static final int SAMPLES = 48;

  /** How many rules are looked at. */
  private static final int RULES = 600;

  /** The share of a budget that the choice may take: one in so many. */
  private static final int SHARE = 8;

  private final OpenRules rules;
  private final Budget budget;
  private long known;
  private List<int[]> samples;

  private AxisOrder(OpenRules rules, Budget budget) {
    this.rules = rules;
    this.budget = budget;
    this.samples = List.of(some(rules.start()));
  }

  /** Which axis to ask about at each level, and what is left of the budget. */
  static final class Chosen {

    private final int[] axes; // [level]
    private final Budget left;

    private Chosen(int[] axes, Budget left) {
      this.axes = axes;
      this.left = left;
    }

    /** The axes by level. */
    int[] axes() {
      return axes.clone();
    }

    Budget left() {
      return left;
    }
  }

  /**
   * Chooses the order. Where an eighth of the budget does not suffice to look at the axes, those
   * that are left come as they are.
   */
  static Chosen choose(RuleSpace space, Budget budget) {
    var rules = new OpenRules(space);
    var order =
        new AxisOrder(rules, new Budget(Math.max(1, budget.work() / SHARE), budget.isTimeUp()));
    int[] axes = new int[space.axes().size()];
    SortedSet<Integer> left = new TreeSet<>(IntStream.range(0, axes.length).boxed().toList());
    for (int level = 0; level < axes.length; level++) {
      axes[level] = order.cheapest(left);
      left.remove(axes[level]);
    }
    return new Chosen(axes, budget.after(rules.copied()));
  }

  private int cheapest(SortedSet<Integer> axes) {
    int cheapest = axes.first();
    long least = Long.MAX_VALUE;
    List<int[]> below = List.of();
    for (int axis : axes) {
      if (axes.size() == 1 || !budget.allows(rules.copied())) {
        break;
      }
      List<int[]> children = children(axis);
      long cost = children.stream().mapToLong(open -> open.length).sum();
      if (cost < least) {
        least = cost;
        cheapest = axis;
        below = children;
      }
    }
    known |= 1L << cheapest;
    samples = some(below);
    return cheapest;
  }

  private List<int[]> children(int axis) {
    Set<List<Integer>> seen = new HashSet<>();
    List<int[]> children = new ArrayList<>();
    for (int[] open : samples) {
      if (!budget.allows(rules.copied())) {
        break;
      }
      for (int[] left : rules.split(open, axis, rules.cuts(open, axis), known)) {
        if (seen.add(IntStream.of(left).boxed().toList())) {
          children.add(left);
        }
      }
    }
    return children;
  }

  /** Every so many-th of many rules: their order is that of the territories, which are alike. */
  private static int[] some(int[] all) {
    int count = Math.min(RULES, all.length);
    return IntStream.range(0, count).map(i -> all[(int) ((long) i * all.length / count)]).toArray();
  }

  private static List<int[]> some(List<int[]> all) {
    return IntStream.range(0, Math.min(SAMPLES, all.size()))
        .mapToObj(i -> all.get((int) ((long) i * all.size() / Math.min(SAMPLES, all.size()))))
        .toList();
  }
}
