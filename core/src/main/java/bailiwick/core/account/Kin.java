package bailiwick.core.account;

import org.jspecify.annotations.Nullable;

/**
 * An account as its family sees it. Immutable.
 *
 * @param parent the account that it names as its parent, null for none
 * @param site where it is, alike for accounts at one address; empty when unknown
 * @param potentialCents 0 or more
 */
public record Kin(
    AccountId account, @Nullable AccountId parent, String site, long potentialCents) {}
