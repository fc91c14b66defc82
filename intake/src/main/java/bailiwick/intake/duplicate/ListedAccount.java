package bailiwick.intake.duplicate;

import bailiwick.core.account.Account;
import bailiwick.core.account.Address;
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
    return new ListedAccount(
        account.externalId(),
        imported.row(),
        account.name(),
        account.address(),
        imported.ties().website(),
        imported.ties().phone(),
        imported.ties().parent());
  }
}
