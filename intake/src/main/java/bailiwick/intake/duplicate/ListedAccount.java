package bailiwick.intake.duplicate;

import bailiwick.core.account.Account;
import bailiwick.core.account.Address;
import bailiwick.core.account.Ties;
import bailiwick.intake.account.ImportedAccount;

/**
 * What of an account tells whether another is the same one. Immutable; texts are empty when
 * unknown.
 *
 * @param id its id in the system it comes from, unique among the accounts compared
 * @param row 1 for the first row below the header
 * @param name as shown to people
 * @param address as cleaned
 * @param website web address or domain as written
 * @param phone telephone number as written
 * @param parent id of the account that it belongs to
 */
public record ListedAccount(
    String id,
    long row,
    String name,
    Address address,
    String website,
    String phone,
    String parent) {

  /** What an accepted row tells. */
  public static ListedAccount of(ImportedAccount imported) {
    Account account = imported.account();
    return of(account, account.externalId(), imported.row());
  }

  /**
   * What an account tells.
   *
   * @param id as it is to be known among those compared
   */
  public static ListedAccount of(Account account, String id, long row) {
    Ties ties = account.ties();
    return new ListedAccount(
        id, row, account.name(), account.address(), ties.website(), ties.phone(), ties.parentKey());
  }
}
