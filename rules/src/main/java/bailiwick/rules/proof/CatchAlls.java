package bailiwick.rules.proof;

import bailiwick.rules.proof.Diagram.Reached;
import bailiwick.rules.space.Region;
import bailiwick.rules.space.RuleSpace;
import bailiwick.rules.syntax.Rule;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules that hold for everything, and what nobody would own without them: a rule for everything
 * else closes each gap on paper and leaves the market behind it without anybody who knows it.
 *
 * @param rules in winning order
 * @param diagram of the other rules; that of all when there are no catch-alls
 * @param orphaned what no other rule holds for
 * @param undecided what was not looked into
 */
record CatchAlls(List<Rule> rules, Diagram diagram, Extent orphaned, Extent undecided) {

  /** At how many points a rule is tried before it is looked at as a whole. */
  private static final int TRIED = 64;

  /** What may be spent on finding out whether a rule that joins axes always holds. */
  private static final Budget ON_ONE = Budget.of(100_000);

  CatchAlls {
    rules = List.copyOf(rules);
  }

  static CatchAlls of(RuleSpace space, int[] order, Diagram all, Budget budget) {
    BitSet aside = always(space, order, all);
    var orphaned = new Extent.Builder();
    var undecided = new Extent.Builder();
    Diagram others = all;
    if (!aside.isEmpty()) {
      others = DiagramBuilder.build(space, new OpenRules(space, aside), order, budget);
      var reached = others.reached();
      addTo(orphaned, Diagram.NOBODY, reached.get(Diagram.NOBODY));
      addTo(undecided, Diagram.UNDECIDED, reached.get(Diagram.UNDECIDED));
    }
    return new CatchAlls(
        aside.stream().mapToObj(space.order()::get).toList(),
        others,
        orphaned.build(space, others),
        undecided.build(space, others));
  }

  private static void addTo(Extent.Builder extent, int leaf, @Nullable Reached reached) {
    if (reached != null) {
      extent.add(leaf, reached);
    }
  }

  private static BitSet always(RuleSpace space, int[] order, Diagram all) {
    var always = new BitSet();
    var reached = all.reached();
    if (reached.containsKey(Diagram.NOBODY)) {
      return always; // no rule holds there
    }
    List<int[]> points = reached.values().stream().limit(TRIED).map(Reached::witness).toList();
    for (int rule = 0; rule < space.order().size(); rule++) {
      Region region = space.region(rule);
      boolean holdsWherever = points.stream().allMatch(region::holds);
      always.set(rule, holdsWherever && (region.isAll() || isAlways(space, order, rule)));
    }
    return always;
  }

  /** Whether a rule that joins axes holds for everything. */
  private static boolean isAlways(RuleSpace space, int[] order, int rule) {
    if (space.region(rule) instanceof Region.Part) {
      return false;
    }
    var others = new BitSet();
    others.set(0, space.order().size());
    others.clear(rule);
    Diagram alone = DiagramBuilder.build(space, new OpenRules(space, others), order, ON_ONE);
    return alone.root() < 0 && alone.rules(alone.root()).length == 1;
  }
}
