package bailiwick.store.measure;

import bailiwick.core.account.AccountId;
import java.time.LocalDate;
import java.util.List;

/** Keeps deals, revenue and contacts, the raw matter of the KPIs. Thread-safe. */
public final class MeasureRepository {

  /** Replaces all deals of a source, all or nothing. Deals of unknown accounts are refused. */
  public long replaceDeals(String source, Iterable<Deal> deals) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** Replaces all revenue of a source, all or nothing. */
  public long replaceRevenue(String source, Iterable<Revenue> revenue) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** Replaces all contacts of a source, all or nothing. */
  public long replaceContacts(String source, Iterable<Contact> contacts) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** The deals of an account, newest first. */
  public List<Deal> dealsOf(AccountId account) {
    throw new UnsupportedOperationException("Being written.");
  }

  /**
   * Figures of every account that has any.
   *
   * @param from first day of the period
   * @param until first day after it
   */
  public List<AccountFigures> figures(LocalDate from, LocalDate until) {
    throw new UnsupportedOperationException("Being written.");
  }
}
