package bailiwick.server.account;

import bailiwick.core.account.AccountId;
import bailiwick.core.unit.UnitKind;
import bailiwick.core.unit.UnitNumbering;
import bailiwick.store.Store;
import bailiwick.store.account.AccountWorth;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps the account books read so far, follows the change of an account, and forgets them when many
 * change. Thread-safe.
 *
 * <p>A book is read once and shared by every scenario over the same units.
 */
public class AccountBooks {

  private record Key(UnitKind kind, String country) {}

  private record Read(AccountBook book, UnitNumbering units, long edition) {}

  private final Store store;
  private final Map<Key, Read> books = new HashMap<>();
  private final AtomicLong edition = new AtomicLong();

  /** Books over a store. */
  public AccountBooks(Store store) {
    this.store = store;
  }

  /** The accounts over the units of a kind, as they stand now. */
  public synchronized AccountBook get(UnitKind kind, String country, UnitNumbering units) {
    Key key = new Key(kind, country);
    Read read = books.get(key);
    long now = edition.get();
    if (read == null || read.edition != now) {
      read = new Read(AccountBook.read(store, kind, units), units, now);
      books.put(key, read);
    }
    return read.book;
  }

  /** Counts the changes of accounts, so that others can tell whether what they hold is old. */
  public long edition() {
    return edition.get();
  }

  /** Notes that many accounts have changed. */
  public void changed() {
    edition.incrementAndGet();
  }

  /** Notes that one account has changed: the books are brought up to date instead of read again. */
  synchronized void changed(AccountId id) {
    // Read under the lock, so that of two changes at once the later one stays.
    AccountWorth now = AccountWorth.of(store.accounts().get(id));
    long before = edition.getAndIncrement();
    books.replaceAll((key, read) ->
        read.edition == before
            ? new Read(read.book.with(now, key.kind, read.units), read.units, before + 1)
            : read);
  }
}
