package bailiwick.rules.space;

import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.DimensionType;
import bailiwick.rules.check.CheckedRules;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Rules in winning order, one version's after the other's, with their conditions as formulas over
 * numbered questions. A column is a dimension that some rule asks about. Not changed once made.
 */
public final class NumberedRules {

  private final List<CheckedRules> versions;
  private final List<Rule> order = new ArrayList<>();
  private final List<Dimension> columns;
  private final List<Formula> formulas = new ArrayList<>(); // [rule] -> its condition
  private final List<List<Question>> questionsOf = new ArrayList<>(); // [column] -> questions
  private int questions;

  private NumberedRules(List<CheckedRules> versions) {
    this.versions = versions;
    this.columns = columnsAsked();
  }

  /** The rules of one version. */
  public static NumberedRules of(CheckedRules checked) {
    return of(List.of(checked));
  }

  /** The rules of versions over the same dimensions. */
  static NumberedRules of(List<CheckedRules> versions) {
    var numbered = new NumberedRules(versions);
    numbered.columns.forEach(column -> numbered.questionsOf.add(new ArrayList<>()));
    versions.forEach(numbered::number);
    return numbered;
  }

  private void number(CheckedRules version) {
    version.effective().rules().stream()
        .sorted(Comparator.comparingInt(Rule::priority))
        .forEach(rule -> {
          order.add(rule);
          formulas.add(formula(version.withoutLists(rule.condition()), formulas.size()));
        });
  }

  /** The rules by priority and then as printed. */
  public List<Rule> order() {
    return order;
  }

  /** The dimensions that some rule asks about. */
  public List<Dimension> columns() {
    return columns;
  }

  /** The condition of each rule, in winning order. */
  public List<Formula> formulas() {
    return formulas;
  }

  /** The questions about a column, those of one rule after those of another. */
  public List<Question> questions(int column) {
    return questionsOf.get(column);
  }

  /** The values of a column, divided into classes that its questions cannot tell apart. */
  public ValueClasses.Divided divide(int column) {
    return divide(columns.get(column), questionsOf.get(column));
  }

  private static ValueClasses.Divided divide(Dimension dimension, List<Question> asked) {
    return switch (dimension.type()) {
      case DimensionType.Area area -> AreaClasses.divide(asked);
      case DimensionType.Code code -> CodeClasses.divide(asked, code.scheme());
      case DimensionType.Text text -> WordClasses.divide(asked);
      case DimensionType.Identity identity -> WordClasses.divide(asked);
      case DimensionType.Amount amount -> AmountClasses.divide(asked, amount.scale());
    };
  }

  /** The values of a dimension that no rule asks about. */
  static ValueClasses divideUnasked(Dimension dimension) {
    return divide(dimension, List.of()).classes();
  }

  private List<Dimension> columnsAsked() {
    Set<String> asked = new HashSet<>();
    for (CheckedRules version : versions) {
      version.effective().rules().forEach(rule -> collectFields(rule.condition(), asked));
    }
    Stream<Dimension> tags =
        asked.stream()
            .map(Dimension::findTag)
            .flatMap(Optional::stream)
            .sorted()
            .map(Dimension::ofTag);
    return Stream.concat(
            versions.getFirst().dimensions().all().stream()
                .filter(dimension -> asked.contains(dimension.name())),
            tags)
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
      case Condition.Atom atom -> ask(atom, rule);
    };
  }

  private List<Formula> formulas(List<Condition> parts, int rule) {
    return parts.stream().map(part -> formula(part, rule)).toList();
  }

  private Formula ask(Condition.Atom atom, int rule) {
    int column = columns.indexOf(versions.getFirst().dimension(atom.dimension()));
    var question = new Question(questions++, rule, atom);
    questionsOf.get(column).add(question);
    return new Formula.Ask(column, question.number());
  }
}
