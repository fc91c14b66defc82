package bailiwick.store.ledger;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an account shall belong to from a day on.
 *
 * @param territory null for no territory
 * @param until first day after, null for an open end
 */
public record Assignment(
    AccountId account,
    @Nullable TerritoryCode territory,
    LocalDate from,
    @Nullable LocalDate until) {}
