package bailiwick.rules.decide;

import bailiwick.rules.attribute.Subject;
import bailiwick.rules.lookup.RuleLookup;

/**
 * Decides by one compiled version of the rules, and explains. Immutable and thread-safe.
 *
 * <p>Callers that need no explanation ask {@link RuleLookup#findTerritory} and get the same answer.
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

  /** Decides a lead. */
  public Decision route(Lead lead) {
    return decide(lead.subject());
  }

  /** Decides a subject: an account, a lead, or an example. */
  public Decision decide(Subject subject) {
    int winner = lookup.findWinner(subject);
    Trace trace = tracer.trace(subject);
    if (winner == RuleLookup.NONE) {
      return new Decision.Nobody(reasons.ofNobody(subject, trace), trace);
    }
    var rule = lookup.rule(winner);
    return new Decision.Routed(
        rule.territory(), rule.id(), Reasons.ofRule(trace.held().getFirst()), trace);
  }
}
