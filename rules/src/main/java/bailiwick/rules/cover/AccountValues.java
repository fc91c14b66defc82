package bailiwick.rules.cover;

import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Example;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RuleSet;
import bailiwick.rules.syntax.Value;
import bailiwick.rules.syntax.ValueList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** The values that name accounts: in the lists, conditions and examples of a rule set. */
public final class AccountValues {

  private AccountValues() {}

  /**
   * What a rule set calls accounts, in its lists, conditions and examples. O(size of the rules).
   */
  public static Set<String> in(RuleSet rules) {
    Set<String> named = new TreeSet<>();
    replaced(
        rules,
        value -> {
          named.add(value.text());
          return value;
        });
    return named;
  }

  /** A copy with each value that names an account replaced. O(size of the rules). */
  static RuleSet replaced(RuleSet rules, UnaryOperator<Value> map) {
    return rules
        .withLists(rules.lists().stream().map(list -> mapped(list, map)).toList())
        .withRules(rules.rules().stream().map(rule -> mapped(rule, map)).toList())
        .withExamples(rules.examples().stream().map(example -> mapped(example, map)).toList());
  }

  private static ValueList mapped(ValueList list, UnaryOperator<Value> map) {
    return areIn(list.dimension())
        ? new ValueList(
            list.name(),
            list.dimension(),
            list.entries().stream()
                .map(entry -> new ValueList.Entry(map.apply(entry.value()), entry.label()))
                .toList(),
            list.span())
        : list;
  }

  private static Rule mapped(Rule rule, UnaryOperator<Value> map) {
    return rule.withCondition(mapped(rule.condition(), map));
  }

  private static Condition mapped(Condition condition, UnaryOperator<Value> map) {
    return switch (condition) {
      case Condition.All all -> new Condition.All(mapped(all.parts(), map), all.span());
      case Condition.Any any -> new Condition.Any(mapped(any.parts(), map), any.span());
      case Condition.Not not -> new Condition.Not(mapped(not.part(), map), not.span());
      case Condition.In in ->
          areIn(in.dimension())
              ? new Condition.In(
                  in.dimension(), in.values().stream().map(map).toList(), in.unknown(), in.span())
              : in;
      case Condition.Atom atom -> atom;
    };
  }

  private static List<Condition> mapped(List<Condition> parts, UnaryOperator<Value> map) {
    return parts.stream().map(part -> mapped(part, map)).toList();
  }

  private static Example mapped(Example example, UnaryOperator<Value> map) {
    return new Example(
        example.name(),
        example.given().stream()
            .map(given ->
                areIn(given.dimension().text())
                    ? new Example.Given(given.dimension(), map.apply(given.value()))
                    : given)
            .toList(),
        example.day(),
        example.expected(),
        example.span());
  }

  /** Whether values of a dimension name accounts. */
  static boolean areIn(String dimension) {
    return dimension.equals(Dimension.ACCOUNT.name());
  }
}
