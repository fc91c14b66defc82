package bailiwick.rules.proof;

import bailiwick.rules.proof.Diagram.Reached;
import bailiwick.rules.space.Region;
import bailiwick.rules.space.RuleSpace;
import bailiwick.rules.syntax.Rule;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules that hold for everything, and what nobody would own without them: a rule for everything
 * else closes each gap on paper and leaves the market behind it without anybody who knows it.
 *
 * @param rules in winning order
 * @param diagram of the other rules; that of all when there are no catch-alls
 * @param orphaned what no other rule holds for
 * @param undecided what was not looked into, or where it was not found out whether a rule that
 *     seems to hold for everything does
 * @param work how much of the budget it took
 */
record CatchAlls(List<Rule> rules, Diagram diagram, Extent orphaned, Extent undecided, long work) {

  CatchAlls {
    rules = List.copyOf(rules);
  }

  /** Nothing is asked about them. */
  static CatchAlls none(RuleSpace space, Diagram all) {
    Extent nothing = new Extent.Builder().build(space, all);
    return new CatchAlls(List.of(), all, nothing, nothing, 0);
  }

  static CatchAlls of(RuleSpace space, int[] order, Diagram all, Budget budget) {
    var sought = new Sought(space, order, budget);
    sought.among(all);
    if (sought.found.isEmpty()) {
      Extent nothing = new Extent.Builder().build(space, all);
      return new CatchAlls(List.of(), all, nothing, sought.doubtful(all), sought.work);
    }
    var open = new OpenRules(space, sought.found);
    Diagram others = DiagramBuilder.build(space, open, order, budget.after(sought.work));
    Extent undecided = extent(space, others, Diagram.UNDECIDED);
    return new CatchAlls(
        sought.found.stream().mapToObj(space.order()::get).toList(),
        others,
        extent(space, others, Diagram.NOBODY),
        undecided.isEmpty() ? sought.doubtful(others) : undecided,
        sought.work + open.copied());
  }

  private static Extent extent(RuleSpace space, Diagram diagram, int leaf) {
    var extent = new Extent.Builder();
    Reached reached = diagram.reached().get(leaf);
    if (reached != null) {
      extent.add(leaf, reached);
    }
    return extent.build(space, diagram);
  }

  /** Looks for them. */
  private static final class Sought {

    /** At how many points a rule is tried before it is looked at as a whole. */
    private static final int TRIED = 64;

    private final RuleSpace space;
    private final int[] order;
    private final Budget budget;
    private final BitSet found = new BitSet();
    private @Nullable Extent doubt; // where some rule was not looked into
    private long work;

    Sought(RuleSpace space, int[] order, Budget budget) {
      this.space = space;
      this.order = order;
      this.budget = budget;
    }

    void among(Diagram all) {
      var reached = all.reached();
      if (reached.containsKey(Diagram.NOBODY)) {
        return; // no rule holds there
      }
      List<int[]> points = reached.values().stream().limit(TRIED).map(Reached::witness).toList();
      for (int rule = 0; rule < space.order().size(); rule++) {
        Region region = space.region(rule);
        boolean holdsWherever = points.stream().allMatch(region::holds);
        found.set(rule, holdsWherever && (region.isAll() || isAlways(rule)));
      }
    }

    /** Whether a rule holds for everything; one that joins axes is looked at as a whole. */
    private boolean isAlways(int rule) {
      if (space.region(rule) instanceof Region.Part) {
        return false;
      }
      var others = new BitSet();
      others.set(0, space.order().size());
      others.clear(rule);
      var open = new OpenRules(space, others);
      // Half of what is left: the rest is for what nobody would own without it.
      Diagram alone = DiagramBuilder.build(space, open, order, budget.after(work).among(2));
      work += open.copied();
      SortedMap<Integer, Reached> reached = alone.reached();
      if (reached.containsKey(Diagram.NOBODY)) {
        return false;
      }
      if (reached.containsKey(Diagram.UNDECIDED)) {
        doubt = doubt == null ? extent(space, alone, Diagram.UNDECIDED) : doubt;
        return false;
      }
      return true;
    }

    /** Where it was not found out whether some rule holds; nothing when all was. */
    Extent doubtful(Diagram usual) {
      Extent known = doubt;
      return known == null ? new Extent.Builder().build(space, usual) : known;
    }
  }
}
