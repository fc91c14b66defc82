package bailiwick.rules.check;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.area.AreaTree;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.source.Span;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RuleSet;
import bailiwick.rules.syntax.TerritoryTitle;
import bailiwick.rules.syntax.ValueList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks rule sets against the dimensions and the geography. Immutable and thread-safe. */
public final class RuleChecker {

  /** On how many days rules may begin or cease to count: each stretch is proven by itself. */
  private static final int MOST_DATES = 366;

  private final Dimensions dimensions;
  private final @Nullable AreaTree areas;

  /**
   * A checker.
   *
   * @param areas the geography; null takes every path on trust
   */
  public RuleChecker(Dimensions dimensions, @Nullable AreaTree areas) {
    this.dimensions = dimensions;
    this.areas = areas;
  }

  /**
   * Every problem of a rule set, errors and warnings: names first, then lists, rules and examples
   * in their order. O(values that the rules name).
   */
  public List<RuleProblem> check(RuleSet rules) {
    List<RuleProblem> problems = new ArrayList<>();
    int dates = rules.changeDates().size();
    if (dates > MOST_DATES) {
      problems.add(new RuleProblem.TooManyDates(dates, MOST_DATES, Span.NONE));
    }
    new FieldChecker(dimensions, problems).check(rules);
    Dimensions all = DeclaredFields.dimensions(rules.fields(), dimensions);
    Set<TerritoryCode> territories = checkTerritories(rules, problems);
    var conditions = new ConditionChecker(rules, all, areas, problems);
    checkScopes(rules, conditions);
    checkLists(rules, conditions, problems);
    checkRules(rules, territories, conditions, problems);
    checkUse(rules, conditions, problems);
    var examples = new ExampleChecker(all, conditions, territories, problems);
    rules.examples().forEach(examples::check);
    return problems;
  }

  private static Set<TerritoryCode> checkTerritories(RuleSet rules, List<RuleProblem> problems) {
    Set<TerritoryCode> codes = new HashSet<>();
    for (TerritoryTitle title : rules.territories()) {
      if (!codes.add(title.code())) {
        problems.add(new RuleProblem.Duplicate("territory", title.code().value(), title.span()));
      }
    }
    problems.addAll(Hierarchy.problems(rules));
    return codes;
  }

  private static void checkScopes(RuleSet rules, ConditionChecker conditions) {
    for (TerritoryTitle title : rules.territories()) {
      conditions.check(title.scope().when(), 0);
      conditions.check(title.scope().except(), 0);
    }
  }

  private static void checkLists(
      RuleSet rules, ConditionChecker conditions, List<RuleProblem> problems) {
    Set<String> names = new HashSet<>();
    for (ValueList list : rules.lists()) {
      if (!names.add(list.name())) {
        problems.add(new RuleProblem.Duplicate("list", list.name(), list.span()));
      }
      conditions.checkList(list);
    }
  }

  private static void checkRules(
      RuleSet rules,
      Set<TerritoryCode> territories,
      ConditionChecker conditions,
      List<RuleProblem> problems) {
    if (rules.rules().isEmpty()) {
      problems.add(new RuleProblem.NoRules(Span.NONE));
    }
    Set<String> ids = new HashSet<>();
    for (Rule rule : rules.rules()) {
      if (!ids.add(rule.id().value())) {
        problems.add(new RuleProblem.Duplicate("rule", rule.id().value(), rule.span()));
      }
      if (!territories.contains(rule.territory())) {
        problems.add(new RuleProblem.UnknownTerritory(rule.territory().value(), rule.span()));
      }
      checkPeriod(rule, problems);
      conditions.check(rule.condition(), 0);
      conditions.check(rule.except(), 0);
    }
  }

  private static void checkPeriod(Rule rule, List<RuleProblem> problems) {
    LocalDate from = rule.period().from();
    LocalDate until = rule.period().until();
    if (from != null && until != null && rule.period().isEmpty()) {
      problems.add(
          new RuleProblem.EmptyPeriod(rule.id().value(), from, until, rule.period().span()));
    }
  }

  private static void checkUse(
      RuleSet rules, ConditionChecker conditions, List<RuleProblem> problems) {
    for (ValueList list : rules.lists()) {
      if (!conditions.usedLists().contains(list.name())) {
        problems.add(new RuleProblem.UnusedList(list.name(), list.span()));
      }
    }
  }
}
