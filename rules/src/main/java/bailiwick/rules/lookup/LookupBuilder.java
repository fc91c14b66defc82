package bailiwick.rules.lookup;

import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.DimensionType;
import bailiwick.rules.check.CheckedRules;
import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Rule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Builds a {@link RuleLookup}: rules in winning order, questions by dimension, classes of values,
 * rows. Not thread-safe.
 *
 * <p>Never multiplies conditions out. A row says which rules may hold for a class; for most rules,
 * an and of questions about single dimensions, that decides, and the few others are evaluated when
 * all rows let them through.
 */
final class LookupBuilder {

  private final CheckedRules checked;
  private final List<Rule> order;
  private final List<Dimension> columns;
  private final List<Formula> formulas = new ArrayList<>(); // [rule] -> its condition
  private final List<List<Question>> questionsOf = new ArrayList<>(); // [column] -> questions
  private final List<Integer> ruleOf = new ArrayList<>(); // [question] -> rule
  private final List<RuleProblem> warnings = new ArrayList<>();
  private final BitSet neverHolding = new BitSet();

  LookupBuilder(CheckedRules checked) {
    this.checked = checked;
    this.order =
        checked.rules().rules().stream().sorted(Comparator.comparingInt(Rule::priority)).toList();
    this.columns = columnsAsked();
    columns.forEach(column -> questionsOf.add(new ArrayList<>()));
    for (int rule = 0; rule < order.size(); rule++) {
      formulas.add(formula(order.get(rule).condition(), rule));
    }
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
    for (int column = 0; column < columns.size(); column++) {
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

  private List<Dimension> columnsAsked() {
    Set<String> asked = new HashSet<>();
    order.forEach(rule -> collectFields(rule.condition(), asked));
    return checked.dimensions().all().stream()
        .filter(dimension -> asked.contains(dimension.name()))
        .toList();
  }

  private static void collectFields(Condition condition, Set<String> fields) {
    switch (condition) {
      case Condition.All all -> all.parts().forEach(part -> collectFields(part, fields));
      case Condition.Any any -> any.parts().forEach(part -> collectFields(part, fields));
      case Condition.Not not -> collectFields(not.part(), fields);
      case Condition.Atom atom -> fields.add(atom.dimension());
    }
  }

  private Formula formula(Condition condition, int rule) {
    return switch (condition) {
      case Condition.All all -> new Formula.All(formulas(all.parts(), rule));
      case Condition.Any any -> new Formula.Any(formulas(any.parts(), rule));
      case Condition.Not not -> new Formula.Not(formula(not.part(), rule));
      case Condition.Listed listed -> ask((Condition.Atom) checked.withoutLists(listed), rule);
      case Condition.Atom atom -> ask(atom, rule);
    };
  }

  private List<Formula> formulas(List<Condition> parts, int rule) {
    return parts.stream().map(part -> formula(part, rule)).toList();
  }

  private Formula ask(Condition.Atom atom, int rule) {
    int column = columns.indexOf(checked.dimension(atom.dimension()));
    var question = new Question(ruleOf.size(), rule, atom);
    questionsOf.get(column).add(question);
    ruleOf.add(rule);
    return new Formula.Ask(column, question.number());
  }

  private Column column(int column, BitSet undecided) {
    Dimension dimension = columns.get(column);
    ValueClasses.Divided divided = divide(dimension, questionsOf.get(column));
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

  private static ValueClasses.Divided divide(Dimension dimension, List<Question> asked) {
    return switch (dimension.type()) {
      case DimensionType.Area area -> AreaClasses.divide(asked);
      case DimensionType.Code code -> CodeClasses.divide(asked);
      case DimensionType.Text text -> WordClasses.divide(asked);
      case DimensionType.Identity identity -> WordClasses.divide(asked);
      case DimensionType.Amount amount -> AmountClasses.divide(asked, amount.scale());
    };
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
    var asked = new BitSet();
    for (int i = 0; i < holding.size(); i++) {
      asked.set(holding.at(i));
    }
    for (int i = 0; i < holding.size(); i++) {
      int rule = ruleOf.get(holding.at(i));
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
      if (undecided.get(ruleOf.get(questions.at(i)))) {
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
