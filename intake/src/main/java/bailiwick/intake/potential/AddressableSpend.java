package bailiwick.intake.potential;

import bailiwick.core.account.Firmographics;

/**
 * What an account of a segment spends a year on what is sold here, with whomever: {@code perAccount
 * + perEmployee · employees + shareOfRevenue · revenue}.
 *
 * @param centsPerAccount whatever its size, 0 or more
 * @param centsPerEmployee for each person who works there, 0 or more
 * @param shareOfRevenue of its own revenue, from 0 to 1
 */
public record AddressableSpend(long centsPerAccount, long centsPerEmployee, double shareOfRevenue) {

  /** Beyond any company: larger figures are mistakes, and sums of a million of them still fit. */
  static final double MOST_CENTS = 1e12;

  /** The spend in hundredths of the plan's currency; an unknown size adds nothing. */
  long cents(Firmographics firmographics) {
    double spend =
        centsPerAccount
            + (double) centsPerEmployee * firmographics.employees().orElse(0)
            + shareOfRevenue * firmographics.annualRevenueCents().orElse(0);
    return Math.round(Math.min(spend, MOST_CENTS));
  }

  /** Whether it rests on a size that is not known of an account. */
  boolean restsOnUnknown(Firmographics firmographics) {
    return (centsPerEmployee > 0 && firmographics.employees().isEmpty())
        || (shareOfRevenue > 0 && firmographics.annualRevenueCents().isEmpty());
  }
}
