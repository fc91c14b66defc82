package bailiwick.store.ledger;

import bailiwick.core.account.AccountId;
import bailiwick.core.account.Worth;
import bailiwick.core.alignment.TerritoryCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An account in the book of a representative on a day.
 *
 * @param territory through which the representative has it
 * @param from first day with that territory
 * @param until first day after, null while open
 * @param cause why the ledger says so
 */
public record BookedAccount(
    AccountId account,
    String externalId,
    String name,
    String city,
    Worth worth,
    TerritoryCode territory,
    LocalDate from,
    @Nullable LocalDate until,
    Cause cause) {}
