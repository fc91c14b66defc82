package bailiwick.store.measure;

import bailiwick.core.roster.RepresentativeId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How often somebody was in touch with an account in one way.
 *
 * @param representative null when the file names nobody that is known
 * @param kind such as {@code visit}; empty when unknown
 * @param number of contacts, above 0
 * @param last day of the last of them
 */
public record ContactSum(
    @Nullable RepresentativeId representative, String kind, long number, LocalDate last) {}
