package bailiwick.store.account;

/** What a load did. */
public record LoadReport(long inserted, long updated, long unchanged) {

  /** All rows given. */
  public long rows() {
    return inserted + updated + unchanged;
  }
}
