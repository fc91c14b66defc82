package bailiwick.store.account;

/**
 * What a load did, or would do.
 *
 * @param disappeared rows that the file has no longer; they are kept
 */
public record LoadReport(long inserted, long updated, long unchanged, long disappeared) {

  /** All rows given. */
  public long rows() {
    return inserted + updated + unchanged;
  }
}
