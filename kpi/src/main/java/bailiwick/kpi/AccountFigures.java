package bailiwick.kpi;

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
 * @param wonDeals opportunities won in the last twelve months; empty when unknown
 * @param lostDeals opportunities lost in the last twelve months; empty when unknown
 * @param contacts contacts in the last 90 days; empty when unknown
 */
public record AccountFigures(
    Optional<TerritoryCode> territory,
    OptionalLong potentialCents,
    OptionalLong revenueCents,
    OptionalLong pipelineCents,
    OptionalLong wonDeals,
    OptionalLong lostDeals,
    OptionalLong contacts) {

  /** Whether nothing was sold to it in the period; false when that is unknown. */
  public boolean isProspect() {
    return revenueCents.isPresent() && revenueCents.getAsLong() <= 0;
  }
}
