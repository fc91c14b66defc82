package bailiwick.store.account;

import java.time.Instant;

/**
 * That an account is no longer in the files of its source.
 *
 * @param lastSeen when the last file that had it was loaded
 * @param since when the first file without it was loaded
 */
public record Absence(Instant lastSeen, Instant since) {}
