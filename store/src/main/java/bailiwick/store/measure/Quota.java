package bailiwick.store.measure;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.roster.RepresentativeId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a territory or a person is asked to bring; at least one of them is named.
 *
 * @param measure what is counted, such as {@code revenue}
 * @param from first day
 * @param until first day after
 * @param amountCents hundredths of the currency, 0 or more
 */
public record Quota(
    @Nullable TerritoryCode territory,
    @Nullable RepresentativeId representative,
    String measure,
    LocalDate from,
    LocalDate until,
    long amountCents) {}
