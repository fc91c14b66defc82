package bailiwick.cli.rule;

import bailiwick.core.account.Account;
import java.math.BigDecimal;

/** What accounts are added up by. */
enum AccountWorth {
  POTENTIAL,
  SALES,
  PIPELINE,
  WORKLOAD,
  REVENUE,
  EMPLOYEES;

  /** Of an account: cents, hundredths of an hour, or people; 0 when it is unknown. */
  long of(Account account) {
    return switch (this) {
      case POTENTIAL -> account.worth().potentialCents();
      case SALES -> account.worth().salesCents();
      case PIPELINE -> account.worth().pipelineCents();
      case WORKLOAD -> account.worth().workloadCentihours();
      case REVENUE -> account.firmographics().annualRevenueCents().orElse(0);
      case EMPLOYEES -> account.firmographics().employees().orElse(0);
    };
  }

  /** Decimal places of an amount. */
  int scale() {
    return this == EMPLOYEES ? 0 : 2;
  }

  /** An amount as a number. */
  BigDecimal decimal(long fixed) {
    return BigDecimal.valueOf(fixed, scale());
  }
}
