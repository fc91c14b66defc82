package bailiwick.store.company;

import java.time.ZoneId;

/**
 * The one company of an installation.
 *
 * @param zone business dates are days in this zone
 * @param currency ISO 4217 code
 * @param fiscalYearStartMonth 1 to 12
 * @param approvalNeeded whether only approved scenarios are published
 * @param version counts the changes, for optimistic locking; 0 for one not saved yet
 */
public record Company(
    String name,
    ZoneId zone,
    String currency,
    int fiscalYearStartMonth,
    boolean approvalNeeded,
    long version) {

  public Company {
    if (fiscalYearStartMonth < 1 || fiscalYearStartMonth > 12) {
      throw new IllegalArgumentException(
          "The first month of the fiscal year (%s) must lie from 1 to 12."
              .formatted(fiscalYearStartMonth));
    }
  }

  /** A company that publishes what its planners say. */
  public Company(
      String name, ZoneId zone, String currency, int fiscalYearStartMonth, long version) {
    this(name, zone, currency, fiscalYearStartMonth, false, version);
  }
}
