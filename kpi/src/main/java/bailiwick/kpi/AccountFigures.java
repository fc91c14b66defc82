package bailiwick.kpi;

import bailiwick.core.account.Account;
import bailiwick.core.alignment.TerritoryCode;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an account adds to the figures of its territory. Money in hundredths of the plan's currency.
 *
 * @param territory who owns it, empty when nobody does
 * @param potentialCents money a year that could be sold; empty when unknown
 * @param revenueCents money won in the period; empty when unknown
 * @param pipelineCents open opportunities, unweighted; empty when unknown
 */
public record AccountFigures(
    Optional<TerritoryCode> territory,
    OptionalLong potentialCents,
    OptionalLong revenueCents,
    OptionalLong pipelineCents) {

  /** The figures of an account whose sales of the last twelve months stand for the period's. */
  public static AccountFigures of(Account account, Optional<TerritoryCode> territory) {
    return new AccountFigures(
        territory,
        OptionalLong.of(account.worth().potentialCents()),
        OptionalLong.of(account.worth().salesCents()),
        OptionalLong.of(account.worth().pipelineCents()));
  }

  /** Whether nothing was sold to it in the period; false when that is unknown. */
  public boolean isProspect() {
    return revenueCents.isPresent() && revenueCents.getAsLong() <= 0;
  }
}
