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

  /** All of its accounts, in basis points. */
  public static final int WHOLE = 10_000;

  /**
   * Share of the accounts that it has or would have which an exception put there or took away, in
   * hundredths of a percent, rounded; 0 to 10,000, and 0 without accounts.
   */
  public int basisPoints() {
    long concerned = accounts + out;
    return concerned == 0 ? 0 : (int) ((2 * WHOLE * (in + out) + concerned) / (2 * concerned));
  }

  /** Whether that share is more than another, without rounding. */
  public boolean liesAbove(int thresholdBasisPoints) {
    return WHOLE * (in + out) > thresholdBasisPoints * (accounts + out);
  }
}
