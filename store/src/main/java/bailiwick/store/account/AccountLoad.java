package bailiwick.store.account;

import bailiwick.core.account.Account;

/**
 * A running load of many accounts: all or nothing. Rows go to a staging table by COPY as they come;
 * {@link #finish} merges them by external id in one transaction. Closing before that leaves no
 * trace. Belongs to one thread.
 */
public final class AccountLoad implements AutoCloseable {

  /**
   * Adds an account. Of two with the same external id the later wins. Its id is not kept: the store
   * gives new accounts an id of its own and known ones keep theirs.
   */
  public void add(Account account, AccountUnits units) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** Merges all rows and makes them visible. */
  public LoadReport finish() {
    throw new UnsupportedOperationException("Being written.");
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException("Being written.");
  }
}
