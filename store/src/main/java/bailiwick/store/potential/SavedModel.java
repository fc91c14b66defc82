package bailiwick.store.potential;

import java.time.Instant;

/**
 * A model of potential as it was saved.
 *
 * @param text the model, JSON
 * @param version counts the changes, for optimistic locking
 */
public record SavedModel(String text, long version, Instant changedAt, String changedBy) {}
