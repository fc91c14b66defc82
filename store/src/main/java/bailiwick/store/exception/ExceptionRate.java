package bailiwick.store.exception;

import bailiwick.core.alignment.TerritoryCode;

/**
 * How much of a territory exceptions change.
 *
 * @param accounts that it has on the day
 * @param in of which it has only by an exception
 * @param out that it would have by the rules, and others have by an exception
 */
public record ExceptionRate(TerritoryCode territory, long accounts, long in, long out) {

  /**
   * Share of the accounts that it has or would have which an exception put there or took away; 0 to
   * 1, and 0 without accounts.
   */
  public double rate() {
    long concerned = accounts + out;
    return concerned == 0 ? 0 : (double) (in + out) / concerned;
  }
}
