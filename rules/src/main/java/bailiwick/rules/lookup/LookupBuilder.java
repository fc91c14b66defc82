package bailiwick.rules.lookup;

import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.check.CheckedRules;
import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.space.Formula;
import bailiwick.rules.space.NumberedRules;
import bailiwick.rules.space.Question;
import bailiwick.rules.space.Runs;
import bailiwick.rules.space.Truth;
import bailiwick.rules.space.ValueClasses;
import bailiwick.rules.syntax.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
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

  LookupBuilder(CheckedRules checked) {
    this.checked = checked;
    this.numbered = NumberedRules.of(checked);
    this.order = numbered.order();
    this.formulas = numbered.formulas();
  }

  /**
   * Makes the lookup, and notes rules that cannot win. O(values that the rules name + classes ×
   * rules / 4,096).
   */
  RuleLookup build() {
    BitSet undecided = undecided();
    BitSet possible = possible();
    List<ValueClasses.Divided> divided = new ArrayList<>();
    List<Runs[]> where = new ArrayList<>();
    for (int column = 0; column < numbered.columns().size(); column++) {
      divided.add(numbered.divide(column));
      where.add(HoldingRuns.of(numbered, column, divided.get(column)));
    }
    int[] sizes = divided.stream().mapToInt(of -> of.classes().count()).toArray();
    var rows = new RowsBuilder(WordOrder.of(where, sizes, order.size()), order.size());
    Residuals residuals = residuals(undecided, divided);
    List<Column> columns = new ArrayList<>();
    for (int column = 0; column < sizes.length; column++) {
      columns.add(
          column(column, divided.get(column), where.get(column), !residuals.ask(column), rows));
    }
    int base = base(possible, rows);
    var shadows = new Shadows(order, formulas, withoutNever(possible, where));
    warnings.addAll(shadows.find(where, sizes));
    return new RuleLookup(
        checked.rules(),
        checked.dimensions(),
        order,
        columns,
        rows.build(undecided, base),
        residuals);
  }

  /** Rules that can never hold or never win, found while building. */
  List<RuleProblem> warnings() {
    return warnings;
  }

  /** The rules that rows alone do not decide. */
  private BitSet undecided() {
    var undecided = new BitSet();
    for (int rule = 0; rule < order.size(); rule++) {
      undecided.set(rule, !Truth.splitsByColumn(formulas.get(rule)));
    }
    return undecided;
  }

  /** The rules that may hold at all. */
  private BitSet possible() {
    var possible = new BitSet();
    for (int rule = 0; rule < order.size(); rule++) {
      possible.set(rule, Truth.mayHold(formulas.get(rule)));
    }
    return possible;
  }

  private Column column(
      int column,
      ValueClasses.Divided divided,
      Runs[] where,
      boolean decidedByRows,
      RowsBuilder rows) {
    int[] rowOf = new int[divided.classes().count()];
    var sweep = new RuleSweep(where, rowOf.length);
    rows.clear();
    while (sweep.next()) {
      for (int change = 0; change < sweep.changes(); change++) {
        rows.flip(sweep.changed(change));
      }
      Arrays.fill(rowOf, sweep.from(), sweep.to(), rows.row());
    }
    return new Column(
        numbered.columns().get(column), divided.classes(), rowOf, where, decidedByRows);
  }

  private int base(BitSet possible, RowsBuilder rows) {
    rows.clear();
    possible.stream().forEach(rows::flip);
    return rows.row();
  }

  private BitSet withoutNever(BitSet possible, List<Runs[]> where) {
    var left = (BitSet) possible.clone();
    for (int column = 0; column < where.size(); column++) {
      Dimension dimension = numbered.columns().get(column);
      for (int rule = possible.nextSetBit(0); rule >= 0; rule = possible.nextSetBit(rule + 1)) {
        if (where.get(column)[rule].isEmpty()) {
          Rule empty = order.get(rule);
          warnings.add(
              new RuleProblem.NeverHolds(empty.id().value(), dimension.name(), empty.span()));
          left.clear(rule);
        }
      }
    }
    return left;
  }

  private Residuals residuals(BitSet undecided, List<ValueClasses.Divided> divided) {
    Map<Integer, Runs> classesOf = new HashMap<>();
    for (int column = 0; column < divided.size(); column++) {
      for (Question question : numbered.questions(column)) {
        if (undecided.get(question.rule())) {
          classesOf.put(question.number(), divided.get(column).classesOf().get(question.number()));
        }
      }
    }
    return Residuals.of(
        undecided,
        rule ->
            Residual.of(
                formulas.get(rule), question -> classesOf.getOrDefault(question, Runs.NONE)));
  }
}
