package bailiwick.rules.lookup;

import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.space.Formula;
import bailiwick.rules.space.Truth;
import bailiwick.rules.syntax.Rule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Finds rules that can never win. In one dimension after the other: wherever such a rule may hold,
 * an earlier one holds that asks about nothing else, so that nothing else about the subject can
 * bring it to win.
 *
 * <p>Known limits: a rule that is shadowed only by rules over several dimensions together is not
 * found. What is found is certain.
 */
final class Shadows {

  private final List<Rule> order;
  private final BitSet possible; // rules that hold for some subject, as far as rows can tell
  private final List<RuleProblem> found = new ArrayList<>();

  private Shadows(List<Rule> order, BitSet possible) {
    this.order = order;
    this.possible = (BitSet) possible.clone();
  }

  /**
   * One warning for each shadowed rule. O(distinct rows × rules / 64).
   *
   * @param possible rules that may hold at all; the others are reported elsewhere
   */
  static List<RuleProblem> find(
      List<Rule> order, List<Formula> formulas, List<Column> columns, Row base, BitSet possible) {
    var shadows = new Shadows(order, possible);
    shadows.findIn(List.of(base), certain(formulas, Set.of()));
    for (int column = 0; column < columns.size(); column++) {
      shadows.findIn(columns.get(column).rows(), certain(formulas, Set.of(column)));
    }
    return shadows.found;
  }

  /** The rules that ask about these columns at most: their rows say that they do hold. */
  private static BitSet certain(List<Formula> formulas, Set<Integer> columns) {
    var certain = new BitSet(formulas.size());
    for (int rule = 0; rule < formulas.size(); rule++) {
      certain.set(rule, columns.containsAll(Truth.columnsOf(formulas.get(rule))));
    }
    return certain;
  }

  private void findIn(List<Row> rows, BitSet certain) {
    var winning = new BitSet(order.size());
    distinct(rows).forEach(row -> winning.or(upToFirst(row, certain)));
    BitSet shadowed = (BitSet) possible.clone();
    shadowed.andNot(winning);
    shadowed.stream().forEach(rule -> note(rule, rows, certain));
    possible.andNot(shadowed);
  }

  /** Classes alike share one row, so that it is enough to compare identities. */
  private static Set<Row> distinct(List<Row> rows) {
    Set<Row> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
    distinct.addAll(rows);
    return distinct;
  }

  private BitSet upToFirst(Row row, BitSet certain) {
    BitSet held = row.toBitSet();
    int first = firstCommon(held, certain);
    if (first >= 0) {
      held.clear(first + 1, order.size());
    }
    return held;
  }

  private static int firstCommon(BitSet held, BitSet certain) {
    int rule = held.nextSetBit(0);
    while (rule >= 0 && !certain.get(rule)) {
      rule = held.nextSetBit(rule + 1);
    }
    return rule;
  }

  private void note(int rule, List<Row> rows, BitSet certain) {
    Row where = rows.stream().filter(row -> row.has(rule)).findFirst().orElseThrow();
    Rule by = order.get(firstCommon(where.toBitSet(), certain));
    Rule shadowed = order.get(rule);
    found.add(new RuleProblem.Shadowed(shadowed.id().value(), by.id().value(), shadowed.span()));
  }
}
