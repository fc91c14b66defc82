package bailiwick.cli.rule;

import bailiwick.core.account.Account;
import bailiwick.rules.cover.WrittenRules.KnownAccount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The accounts that a publication can speak of. Immutable.
 *
 * @param ofFile those of the file, by external id
 * @param byName what written rules may call an account: its external id or our own
 */
record KnownAccounts(Map<String, KnownAccount> ofFile, Map<String, KnownAccount> byName) {

  KnownAccounts {
    ofFile = Map.copyOf(ofFile);
    byName = Map.copyOf(byName);
  }

  /** Accounts of a file, without a store. */
  static KnownAccounts of(List<Account> accounts) {
    Map<String, KnownAccount> ofFile = HashMap.newHashMap(accounts.size());
    Map<String, KnownAccount> byName = HashMap.newHashMap(accounts.size() * 2);
    for (Account account : accounts) {
      KnownAccount known = KnownAccount.of(account);
      ofFile.put(account.externalId(), known);
      byName.put(account.id().toString(), known);
    }
    byName.putAll(ofFile);
    return new KnownAccounts(ofFile, byName);
  }
}
