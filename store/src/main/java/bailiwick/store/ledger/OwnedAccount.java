package bailiwick.store.ledger;

import bailiwick.core.alignment.TerritoryCode;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who owns an account on a day, for tables of all of them.
 *
 * @param externalId the account's, in the system it came from
 * @param name the account's
 * @param representativeId who sits in the territory's seat that day, by the id in the system they
 *     came from; empty for a vacancy
 * @param representativeEmail their mail address, empty when vacant or unknown
 * @param representativeName who sits in the territory's seat that day, empty for a vacancy
 * @param from first day of this ownership
 * @param until first day after it, null while open
 * @param recordedAt when we came to believe it
 */
public record OwnedAccount(
    String externalId,
    String name,
    TerritoryCode territory,
    String territoryName,
    String representativeId,
    String representativeEmail,
    String representativeName,
    LocalDate from,
    @Nullable LocalDate until,
    Instant recordedAt) {}
