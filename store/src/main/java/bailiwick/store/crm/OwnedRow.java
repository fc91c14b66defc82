package bailiwick.store.crm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account of a connection, what the CRM holds and what the ledger says.
 *
 * @param name the account's
 * @param version the CRM's stamp when we last looked
 * @param ownerHeld the CRM's id of the owner there, empty for none
 * @param territoryHeld name of the territory there, empty for none
 * @param person name of the representative by the ledger, empty for a vacant seat
 * @param owner the CRM's id of that person, null when vacant or not known there
 * @param territory name of the territory by the ledger
 */
public record OwnedRow(
    String externalId,
    String name,
    Instant version,
    String ownerHeld,
    String territoryHeld,
    String person,
    @Nullable String owner,
    String territory) {}
