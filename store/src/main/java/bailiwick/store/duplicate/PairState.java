package bailiwick.store.duplicate;

/** What became of a pair. */
public enum PairState {
  /** Nobody has decided. */
  OPEN,
  /** They are one: one of them was merged into the other. */
  MERGED,
  /** They are two. */
  DISMISSED
}
