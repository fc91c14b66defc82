package bailiwick.store.profile;

import java.time.Instant;

/**
 * A profile as it was saved last.
 *
 * @param name unique among those of its kind, whatever its case
 * @param kind of file, such as {@code accounts}
 * @param json what it says
 */
public record StoredProfile(
    String name, String kind, String json, Instant changedAt, String changedBy) {}
