package bailiwick.store.measure;

/** What a delivered file told. */
public enum DeliveryKind {
  OPPORTUNITIES,
  ACTIVITIES,
  REVENUE,
  QUOTAS
}
