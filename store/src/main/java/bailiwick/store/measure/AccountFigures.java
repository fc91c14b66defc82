package bailiwick.store.measure;

/**
 * What one account brought; 0 where nothing is known of it.
 *
 * @param revenueCents booked on the days asked for
 * @param openPipelineCents deals open at their end
 * @param wonDeals deals won on the days asked for
 * @param lostDeals deals lost on the days asked for
 * @param contacts contacts on the days asked for
 */
public record AccountFigures(
    long revenueCents, long openPipelineCents, long wonDeals, long lostDeals, long contacts) {

  /** Of an account that no file names. */
  public static final AccountFigures NONE = new AccountFigures(0, 0, 0, 0, 0);
}
