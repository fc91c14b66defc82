package bailiwick.store.account;

import bailiwick.core.account.AccountId;
import bailiwick.core.account.Worth;

/** What sums over accounts need of one: a third of the time of reading all of it. */
public record AccountWorth(AccountId id, AccountUnits units, Worth worth) {

  /** The part of an account that sums need. */
  public static AccountWorth of(StoredAccount stored) {
    return new AccountWorth(stored.account().id(), stored.units(), stored.account().worth());
  }
}
