package bailiwick.store.ledger;

import bailiwick.core.alignment.TerritoryCode;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who owns an account on a day, for tables of all of them.
 *
 * @param source the system that the account came from
 * @param externalId the account's, in that system
 * @param name the account's
 * @param representativeSource the system that whoever sits there came from, empty for a vacancy
 * @param representativeId who sits in the territory's seat that day, by the id in the system they
 *     came from; empty for a vacancy
 * @param representativeEmail their mail address, empty when vacant or unknown
 * @param representativeName who sits in the territory's seat that day, empty for a vacancy
 * @param from first day of this ownership
 * @param until first day after it, null while open
 * @param recordedAt when we came to believe it
 */
public record OwnedAccount(
    String source,
    String externalId,
    String name,
    TerritoryCode territory,
    String territoryName,
    String representativeSource,
    String representativeId,
    String representativeEmail,
    String representativeName,
    LocalDate from,
    @Nullable LocalDate until,
    Instant recordedAt) {}
