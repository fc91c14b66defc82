package bailiwick.store.account;

import bailiwick.core.account.Account;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account as the store keeps it.
 *
 * @param source the system it came from
 * @param standing customer or prospect
 * @param absence that its source has it no longer, null while it does
 * @param version counts the changes, for optimistic locking
 */
public record StoredAccount(
    Account account,
    String source,
    AccountStanding standing,
    AccountUnits units,
    @Nullable Absence absence,
    Instant createdAt,
    Instant changedAt,
    long version) {}
