package bailiwick.store.ledger;

import bailiwick.core.alignment.TerritoryCode;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of the ledger that an act recorded or ended: an account in a territory, or a representative
 * in its seat.
 *
 * @param ofPlacement whether a representative is told of; else an account
 * @param ended whether the act ended it; else it recorded it
 * @param at when
 * @param externalId of the account or the representative
 * @param name of the same
 * @param from first day that the row speaks of
 * @param until first day after, null while open
 * @param cause of the act
 * @param who made the act
 * @param why the act was made
 */
public record ChangedRow(
    boolean ofPlacement,
    boolean ended,
    Instant at,
    String externalId,
    String name,
    TerritoryCode territory,
    LocalDate from,
    @Nullable LocalDate until,
    Cause cause,
    String who,
    String why) {}
