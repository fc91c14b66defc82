package bailiwick.store.lead;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.store.ledger.PublicationId;
import org.jspecify.annotations.Nullable;

/** A lead to be kept; parts as in {@link StoredLead}. */
public record NewLead(
    String name,
    String attributes,
    @Nullable PublicationId publication,
    @Nullable TerritoryCode territory,
    @Nullable RepresentativeId representative,
    String trace,
    String receivedBy) {}
