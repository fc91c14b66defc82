package bailiwick.store.ledger;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.store.plan.LayerId;
import bailiwick.store.plan.PlanId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One fact of the ledger: an account belongs to a territory for a while, as somebody recorded it.
 *
 * @param from first day
 * @param until first day after, null while open
 * @param recordedAt when we came to believe it
 * @param supersededAt when we ceased to believe it, null while we do
 * @param publication the publication that caused it, null for others
 * @param rule the rule that decided it when it came in; empty for others
 */
public record LedgerEntry(
    AccountId account,
    LayerId layer,
    PlanId plan,
    TerritoryCode territory,
    String territoryName,
    LocalDate from,
    @Nullable LocalDate until,
    Instant recordedAt,
    @Nullable Instant supersededAt,
    Cause cause,
    @Nullable PublicationId publication,
    String who,
    String why,
    String rule) {

  /** The same as it stood at an instant: what was superseded later was still believed. */
  LedgerEntry knownAt(Instant instant) {
    return supersededAt == null || !supersededAt.isAfter(instant)
        ? this
        : new LedgerEntry(
            account,
            layer,
            plan,
            territory,
            territoryName,
            from,
            until,
            recordedAt,
            null,
            cause,
            publication,
            who,
            why,
            rule);
  }
}
