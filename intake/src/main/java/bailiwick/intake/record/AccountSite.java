package bailiwick.intake.record;

import bailiwick.core.account.Address;
import bailiwick.core.account.Location;

/**
 * A place of an account, one of several. Immutable.
 *
 * @param externalId the id in the system it came from
 * @param accountExternalId the account it belongs to
 * @param name as shown to people; empty when unknown
 * @param kind such as {@code headquarters} or {@code warehouse}; empty when unknown
 * @param address as cleaned
 * @param location where it is on the map
 */
public record AccountSite(
    String externalId,
    String accountExternalId,
    String name,
    String kind,
    Address address,
    Location location) {}
