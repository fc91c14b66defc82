package bailiwick.rules.cover;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;

/**
 * An account held by a territory whatever its unit says.
 *
 * @param name as shown to people
 */
public record NamedAccount(AccountId account, String name, TerritoryCode territory) {}
