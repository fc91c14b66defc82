package bailiwick.store.publication;

import bailiwick.core.account.AccountId;
import bailiwick.core.account.Worth;

/**
 * One account that a publication would move.
 *
 * @param from code before, empty for none
 * @param to code after, empty for none
 */
public record AccountMove(
    AccountId account, String externalId, String name, String from, String to, Worth worth) {}
