package bailiwick.store.duplicate;

/**
 * What hangs on an account and on those merged into it.
 *
 * @param deals opportunities, open and closed
 * @param revenueCents booked over all days, in hundredths of the currency
 * @param contacts calls, visits and mails
 */
public record AccountTraces(long deals, long revenueCents, long contacts) {

  /** Nothing. */
  public static final AccountTraces NONE = new AccountTraces(0, 0, 0);
}
