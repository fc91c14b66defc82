package bailiwick.store.measure;

/** What a delivered file told. */
public enum DeliveryKind {
  OPPORTUNITIES,
  ACTIVITIES,
  REVENUE,
  QUOTAS,
  CONTACTS,
  SITES,
  TERRITORIES,
  ASSIGNMENTS,
  PRODUCTS,
  TIME,
  MARKET;

  /** Whether figures of accounts end with the last day that such a file covers. */
  public boolean datesFigures() {
    return this == OPPORTUNITIES || this == ACTIVITIES || this == REVENUE;
  }
}
