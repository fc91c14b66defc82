package bailiwick.rules.decide;

import bailiwick.rules.attribute.Subject;
import bailiwick.rules.lookup.RuleLookup;
import bailiwick.rules.source.Pending;

/**
 * Decides by one compiled version of the rules, and explains. Immutable and thread-safe.
 *
 * <p>Callers that need no explanation ask {@link RuleLookup#findTerritory} and get the same answer.
 */
public final class LeadRouter {

  private final RuleLookup lookup;

  /** A router by one version of the rules. */
  public LeadRouter(RuleLookup lookup) {
    this.lookup = lookup;
  }

  /** Decides a lead. */
  public Decision route(Lead lead) {
    return decide(lead.subject());
  }

  /** Decides a subject: an account, a lead, or an example. */
  public Decision decide(Subject subject) {
    return Pending.pending(lookup);
  }
}
