package bailiwick.store.account;

import bailiwick.core.account.Account;
import java.time.Instant;

/**
 * An account as the store keeps it.
 *
 * @param source the system it came from
 * @param version counts the changes, for optimistic locking
 */
public record StoredAccount(
    Account account,
    String source,
    AccountUnits units,
    Instant createdAt,
    Instant changedAt,
    long version) {}
