package bailiwick.store.record;

import bailiwick.core.roster.RepresentativeId;
import java.time.LocalDate;

/**
 * Hours that a representative worked on a day.
 *
 * @param kind what the time went to; empty when unknown
 * @param centihours hundredths of an hour, above 0
 */
public record WorkedTime(
    RepresentativeId representative, LocalDate on, String kind, long centihours) {}
