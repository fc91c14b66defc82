package bailiwick.rules.check;

import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.DimensionType;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.RuleSet;
import bailiwick.rules.syntax.Value;
import bailiwick.rules.syntax.ValueList;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * Rules whose fields, questions, areas and names are known to be right: later phases look nothing
 * up in vain. Immutable. Made from a rule set in which {@link RuleChecker} found no error.
 */
public final class CheckedRules {

  private final RuleSet rules;
  private final Dimensions dimensions;
  private final Map<String, ValueList> lists = new HashMap<>();

  /** Takes over a rule set that has no {@link RuleProblem error}. */
  public CheckedRules(RuleSet rules, Dimensions dimensions) {
    this.rules = rules;
    this.dimensions = dimensions;
    rules.lists().forEach(list -> lists.put(list.name(), list));
  }

  /** The rules as written. */
  public RuleSet rules() {
    return rules;
  }

  /** The rules as they stand on a day, which has no error either. */
  public CheckedRules on(LocalDate day) {
    return new CheckedRules(rules.on(day), dimensions);
  }

  /** The dimensions they ask about. */
  public Dimensions dimensions() {
    return dimensions;
  }

  /** The dimension of a name that the rules use. */
  public Dimension dimension(String name) {
    return dimensions.find(name).orElseThrow(() -> new NoSuchElementException(name));
  }

  /** A condition with the values of its lists in place of their names. */
  public Condition withoutLists(Condition condition) {
    return switch (condition) {
      case Condition.All all -> new Condition.All(withoutLists(all.parts()), all.span());
      case Condition.Any any -> new Condition.Any(withoutLists(any.parts()), any.span());
      case Condition.Not not -> new Condition.Not(withoutLists(not.part()), not.span());
      case Condition.Listed listed -> withoutList(listed);
      case Condition.Atom atom -> atom;
    };
  }

  private List<Condition> withoutLists(List<Condition> parts) {
    return parts.stream().map(this::withoutLists).toList();
  }

  private Condition withoutList(Condition.Listed listed) {
    ValueList list = lists.get(listed.list().text());
    if (list == null) {
      throw new NoSuchElementException(listed.list().text());
    }
    List<Value> values = list.entries().stream().map(ValueList.Entry::value).toList();
    return dimension(listed.dimension()).type() instanceof DimensionType.Area
        ? new Condition.Within(listed.dimension(), values, listed.unknown(), listed.span())
        : new Condition.In(listed.dimension(), values, listed.unknown(), listed.span());
  }
}
