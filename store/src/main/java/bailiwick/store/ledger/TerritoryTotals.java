package bailiwick.store.ledger;

import bailiwick.core.account.Worth;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.roster.RepresentativeId;
import org.jspecify.annotations.Nullable;

/**
 * What a territory owns on a day.
 *
 * @param representative who sits there that day, null for a vacancy
 */
public record TerritoryTotals(
    TerritoryCode territory,
    String name,
    @Nullable RepresentativeId representative,
    long accounts,
    Worth worth) {}
