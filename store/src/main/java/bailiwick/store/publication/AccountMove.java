package bailiwick.store.publication;

import bailiwick.core.account.AccountId;
import bailiwick.core.account.Worth;

/**
 * One account that a publication would move.
 *
 * @param from code before, empty for none
 * @param to code after, empty for none
 * @param fromPerson name of the representative who has it before, empty for none
 * @param toPerson name of the representative who has it after, empty for none
 * @param relations what else goes with it
 */
public record AccountMove(
    AccountId account,
    String externalId,
    String name,
    String from,
    String to,
    String fromPerson,
    String toPerson,
    Worth worth,
    Relations relations) {}
