package bailiwick.rules.lookup;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.area.AreaPath;
import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.attribute.DimensionType;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.check.CheckedRules;
import bailiwick.rules.space.ValueClasses;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RuleSet;
import bailiwick.rules.syntax.Value;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Tries conditions one by one, as they are written: the yardstick for {@link RuleLookup} in tests
 * and measurements. Immutable and thread-safe. O(values that the rules name).
 */
public final class PlainMatcher {

  private final CheckedRules checked;
  private final List<Rule> order;

  /** A matcher for rules without errors over these dimensions. */
  public PlainMatcher(RuleSet rules, Dimensions dimensions) {
    this.checked = new CheckedRules(rules, dimensions);
    this.order =
        checked.effective().rules().stream()
            .sorted(Comparator.comparingInt(Rule::priority))
            .toList();
  }

  /** The territory a subject falls to, empty when no rule holds. */
  public Optional<TerritoryCode> findTerritory(Subject subject) {
    return order.stream()
        .filter(rule -> holds(rule.condition(), subject))
        .map(Rule::territory)
        .findFirst();
  }

  /** The rules that hold for a subject, in winning order. */
  public List<Rule> findAll(Subject subject) {
    return order.stream().filter(rule -> holds(rule.condition(), subject)).toList();
  }

  /** Whether a condition holds for a subject. */
  public boolean holds(Condition condition, Subject subject) {
    return switch (condition) {
      case Condition.All all -> all.parts().stream().allMatch(part -> holds(part, subject));
      case Condition.Any any -> any.parts().stream().anyMatch(part -> holds(part, subject));
      case Condition.Not not -> !holds(not.part(), subject);
      case Condition.Listed listed -> holds(checked.withoutLists(listed), subject);
      case Condition.Atom atom ->
          subject.find(atom.dimension()).map(value -> holdsFor(atom, value)).orElse(atom.unknown());
    };
  }

  private boolean holdsFor(Condition.Atom atom, AttributeValue value) {
    return switch (atom) {
      case Condition.In in -> {
        String text = ValueClasses.text(value);
        yield in.values().stream().map(Value::text).anyMatch(text::equals);
      }
      case Condition.Prefix prefix -> {
        String code = ValueClasses.text(value);
        yield prefix.prefixes().stream().map(Value::text).anyMatch(code::startsWith);
      }
      case Condition.Within within -> {
        String path = ValueClasses.text(value);
        yield within.areas().stream().anyMatch(area -> AreaPath.isWithin(path, area.text()));
      }
      case Condition.Range range -> {
        BigDecimal number = BigDecimal.valueOf(ValueClasses.amount(value), scaleOf(range));
        yield range.intervals().stream().anyMatch(interval -> interval.contains(number));
      }
      case Condition.Listed listed ->
          throw new IllegalStateException("The list %s is not resolved.".formatted(listed.list()));
    };
  }

  private int scaleOf(Condition.Range range) {
    return checked.dimension(range.dimension()).type() instanceof DimensionType.Amount amount
        ? amount.scale()
        : 0;
  }
}
