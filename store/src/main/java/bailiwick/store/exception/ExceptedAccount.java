package bailiwick.store.exception;

import bailiwick.core.account.AccountId;
import bailiwick.core.problem.ProblemException;
import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import bailiwick.store.ledger.LedgerProblem;

/**
 * An account that somebody asks an exception for.
 *
 * @param key external id
 * @param merged whether another stands for it
 */
record ExceptedAccount(String key, boolean merged) {

  /** The account of an id, refused with {@code LEDGER_UNKNOWN_ACCOUNT} when there is none. */
  static ExceptedAccount find(Database database, AccountId account) {
    return database
        .jdbc()
        .sql("SELECT external_id, merged_into IS NOT NULL AS merged FROM account WHERE id = :id")
        .param("id", account.value())
        .query((row, number) ->
            new ExceptedAccount(Rows.text(row, "external_id"), row.getBoolean("merged")))
        .optional()
        .orElseThrow(() -> ProblemException.of(new LedgerProblem.UnknownAccount(account)));
  }
}
