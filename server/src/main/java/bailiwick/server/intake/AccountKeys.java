package bailiwick.server.intake;

import bailiwick.core.account.AccountId;
import bailiwick.store.Store;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds accounts by what files call them: their id, or else a name that one account alone has. Some
 * systems export deals with the name of the account only. Names are read when an id is not found.
 */
final class AccountKeys {

  private final Store store;
  private final String source;
  private final Map<String, AccountId> byId;
  private @Nullable Map<String, AccountId> byName;

  AccountKeys(Store store, String source) {
    this.store = store;
    this.source = source;
    this.byId = store.accounts().idsByExternalId(source);
  }

  /** Whether an account is called so. */
  boolean has(String key) {
    return find(key) != null;
  }

  /** The account that is called so; it must be there. */
  AccountId required(String key) {
    return Objects.requireNonNull(find(key), key);
  }

  private @Nullable AccountId find(String key) {
    AccountId id = byId.get(key);
    if (id != null || key.isBlank()) {
      return id;
    }
    Map<String, AccountId> names = byName;
    if (names == null) {
      names = store.accounts().idsByName(source);
      byName = names;
    }
    return names.get(key.strip().toLowerCase(Locale.ROOT));
  }
}
