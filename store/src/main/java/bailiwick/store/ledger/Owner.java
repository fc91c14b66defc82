package bailiwick.store.ledger;

import bailiwick.core.roster.RepresentativeId;
import org.jspecify.annotations.Nullable;

/**
 * Who owns an account on a day: the territory from the ledger, and the person placed in its seat.
 *
 * @param representative who sits there that day, null for a vacancy
 * @param representativeName empty for a vacancy
 */
public record Owner(
    LedgerEntry entry, @Nullable RepresentativeId representative, String representativeName) {}
