package bailiwick.intake.potential;

import bailiwick.core.account.Account;
import bailiwick.core.account.Worth;

/**
 * What the model says of one account.
 *
 * @param account as it came
 * @param segment name of its segment
 * @param terms of which its potential and workload are the sums
 */
public record AccountPotential(Account account, String segment, Terms terms) {

  /** The sum of the terms, 0 or more. */
  public long potentialCents() {
    return terms.potentialCents();
  }

  /** Hours a year of serving it, in hundredths. */
  public long workloadCentihours() {
    return terms.workloadCentihours();
  }

  /** The account with what the model says in the place of what came with it. */
  public Account estimated() {
    Worth given = account.worth();
    return account.withWorth(
        new Worth(
            potentialCents(), workloadCentihours(), given.salesCents(), given.pipelineCents()));
  }
}
