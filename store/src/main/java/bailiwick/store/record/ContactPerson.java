package bailiwick.store.record;

import bailiwick.core.account.AccountId;

/**
 * A person at an account whom representatives deal with; texts are empty where unknown.
 *
 * @param externalId unique within the source, or within the account where no system gave an id
 */
public record ContactPerson(
    String externalId, AccountId account, String name, String title, String email, String phone) {}
