package bailiwick.store.record;

import bailiwick.core.account.AccountId;
import bailiwick.core.account.Address;
import bailiwick.core.account.Location;

/**
 * A place of an account.
 *
 * @param externalId unique within the source
 * @param kind such as {@code headquarters}; empty when unknown
 */
public record AccountSite(
    String externalId,
    AccountId account,
    String name,
    String kind,
    Address address,
    Location location) {}
