package bailiwick.store.ledger;

import bailiwick.core.account.AccountId;
import bailiwick.core.account.Worth;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.roster.RepresentativeId;
import org.jspecify.annotations.Nullable;

/**
 * An account that came into or went out of a representative's hands between two days.
 *
 * @param before who had it on the first day, null when nobody
 * @param after who has it on the other day, null when nobody
 * @param why the words of the act that gave it to its owner after, empty when nobody has it
 */
public record BookChange(
    AccountId account,
    String name,
    String city,
    Worth worth,
    @Nullable Holder before,
    @Nullable Holder after,
    String why) {

  /**
   * Who has an account.
   *
   * @param representative who sits there, null for a vacancy
   * @param representativeName empty for a vacancy
   */
  public record Holder(
      TerritoryCode territory,
      String territoryName,
      @Nullable RepresentativeId representative,
      String representativeName) {}
}
