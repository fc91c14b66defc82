package bailiwick.store.ledger;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.store.plan.LayerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A move that the rules in force want, because the account changed after it had an owner, and that
 * waits for somebody to make it.
 *
 * @param publication whose rules want it
 * @param from who has it by the ledger
 * @param to null for nobody
 * @param rule the one that wins; empty when none holds
 * @param reason why, in a sentence
 */
public record ProposedMove(
    MoveId id,
    AccountId account,
    LayerId layer,
    PublicationId publication,
    TerritoryCode from,
    @Nullable TerritoryCode to,
    String rule,
    String reason,
    Instant proposedAt,
    String proposedBy) {

  /** A move to be proposed; parts as in {@link ProposedMove}. */
  public record Wanted(
      AccountId account,
      TerritoryCode from,
      @Nullable TerritoryCode to,
      String rule,
      String reason) {}

  /** What became of a proposal. */
  public enum Outcome {
    /** Somebody made the move. */
    MADE,
    /** The rules or the ledger say otherwise by now. */
    OVERTAKEN
  }
}
