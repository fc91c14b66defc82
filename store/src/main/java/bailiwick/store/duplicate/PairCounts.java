package bailiwick.store.duplicate;

/** How many pairs there are of each state. */
public record PairCounts(long open, long merged, long dismissed) {}
