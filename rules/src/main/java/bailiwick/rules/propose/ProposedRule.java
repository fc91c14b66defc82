package bailiwick.rules.propose;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.ProblemException;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.decide.LeadRouter;
import bailiwick.rules.lookup.Compilation;
import bailiwick.rules.lookup.RuleCompiler;
import bailiwick.rules.source.Span;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RuleId;
import bailiwick.rules.syntax.RuleSet;
import bailiwick.rules.syntax.TerritoryTitle;
import java.util.ArrayList;
import java.util.List;

/**
 * A rule beside those that are in force, before all of them, and decisions by both: what it does is
 * seen by deciding. Immutable and thread-safe.
 *
 * @param rule the one that is proposed
 * @param router decides by the rules in force and this one
 */
public record ProposedRule(Rule rule, LeadRouter router) {

  private static final String NAME = "exceptions";

  /**
   * Puts a condition before all rules that are in force.
   *
   * @throws ProblemException when the rules cannot be compiled with it
   */
  public static ProposedRule before(
      LeadRouter inForce, TerritoryCode territory, Condition condition) {
    RuleSet rules = inForce.lookup().rules();
    int first = rules.rules().stream().mapToInt(Rule::priority).min().orElse(1);
    var rule =
        new Rule(
            new RuleId(freeName(rules, territory)), first - 1, territory, condition, Span.NONE);
    List<Rule> more = new ArrayList<>(rules.rules());
    more.add(rule);
    Compilation compiled =
        RuleCompiler.withoutAreas(Dimensions.STANDARD)
            .compile(withTerritory(rules, territory).withRules(more));
    return switch (compiled) {
      case Compilation.Compiled ready -> new ProposedRule(rule, new LeadRouter(ready.lookup()));
      case Compilation.Rejected rejected -> throw new ProblemException(rejected.problems());
    };
  }

  private static String freeName(RuleSet rules, TerritoryCode territory) {
    String name = territory + "-" + NAME;
    int more = 1;
    while (isTaken(rules, more == 1 ? name : name + "-" + more)) {
      more++;
    }
    return more == 1 ? name : name + "-" + more;
  }

  private static boolean isTaken(RuleSet rules, String name) {
    return rules.rules().stream().anyMatch(rule -> rule.id().value().equals(name));
  }

  /** A person's own territory is in no plan's rules. */
  private static RuleSet withTerritory(RuleSet rules, TerritoryCode territory) {
    if (rules.territories().stream().anyMatch(title -> title.code().equals(territory))) {
      return rules;
    }
    List<TerritoryTitle> more = new ArrayList<>(rules.territories());
    more.add(new TerritoryTitle(territory, "", Span.NONE));
    return rules.withTerritories(more);
  }
}
