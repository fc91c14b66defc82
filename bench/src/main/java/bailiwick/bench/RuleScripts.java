package bailiwick.bench;

import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.check.CheckedRules;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Interval;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlExpression;
import org.apache.commons.jexl3.MapContext;

/**
 * A peer: each rule is an expression that Apache Commons JEXL parses once; they are evaluated in
 * winning order until the first holds. Parts that decide most cheaply stand where the rule has
 * them.
 */
final class RuleScripts {

  private final List<JexlExpression> expressions;

  RuleScripts(CheckedRules checked) {
    JexlEngine engine = new JexlBuilder().strict(true).silent(false).create();
    expressions =
        checked.rules().rules().stream()
            .sorted(Comparator.comparingInt(Rule::priority))
            .map(rule -> engine.createExpression(text(rule.condition())))
            .toList();
  }

  private static String text(Condition condition) {
    return switch (condition) {
      case Condition.All all -> joined(all.parts(), RuleScripts::text, " && ");
      case Condition.Any any -> joined(any.parts(), RuleScripts::text, " || ");
      case Condition.Not not -> "!" + text(not.part());
      case Condition.In in ->
          in.dimension()
              + " =~ "
              + in.values().stream()
                  .map(RuleScripts::quoted)
                  .collect(Collectors.joining(",", "[", "]"));
      case Condition.Prefix prefix ->
          known(
              prefix.dimension(),
              joined(
                  prefix.prefixes(), code -> prefix.dimension() + " =^ " + quoted(code), " || "));
      case Condition.Within within ->
          known(
              within.dimension(),
              joined(
                  within.areas(),
                  area ->
                      "(%s == '%s' || %s =^ '%s/')"
                          .formatted(
                              within.dimension(), area.text(), within.dimension(), area.text()),
                  " || "));
      case Condition.Range range ->
          known(
              range.dimension(),
              joined(range.intervals(), one -> text(range.dimension(), one), " || "));
      case Condition.Listed listed -> throw new IllegalArgumentException("No lists here.");
    };
  }

  private static <T> String joined(List<T> parts, Function<T, String> text, String by) {
    return parts.stream().map(text).collect(Collectors.joining(by, "(", ")"));
  }

  private static String quoted(Value value) {
    return "'" + value.text() + "'";
  }

  private static String known(String field, String asked) {
    return "(%s != null && %s)".formatted(field, asked);
  }

  private static String text(String field, Interval interval) {
    List<String> bounds = new ArrayList<>();
    if (interval.low() != null) {
      bounds.add(field + " >= " + fixed(field, interval.low()));
    }
    if (interval.high() != null) {
      bounds.add(field + " <= " + fixed(field, interval.high()));
    }
    return bounds.stream().collect(Collectors.joining(" && ", "(", ")"));
  }

  private static long fixed(String field, BigDecimal bound) {
    return bound.movePointRight(field.equals("revenue") ? 2 : 0).longValueExact();
  }

  /** The number of the rule that wins, -1 when none holds. */
  int findWinner(Subject subject) {
    Map<String, Object> values = new HashMap<>();
    for (String field : List.of("area", "industry", "employees", "revenue", "segment")) {
      values.put(field, null);
    }
    subject
        .values()
        .forEach((field, value) ->
            values.put(
                field,
                switch (value) {
                  case AttributeValue.Amount amount -> (Object) amount.fixed();
                  case AttributeValue.Text text -> text.value();
                }));
    var context = new MapContext(values);
    for (int rule = 0; rule < expressions.size(); rule++) {
      if (Boolean.TRUE.equals(expressions.get(rule).evaluate(context))) {
        return rule;
      }
    }
    return -1;
  }
}
