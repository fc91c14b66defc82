package bailiwick.store.ledger;

import bailiwick.core.account.AccountId;
import bailiwick.core.account.Worth;
import bailiwick.core.alignment.TerritoryCode;
import java.time.LocalDate;

/**
 * An account in somebody's book on a day.
 *
 * @param since first day with the territory
 */
public record OwnedAccount(
    AccountId account,
    String externalId,
    String name,
    TerritoryCode territory,
    LocalDate since,
    Worth worth) {}
