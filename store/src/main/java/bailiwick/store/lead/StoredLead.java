package bailiwick.store.lead;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.store.ledger.PublicationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lead with the decision made for it.
 *
 * @param attributes the lead as it came, JSON
 * @param publication whose rules decided; null when none was in force
 * @param territory where it went, null for nowhere
 * @param representative who was placed there that day, null for a vacancy
 * @param trace why, JSON
 */
public record StoredLead(
    LeadId id,
    String name,
    String attributes,
    @Nullable PublicationId publication,
    @Nullable TerritoryCode territory,
    @Nullable RepresentativeId representative,
    String trace,
    Instant receivedAt,
    String receivedBy) {}
