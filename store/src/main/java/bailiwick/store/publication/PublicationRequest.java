package bailiwick.store.publication;

import bailiwick.rules.cover.ProvenRules;
import bailiwick.rules.cover.Waiver;
import bailiwick.store.scenario.ScenarioId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is to be published, when and why.
 *
 * @param scenario whose territories and seats take effect
 * @param expectedVersion the scenario's version the decisions were made on
 * @param effectiveFrom first day; the publication holds until the next one's first day
 * @param rules proven rules of the scenario's alignment, kept as text
 * @param ruleDocument the same as JSON
 * @param doubt how far the accounts are to be believed
 * @param waiver who let it be published though nobody owns something, null when nobody did
 * @param basis what the dry run that was looked at rested on; null when nobody says
 * @param idempotencyKey the same key returns the first publication again
 */
public record PublicationRequest(
    ScenarioId scenario,
    long expectedVersion,
    LocalDate effectiveFrom,
    ProvenRules rules,
    String ruleDocument,
    DataDoubt doubt,
    @Nullable Waiver waiver,
    @Nullable Basis basis,
    String idempotencyKey,
    String who,
    String why) {

  /** A request that nobody needs to waive anything for. */
  public PublicationRequest(
      ScenarioId scenario,
      long expectedVersion,
      LocalDate effectiveFrom,
      ProvenRules rules,
      String ruleDocument,
      DataDoubt doubt,
      String idempotencyKey,
      String who,
      String why) {
    this(
        scenario,
        expectedVersion,
        effectiveFrom,
        rules,
        ruleDocument,
        doubt,
        null,
        null,
        idempotencyKey,
        who,
        why);
  }
}
