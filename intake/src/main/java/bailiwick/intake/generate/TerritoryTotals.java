package bailiwick.intake.generate;

import java.util.Arrays;

/** What each territory has added up to so far. Not thread-safe. */
final class TerritoryTotals {

  private final long[] accounts; // [territory number]
  private final long[] potentialCents; // [territory number]
  private final long[] salesCents; // [territory number]

  TerritoryTotals(int territories) {
    this.accounts = new long[territories];
    this.potentialCents = new long[territories];
    this.salesCents = new long[territories];
  }

  void add(int territory, long potential, long sales) {
    accounts[territory]++;
    potentialCents[territory] += potential;
    salesCents[territory] += sales;
  }

  long accounts(int territory) {
    return accounts[territory];
  }

  long potentialCents(int territory) {
    return potentialCents[territory];
  }

  long salesCents(int territory) {
    return salesCents[territory];
  }

  /** Sales of a territory, on average, in hundredths. */
  long meanSalesCents() {
    return Arrays.stream(salesCents).sum() / salesCents.length;
  }
}
