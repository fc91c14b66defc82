package bailiwick.store.account;

import bailiwick.core.account.Account;
import bailiwick.core.account.AccountId;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.UnitKind;
import bailiwick.store.database.Page;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps the accounts. Thread-safe. */
public final class AccountRepository {

  /** Starts a load of many accounts of one source, such as {@code crm}. */
  public AccountLoad startLoad(String source) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** How many accounts there are. */
  public long count() {
    throw new UnsupportedOperationException("Being written.");
  }

  /** The account of an id; a merged one answers with its survivor. */
  public Optional<StoredAccount> find(AccountId id) {
    throw new UnsupportedOperationException("Being written.");
  }

  /**
   * The account of an id that must exist.
   *
   * @throws ProblemException with {@code STORE_NOT_FOUND}
   */
  public StoredAccount get(AccountId id) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** The account of an external id. */
  public Optional<StoredAccount> findByExternalId(String source, String externalId) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** A page of accounts by name. */
  public Page<StoredAccount> list(AccountQuery query, @Nullable String cursor, int limit) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** Every account in order of its id, streamed; the consumer must not call the store. */
  public void forEach(Consumer<StoredAccount> consumer) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** All placed accounts as columns, in order of their ids. */
  public AccountPoints points(UnitKind kind, String country) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** What each unit of a country holds, by unit id; one row with an empty id for the rest. */
  public List<UnitTotals> unitTotals(UnitKind kind, String country) {
    throw new UnsupportedOperationException("Being written.");
  }

  /**
   * Saves a new account.
   *
   * @param account its id is not kept
   * @throws ProblemException with {@code STORE_ALREADY_EXISTS} when the external id is taken
   */
  public StoredAccount create(String source, Account account, AccountUnits units) {
    throw new UnsupportedOperationException("Being written.");
  }

  /**
   * Saves a changed account.
   *
   * @param account names the account by its id
   * @param expectedVersion the version the change was made on
   * @throws ProblemException with {@code STORE_STALE_VERSION} or {@code STORE_NOT_FOUND}
   */
  public StoredAccount update(Account account, AccountUnits units, long expectedVersion) {
    throw new UnsupportedOperationException("Being written.");
  }
}
