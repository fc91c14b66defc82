package bailiwick.store.deal;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.store.ledger.PublicationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an opportunity went.
 *
 * @param publication whose rules decided
 * @param territory the one that it is held in on the day asked for, or else the one decided; null
 *     for nobody
 * @param rule the one that won; empty when none did
 * @param reason why, in a sentence
 * @param hold in force on the day asked for, null when it is not held then
 * @param outdated whether by that day a hold has ended, or its account got another owner, since it
 *     was decided
 */
public record DealDecision(
    DealId id,
    PublicationId publication,
    @Nullable TerritoryCode territory,
    String rule,
    String reason,
    Instant decidedAt,
    @Nullable Hold hold,
    boolean outdated) {

  /** Whether it is held on the day asked for. */
  public boolean isHeld() {
    return hold != null;
  }
}
