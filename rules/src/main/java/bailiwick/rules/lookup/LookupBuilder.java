package bailiwick.rules.lookup;

import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.check.CheckedRules;
import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.space.Formula;
import bailiwick.rules.space.NumberedRules;
import bailiwick.rules.space.Questions;
import bailiwick.rules.space.Truth;
import bailiwick.rules.space.ValueClasses;
import bailiwick.rules.syntax.Rule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds a {@link RuleLookup}: classes of values for each dimension asked about, and a row of rules
 * for each class. Not thread-safe.
 *
 * <p>Never multiplies conditions out. A row says which rules may hold for a class; for most rules,
 * an and of questions about single dimensions, that decides, and the few others are evaluated when
 * all rows let them through.
 */
final class LookupBuilder {

  private final CheckedRules checked;
  private final NumberedRules numbered;
  private final List<Rule> order;
  private final List<Formula> formulas; // [rule] -> its condition
  private final List<RuleProblem> warnings = new ArrayList<>();
  private final BitSet neverHolding = new BitSet();

  LookupBuilder(CheckedRules checked) {
    this.checked = checked;
    this.numbered = NumberedRules.of(checked);
    this.order = numbered.order();
    this.formulas = numbered.formulas();
  }

  /**
   * Makes the lookup, and notes rules that cannot win. O(classes × rules / 64 + named values ×
   * rules that name them).
   */
  RuleLookup build() {
    BitSet undecided = new BitSet();
    for (int rule = 0; rule < order.size(); rule++) {
      undecided.set(rule, !Truth.splitsByColumn(formulas.get(rule)));
    }
    List<Column> built = new ArrayList<>();
    for (int column = 0; column < numbered.columns().size(); column++) {
      built.add(column(column, undecided));
    }
    Row base = base();
    BitSet possible = base.toBitSet();
    possible.andNot(neverHolding);
    warnings.addAll(Shadows.find(order, formulas, built, base, possible));
    return new RuleLookup(
        checked.rules(), checked.dimensions(), order, built, base, residuals(undecided));
  }

  /** Rules that can never hold or never win, found while building. */
  List<RuleProblem> warnings() {
    return warnings;
  }

  private Column column(int column, BitSet undecided) {
    Dimension dimension = numbered.columns().get(column);
    ValueClasses.Divided divided = numbered.divide(column);
    long[] none = bitsWithout(column);
    long[] ever = new long[none.length];
    Map<Row, Row> shared = new HashMap<>();
    Map<Integer, BitSet> holding = new LinkedHashMap<>();
    List<Row> rows = new ArrayList<>(divided.questions().size());
    for (int of = 0; of < divided.questions().size(); of++) {
      Questions questions = divided.questions().get(of);
      long[] bits = bits(column, questions, none);
      for (int place = 0; place < bits.length; place++) {
        ever[place] |= bits[place];
      }
      Row row = Row.of(bits);
      rows.add(shared.computeIfAbsent(row, same -> same));
      noteHolding(questions, of, undecided, holding);
    }
    warnOfNever(dimension, ever);
    return new Column(dimension, divided.classes(), List.copyOf(rows), holding);
  }

  /** The rules that may hold when no question of a column does. */
  private long[] bitsWithout(int column) {
    long[] bits = new long[(order.size() + 63) >> 6];
    var nothing = new BitSet();
    for (int rule = 0; rule < order.size(); rule++) {
      set(bits, rule, Truth.mayHold(formulas.get(rule), column, nothing));
    }
    return bits;
  }

  /** The rules that may hold when just these questions of a column do. */
  private long[] bits(int column, Questions holding, long[] none) {
    long[] bits = none.clone();
    BitSet asked = holding.toBitSet();
    for (int i = 0; i < holding.size(); i++) {
      int rule = numbered.ruleOf(holding.at(i));
      set(bits, rule, Truth.mayHold(formulas.get(rule), column, asked));
    }
    return bits;
  }

  private static void set(long[] bits, int rule, boolean value) {
    long bit = 1L << rule;
    bits[rule >> 6] = value ? bits[rule >> 6] | bit : bits[rule >> 6] & ~bit;
  }

  private void noteHolding(
      Questions questions, int of, BitSet undecided, Map<Integer, BitSet> holding) {
    for (int i = 0; i < questions.size(); i++) {
      if (undecided.get(numbered.ruleOf(questions.at(i)))) {
        holding.computeIfAbsent(questions.at(i), question -> new BitSet()).set(of);
      }
    }
  }

  private void warnOfNever(Dimension dimension, long[] ever) {
    for (int rule = 0; rule < order.size(); rule++) {
      boolean never = (ever[rule >> 6] >>> rule & 1) == 0;
      if (never && Truth.mayHold(formulas.get(rule))) {
        Rule empty = order.get(rule);
        warnings.add(
            new RuleProblem.NeverHolds(empty.id().value(), dimension.name(), empty.span()));
        neverHolding.set(rule);
      }
    }
  }

  private Row base() {
    long[] bits = new long[(order.size() + 63) >> 6];
    for (int rule = 0; rule < order.size(); rule++) {
      set(bits, rule, Truth.mayHold(formulas.get(rule)));
    }
    return Row.of(bits);
  }

  private Map<Integer, Formula> residuals(BitSet undecided) {
    Map<Integer, Formula> residuals = HashMap.newHashMap(undecided.cardinality());
    undecided.stream().forEach(rule -> residuals.put(rule, formulas.get(rule)));
    return residuals;
  }
}
