package bailiwick.intake.account;

import bailiwick.core.account.Account;
import java.util.List;
import java.util.Map;

/**
 * An accepted row.
 *
 * @param account the account as cleaned and placed
 * @param row 1 for the first row below the header
 * @param measures amounts of the further measures in hundredths, by name in the order asked for;
 *     {@code beds} to 12000 is 120 beds
 * @param ownFields names of the company's own fields that the file has, whether this row has values
 *     in them or not
 */
public record ImportedAccount(
    Account account, long row, Map<String, Long> measures, List<String> ownFields) {}
