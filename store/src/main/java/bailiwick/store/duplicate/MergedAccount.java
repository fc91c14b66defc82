package bailiwick.store.duplicate;

import bailiwick.core.account.Account;
import java.time.Instant;

/**
 * An account that was merged into another.
 *
 * @param account as its files have it
 * @param pair the pair that was decided; undoing it brings the account back
 */
public record MergedAccount(Account account, PairId pair, Instant at, String who) {}
