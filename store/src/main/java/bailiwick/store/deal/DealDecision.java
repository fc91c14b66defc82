package bailiwick.store.deal;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.store.ledger.PublicationId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where an opportunity went.
 *
 * @param publication whose rules decided
 * @param territory null for nobody
 * @param rule the one that won; empty when none did
 * @param reason why, in a sentence
 * @param hold null when it is not held
 */
public record DealDecision(
    DealId id,
    PublicationId publication,
    @Nullable TerritoryCode territory,
    String rule,
    String reason,
    Instant decidedAt,
    @Nullable Hold hold) {

  /** Whether it is held on a day. */
  public boolean isHeldOn(LocalDate day) {
    return hold != null && hold.holdsOn(day);
  }
}
