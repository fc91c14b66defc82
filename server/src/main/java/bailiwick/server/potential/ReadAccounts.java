package bailiwick.server.potential;

import bailiwick.server.account.AccountBooks;
import bailiwick.server.company.Today;
import bailiwick.store.Store;
import bailiwick.store.measure.Delivery;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What models ask of all accounts, read once and kept until accounts or figures change, so that a
 * coefficient can be tried again and again. Thread-safe; read by one thread at a time.
 */
final class ReadAccounts {

  private static final int MONTHS_OF_SALES = 12;

  private final Store store;
  private final AccountBooks books;
  private final Today today;
  private volatile @Nullable Read kept;

  ReadAccounts(Store store, AccountBooks books, Today today) {
    this.store = store;
    this.books = books;
    this.today = today;
  }

  /** What the accounts rest on; another basis asks for reading them again. */
  private record Basis(long edition, List<Delivery> deliveries, LocalDate on) {}

  private record Read(Basis basis, AccountColumns accounts) {}

  /** The accounts as they stand now. */
  synchronized AccountColumns get() {
    Basis basis = new Basis(books.edition(), store.measures().deliveries(), today.date());
    Read read = kept;
    if (read == null || !read.basis.equals(basis)) {
      kept = null; // or two would be held while the new one is read
      read = new Read(basis, read(store, basis.on));
      kept = read;
    }
    return read.accounts;
  }

  /** Lets go of them, without waiting for anybody who reads. */
  void forget() {
    kept = null;
  }

  /** The accounts as the caller's transaction sees them on a day. */
  static AccountColumns read(Store store, LocalDate on) {
    AccountColumns accounts = new AccountColumns();
    store.potential().forEachInput(salesFrom(on), on, accounts::add);
    return accounts.read();
  }

  /** First day of the sales that count up to a day. */
  static LocalDate salesFrom(LocalDate until) {
    return until.minusMonths(MONTHS_OF_SALES);
  }
}
