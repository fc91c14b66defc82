package bailiwick.intake.quality;

import bailiwick.core.account.AccountId;
import bailiwick.core.roster.Representative;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What is known of a company when the quality of its data is looked at. Immutable.
 *
 * @param accounts all of them
 * @param territories {@code [territory number]}: code and share
 * @param roster who sells and who left; nobody is unknown to an empty one
 * @param lastContact day of the last activity by account; when empty, activities are not known and
 *     nobody is inactive
 * @param pairs possible duplicates, both among the accounts
 * @param on the day looked at
 */
public record Books(
    List<HeldAccount> accounts,
    List<Territory> territories,
    Collection<Representative> roster,
    Map<AccountId, LocalDate> lastContact,
    List<LikelyPair> pairs,
    LocalDate on) {

  /**
   * A territory of the alignment looked at.
   *
   * @param share of a full territory that it shall hold, above 0
   */
  public record Territory(String code, String name, double share) {}

  public Books {
    accounts = List.copyOf(accounts);
    territories = List.copyOf(territories);
    roster = List.copyOf(roster);
    lastContact = Map.copyOf(lastContact);
    pairs = List.copyOf(pairs);
  }

  /** What is known beside the accounts. */
  Known known() {
    return new Known(roster, lastContact, pairs, on);
  }
}
