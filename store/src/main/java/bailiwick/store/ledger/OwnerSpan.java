package bailiwick.store.ledger;

import bailiwick.core.roster.RepresentativeId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A while in which an account had one owner: a fact of the ledger, or the part of it in which one
 * person served its territory.
 *
 * @param entry the fact, with its own first and last day
 * @param from first day of the while
 * @param until first day after it, null while open
 * @param representative who served the territory, null for a vacancy
 * @param representativeName empty for a vacancy
 * @param recordedBy the act that recorded the fact; another than the one that first stated it when
 *     part of the fact was changed, or when it was brought back
 */
public record OwnerSpan(
    LedgerEntry entry,
    LocalDate from,
    @Nullable LocalDate until,
    @Nullable RepresentativeId representative,
    String representativeName,
    Change recordedBy) {}
