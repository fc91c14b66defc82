package bailiwick.server.account;

import bailiwick.core.account.AccountId;

/** Works out anew what an account is worth where that follows from what is known of it. */
public interface WorthRenewal {

  /**
   * Renews one account after it has changed, in the caller's transaction; does nothing where what
   * files say counts.
   */
  void renew(AccountId account);
}
