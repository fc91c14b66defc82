package bailiwick.intake.potential;

import bailiwick.core.account.Account;
import bailiwick.core.account.Firmographics;

/**
 * All that a model asks of an account. Immutable.
 *
 * @param firmographics industry and size
 * @param salesCents money of the last twelve months
 * @param pipelineCents open opportunities as they came with the account, unweighted
 * @param deals opportunities known one by one
 */
public record Traits(
    Firmographics firmographics, long salesCents, long pipelineCents, Deals deals) {

  /** Those of an account as its file has it. */
  public static Traits of(Account account, Deals deals) {
    return new Traits(
        account.firmographics(),
        account.worth().salesCents(),
        account.worth().pipelineCents(),
        deals);
  }
}
