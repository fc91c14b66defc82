package bailiwick.intake.record;

import java.time.LocalDate;

/**
 * Hours that a representative worked on a day. Immutable.
 *
 * @param ownerKey the representative as the file names them
 * @param on the day
 * @param kind what the time went to, such as {@code visit} or {@code office}; empty when unknown
 * @param centihours hundredths of an hour, above 0, at most those of a day
 */
public record WorkedTime(String ownerKey, LocalDate on, String kind, long centihours) {}
