package bailiwick.rules.check;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RuleSet;
import bailiwick.rules.syntax.Scope;
import bailiwick.rules.syntax.TerritoryTitle;
import bailiwick.rules.syntax.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The territories of a rule set, each under another or none, and what they ask of their rules. Not
 * changed once made.
 */
public final class Hierarchy {

  /** How many territories may stand above one. */
  public static final int DEEPEST = 50;

  private final Map<TerritoryCode, TerritoryTitle> titles = new HashMap<>();
  private final Map<TerritoryCode, List<Condition>> asked = new HashMap<>();

  private Hierarchy(RuleSet rules) {
    rules.territories().forEach(title -> titles.putIfAbsent(title.code(), title));
  }

  /**
   * Parents that the rule set does not have, circles, and chains that are too long. O(territories ×
   * levels).
   */
  public static List<RuleProblem> problems(RuleSet rules) {
    var hierarchy = new Hierarchy(rules);
    List<RuleProblem> problems = new ArrayList<>();
    Set<TerritoryCode> told = new LinkedHashSet<>();
    rules.territories().forEach(title -> hierarchy.check(title, told, problems));
    return problems;
  }

  private void check(TerritoryTitle title, Set<TerritoryCode> told, List<RuleProblem> problems) {
    Value under = title.scope().under();
    if (under == null) {
      return;
    }
    if (!titles.containsKey(new TerritoryCode(under.text()))) {
      problems.add(new RuleProblem.UnknownTerritory(under.text(), under.span()));
    }
    Set<TerritoryCode> way = new LinkedHashSet<>();
    TerritoryTitle at = title;
    while (at != null && way.add(at.code()) && way.size() <= DEEPEST + 1) {
      at = above(at);
    }
    if (at != null && way.size() > DEEPEST) {
      problems.add(new RuleProblem.HierarchyTooDeep(title.code().value(), DEEPEST, under.span()));
    } else if (at != null && at.code().equals(title.code()) && !told.contains(title.code())) {
      told.addAll(way);
      List<String> circle = new ArrayList<>(way.stream().map(TerritoryCode::value).toList());
      circle.add(title.code().value());
      problems.add(new RuleProblem.CyclicHierarchy(circle, under.span()));
    }
  }

  private @Nullable TerritoryTitle above(TerritoryTitle title) {
    Value under = title.scope().under();
    return under == null ? null : titles.get(new TerritoryCode(under.text()));
  }

  /**
   * The same decisions without scopes and exceptions: each rule asks by itself for what its
   * territory and those above it ask, and for what it does not leave out.
   *
   * @param rules without {@link #problems}
   */
  public static RuleSet flattened(RuleSet rules) {
    var hierarchy = new Hierarchy(rules);
    return rules
        .withTerritories(
            rules.territories().stream()
                .map(title ->
                    title.scope().equals(Scope.ANY)
                        ? title
                        : new TerritoryTitle(title.code(), title.name(), title.span()))
                .toList())
        .withRules(rules.rules().stream().map(hierarchy::flattened).toList());
  }

  private Rule flattened(Rule rule) {
    List<Condition> parts = new ArrayList<>(askedBy(rule.territory()));
    if (parts.isEmpty() && rule.except().isNever()) {
      return rule;
    }
    if (!rule.condition().isAlways()) {
      parts.add(rule.condition());
    }
    addExcept(rule.except(), parts);
    Condition whole =
        parts.size() == 1 ? parts.getFirst() : new Condition.All(parts, rule.condition().span());
    return rule.withCondition(whole).withExcept(Condition.Any.NEVER);
  }

  /** What a territory and those above it ask of all their subjects, the highest first. */
  private List<Condition> askedBy(TerritoryCode code) {
    List<Condition> known = asked.get(code);
    if (known != null) {
      return known;
    }
    TerritoryTitle title = titles.get(code);
    if (title == null) {
      return List.of();
    }
    TerritoryTitle above = above(title);
    List<Condition> parts = new ArrayList<>(above == null ? List.of() : askedBy(above.code()));
    if (!title.scope().when().isAlways()) {
      parts.add(title.scope().when());
    }
    addExcept(title.scope().except(), parts);
    asked.put(code, List.copyOf(parts));
    return parts;
  }

  private static void addExcept(Condition except, List<Condition> parts) {
    if (!except.isNever()) {
      parts.add(new Condition.Not(except, except.span()));
    }
  }
}
