package bailiwick.cli.rule;

import bailiwick.core.account.Account;
import java.math.BigDecimal;
import java.util.function.ToLongFunction;

/** What accounts are added up by. */
enum AccountWorth {
  POTENTIAL(2, account -> account.worth().potentialCents()),
  SALES(2, account -> account.worth().salesCents()),
  PIPELINE(2, account -> account.worth().pipelineCents()),
  WORKLOAD(2, account -> account.worth().workloadCentihours()),
  REVENUE(2, account -> account.firmographics().annualRevenueCents().orElse(0)),
  EMPLOYEES(0, account -> account.firmographics().employees().orElse(0));

  private final int scale;
  private final ToLongFunction<Account> of;

  AccountWorth(int scale, ToLongFunction<Account> of) {
    this.scale = scale;
    this.of = of;
  }

  /** Of an account, in units of 10^-scale; 0 when it is unknown. */
  long of(Account account) {
    return of.applyAsLong(account);
  }

  /** An amount as a number. */
  BigDecimal decimal(long fixed) {
    return BigDecimal.valueOf(fixed, scale);
  }
}
