package bailiwick.intake.quality;

import bailiwick.core.account.AccountId;
import bailiwick.core.roster.Representative;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What is known beside the accounts themselves when they are judged. Immutable.
 *
 * @param roster who sells and who left; nobody is unknown to an empty one
 * @param lastContact day of the last activity by account; when empty, activities are not known and
 *     nobody is inactive
 * @param pairs possible duplicates; those of accounts that are not there say nothing
 * @param on the day looked at
 */
public record Known(
    Collection<Representative> roster,
    Map<AccountId, LocalDate> lastContact,
    List<LikelyPair> pairs,
    LocalDate on) {

  public Known {
    roster = List.copyOf(roster);
    lastContact = Map.copyOf(lastContact);
    pairs = List.copyOf(pairs);
  }
}
