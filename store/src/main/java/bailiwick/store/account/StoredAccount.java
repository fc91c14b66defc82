package bailiwick.store.account;

import bailiwick.core.account.Account;
import bailiwick.core.account.Worth;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account as the store keeps it.
 *
 * @param account its worth is what counts: while a model of potential is in force, what that says
 * @param source the system it came from
 * @param imported its worth as its file or a person says
 * @param modelled whether a model in force says its potential and workload; accounts that came
 *     since it was last worked out have none of it
 * @param standing customer or prospect
 * @param absence that its source has it no longer, null while it does
 * @param version counts the changes, for optimistic locking
 */
public record StoredAccount(
    Account account,
    String source,
    AccountStanding standing,
    AccountUnits units,
    Worth imported,
    boolean modelled,
    @Nullable Absence absence,
    Instant createdAt,
    Instant changedAt,
    long version) {

  /** The account as its file or a person says, whatever a model makes of it. */
  public Account asImported() {
    return account.withWorth(imported);
  }
}
