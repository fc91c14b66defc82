package bailiwick.intake.account;

import bailiwick.core.account.Account;
import java.util.Map;

/**
 * An accepted row.
 *
 * @param account the account as cleaned and placed
 * @param row 1 for the first row below the header
 * @param measures amounts of the further measures in hundredths, by name in the order asked for;
 *     {@code beds} to 12000 is 120 beds
 * @param ties what ties it to other accounts
 */
public record ImportedAccount(Account account, long row, Map<String, Long> measures, Ties ties) {

  /**
   * What a row says beside name and address that other rows may say, too. Empty where blank.
   *
   * @param website web address or domain as written
   * @param phone telephone number as written
   * @param parent id of the account that it belongs to
   */
  public record Ties(String website, String phone, String parent) {}
}
