package bailiwick.store.account;

/** How much of a source a load holds. */
public enum Extent {
  /** All accounts of the source: one that is not among them has disappeared from it. */
  WHOLE,
  /** Some of them: the others are left alone. */
  PART
}
