package bailiwick.intake.deal;

import java.time.LocalDate;

/**
 * What a representative or a territory is asked to bring in a period. Immutable.
 *
 * @param ownerKey the representative, as the file names them; empty when only the territory is said
 * @param territoryKey the territory's code; empty when only the representative is said
 * @param measure what is counted, such as {@code revenue}
 * @param from first day
 * @param until first day no longer in the period
 * @param amountCents in hundredths of the plan's currency, 0 or more
 */
public record Quota(
    String ownerKey,
    String territoryKey,
    String measure,
    LocalDate from,
    LocalDate until,
    long amountCents) {}
