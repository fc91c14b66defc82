package bailiwick.store.roster;

import bailiwick.core.roster.Representative;

/**
 * A representative as the store keeps it.
 *
 * @param source the system the person came from
 * @param version counts the changes, for optimistic locking
 */
public record StoredRepresentative(Representative representative, String source, long version) {}
