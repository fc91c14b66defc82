package bailiwick.rules.lookup;

import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.space.Formula;
import bailiwick.rules.space.Runs;
import bailiwick.rules.space.Truth;
import bailiwick.rules.syntax.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
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
  private final List<Set<Integer>> asked; // [rule] -> columns
  private final BitSet possible; // rules that hold for some subject, as far as rows can tell
  private final List<RuleProblem> found = new ArrayList<>();

  /**
   * Begins a search.
   *
   * @param possible rules that may hold at all; the others are reported elsewhere
   */
  Shadows(List<Rule> order, List<Formula> formulas, BitSet possible) {
    this.order = order;
    this.asked = formulas.stream().map(Truth::columnsOf).toList();
    this.possible = (BitSet) possible.clone();
  }

  /**
   * One warning for each shadowed rule. O(classes × rules / 64).
   *
   * @param where {@code where.get(column)[rule]}, the classes in which it may hold
   * @param sizes how many classes each column has
   */
  List<RuleProblem> find(List<Runs[]> where, int[] sizes) {
    findIn(everywhere(), 1, certain(Set.of()));
    for (int column = 0; column < sizes.length; column++) {
      findIn(where.get(column), sizes[column], certain(Set.of(column)));
    }
    return found;
  }

  /** Rules over one class that all subjects have. */
  private Runs[] everywhere() {
    Runs[] where = new Runs[order.size()];
    Arrays.setAll(where, rule -> possible.get(rule) ? Runs.of(0, 1) : Runs.NONE);
    return where;
  }

  /** The rules that ask about these columns at most: their rows say that they do hold. */
  private BitSet certain(Set<Integer> columns) {
    var certain = new BitSet(order.size());
    for (int rule = 0; rule < order.size(); rule++) {
      certain.set(rule, columns.containsAll(asked.get(rule)));
    }
    return certain;
  }

  private void findIn(Runs[] where, int count, BitSet certain) {
    BitSet shadowed = (BitSet) possible.clone();
    var sweep = new RuleSweep(where, count);
    while (sweep.next() && !shadowed.isEmpty()) {
      clearUpTo(firstCommon(sweep.held(), certain), sweep.held(), shadowed);
    }
    if (!shadowed.isEmpty()) {
      note(shadowed, new RuleSweep(where, count), certain);
      possible.andNot(shadowed);
    }
  }

  /** Takes the rules up to a first certain one, or all where there is none, from the shadowed. */
  private static void clearUpTo(int first, BitSet held, BitSet shadowed) {
    if (first < 0) {
      shadowed.andNot(held);
      return;
    }
    int rule = shadowed.nextSetBit(0);
    while (rule >= 0 && rule <= first) {
      if (held.get(rule)) {
        shadowed.clear(rule);
      }
      rule = shadowed.nextSetBit(rule + 1);
    }
  }

  private static int firstCommon(BitSet held, BitSet certain) {
    if (certain.isEmpty()) {
      return -1;
    }
    int rule = held.nextSetBit(0);
    while (rule >= 0 && !certain.get(rule)) {
      rule = held.nextSetBit(rule + 1);
    }
    return rule;
  }

  /** Names for each shadowed rule the one that wins where it may hold first. */
  private void note(BitSet shadowed, RuleSweep sweep, BitSet certain) {
    int[] by = new int[order.size()];
    Arrays.fill(by, -1);
    while (sweep.next()) {
      for (int change = 0; change < sweep.changes(); change++) {
        int rule = sweep.changed(change);
        if (shadowed.get(rule) && by[rule] < 0) {
          by[rule] = firstCommon(sweep.held(), certain);
        }
      }
    }
    shadowed.stream()
        .forEach(rule -> {
          Rule of = order.get(rule);
          String winner = order.get(by[rule]).id().value();
          found.add(new RuleProblem.Shadowed(of.id().value(), winner, of.span()));
        });
  }
}
