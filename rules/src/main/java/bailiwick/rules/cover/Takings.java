package bailiwick.rules.cover;

import bailiwick.core.account.Account;
import bailiwick.core.account.Worth;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.attribute.Attributes;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.lookup.RuleLookup;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RuleId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts which accounts written rules decide, and what they take from the territories that the plan
 * alone would give them to. Belongs to one thread.
 */
public final class Takings {

  private final RuleLookup lookup;
  private final Set<String> written = new HashSet<>();
  private final Map<RuleId, Rule> ruleOf = new LinkedHashMap<>();
  private final Map<RuleId, Map<String, Taken>> takenBy = new LinkedHashMap<>();

  /** Counts by proven rules, none so far. */
  public Takings(ProvenRules rules) {
    this.lookup = rules.lookup();
    for (Rule rule : rules.written().rules().rules()) {
      written.add(rule.id().value());
      takenBy.put(rule.id(), new TreeMap<>());
      ruleOf.put(rule.id(), rule);
    }
  }

  /**
   * What one rule takes from one territory.
   *
   * @param from code of the territory that the plan alone would give the accounts to: empty for
   *     none, the rule's own when it changes nothing
   */
  public record Taken(String from, long accounts, Worth worth) {
    private Taken plus(Taken other) {
      return new Taken(from, accounts + other.accounts, worth.plus(other.worth));
    }
  }

  /** What one rule decides, by the territories that would have had it. */
  public record OfRule(Rule rule, List<Taken> taken) {
    public OfRule {
      taken = List.copyOf(taken);
    }

    /** How many accounts it decides. */
    public long accounts() {
      return taken.stream().mapToLong(Taken::accounts).sum();
    }

    /** How many of them it takes from another territory, or from none. */
    public long moved() {
      return taken.stream()
          .filter(each -> !each.from().equals(rule.territory().value()))
          .mapToLong(Taken::accounts)
          .sum();
    }

    /** What the accounts bring. */
    public Worth worth() {
      return taken.stream().map(Taken::worth).reduce(Worth.NONE, Worth::plus);
    }
  }

  /** Counts an account, if a written rule decides it. */
  public void add(Account account) {
    add(account, Attributes.of(account));
  }

  /** Counts an account that rules decide by some values, such as those of its parent. */
  public void add(Account account, Attributes attributes) {
    if (written.isEmpty()) {
      return;
    }
    Subject subject = attributes.subject(lookup.dimensions());
    int winner = lookup.findWinner(subject);
    if (winner == RuleLookup.NONE || !isWritten(winner)) {
      return;
    }
    String from =
        lookup.findAll(subject).stream()
            .filter(rule -> !isWritten(rule))
            .mapToObj(rule -> lookup.rule(rule).territory())
            .map(TerritoryCode::value)
            .findFirst()
            .orElse("");
    takenBy
        .computeIfAbsent(lookup.rule(winner).id(), id -> new TreeMap<>())
        .merge(from, new Taken(from, 1, account.worth()), Taken::plus);
  }

  private boolean isWritten(int rule) {
    return written.contains(lookup.rule(rule).id().value());
  }

  /** What each written rule decides, in the order of the text. */
  public List<OfRule> list() {
    List<OfRule> list = new ArrayList<>();
    ruleOf.forEach((id, rule) ->
        list.add(new OfRule(rule, List.copyOf(takenBy.getOrDefault(id, Map.of()).values()))));
    return list;
  }
}
