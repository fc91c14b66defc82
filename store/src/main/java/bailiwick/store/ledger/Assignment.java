package bailiwick.store.ledger;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an account shall belong to from a day on.
 *
 * @param territory null for no territory
 * @param until first day after, null for an open end
 * @param rule the rule that decided it; empty when none did
 */
public record Assignment(
    AccountId account,
    @Nullable TerritoryCode territory,
    LocalDate from,
    @Nullable LocalDate until,
    String rule) {

  /** One that no rule decided. */
  public Assignment(
      AccountId account,
      @Nullable TerritoryCode territory,
      LocalDate from,
      @Nullable LocalDate until) {
    this(account, territory, from, until, "");
  }
}
