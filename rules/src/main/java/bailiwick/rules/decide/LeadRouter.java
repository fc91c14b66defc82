package bailiwick.rules.decide;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.attribute.Attributes;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.lookup.RuleLookup;
import bailiwick.rules.lookup.Vicinity;
import bailiwick.rules.syntax.Rule;
import java.util.Optional;

/**
 * Decides by one compiled version of the rules, and explains. Immutable and thread-safe.
 *
 * <p>The one door to a decision: accounts in batches and one by one, leads, opportunities and what
 * the command line places all come through here. With an explanation or without, the answer is the
 * same.
 */
public final class LeadRouter {

  private final RuleLookup lookup;
  private final Tracer tracer;
  private final Reasons reasons;

  /** A router by one version of the rules. */
  public LeadRouter(RuleLookup lookup) {
    this.lookup = lookup;
    this.tracer = new Tracer(lookup);
    this.reasons = new Reasons(lookup);
  }

  /** The compiled rules. */
  public RuleLookup lookup() {
    return lookup;
  }

  /** The rule that wins a subject, empty when none holds: a decision without its explanation. */
  public Optional<Rule> findRule(Subject subject) {
    int winner = lookup.findWinner(subject);
    return winner == RuleLookup.NONE ? Optional.empty() : Optional.of(lookup.rule(winner));
  }

  /** The rule that wins an account or a lead, empty when none holds. */
  public Optional<Rule> findRule(Attributes attributes) {
    return findRule(subject(attributes));
  }

  /** The territory that an account or a lead falls to, empty when no rule holds. */
  public Optional<TerritoryCode> findTerritory(Attributes attributes) {
    return findTerritory(subject(attributes));
  }

  /** The territory a subject falls to, empty when no rule holds. */
  public Optional<TerritoryCode> findTerritory(Subject subject) {
    return findRule(subject).map(Rule::territory);
  }

  /** An account or a lead as these rules see it. */
  public Subject subject(Attributes attributes) {
    return attributes.subject(lookup.dimensions());
  }

  /** Decides a lead. */
  public Decision route(Lead lead) {
    return decide(lead.attributes());
  }

  /** Decides an account or a lead. */
  public Decision decide(Attributes attributes) {
    return decide(subject(attributes));
  }

  /** Decides a subject: an account, a lead, or an example. */
  public Decision decide(Subject subject) {
    Vicinity around = lookup.around(subject);
    int winner = around.winner();
    Trace trace = tracer.trace(subject, around);
    if (winner == RuleLookup.NONE) {
      return new Decision.Nobody(reasons.ofNobody(subject, around, trace), trace);
    }
    var rule = lookup.rule(winner);
    return new Decision.Routed(
        rule.territory(), rule.id(), Reasons.ofRule(trace.held().getFirst()), trace);
  }
}
