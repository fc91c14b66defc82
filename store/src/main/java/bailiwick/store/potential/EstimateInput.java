package bailiwick.store.potential;

import bailiwick.core.account.AccountId;
import bailiwick.core.account.Firmographics;
import java.util.Map;

/**
 * What a model of potential asks of an account; what belongs to accounts merged into it counts with
 * it.
 *
 * @param firmographics industry and size
 * @param salesCents revenue booked over the days asked for, or the sales that came with the account
 *     when none was
 * @param pipelineCents open opportunities as they came with the account
 * @param potentialCents what counts as its potential now
 * @param workloadCentihours what counts as its workload now
 * @param won deals won
 * @param lost deals lost
 * @param openCents open deals by stage, hundredths of the currency
 */
public record EstimateInput(
    AccountId id,
    Firmographics firmographics,
    long salesCents,
    long pipelineCents,
    long potentialCents,
    long workloadCentihours,
    long won,
    long lost,
    Map<String, Long> openCents) {

  public EstimateInput {
    openCents = Map.copyOf(openCents);
  }
}
