package bailiwick.core.measure;

import java.util.Arrays;

/** How even the totals of territories are. */
public final class Balance {

  private Balance() {}

  /**
   * Returns the largest relative deviation from the mean.
   *
   * @param totals {@code totals[territory]}, at least one, each 0 or more
   * @return a ratio, 0 or more; 0 when every total is 0
   * @throws IllegalArgumentException when {@code totals} is empty
   */
  public static double largestDeviation(long[] totals) {
    double[] shares = new double[totals.length];
    Arrays.fill(shares, 1);
    return largestDeviation(totals, shares);
  }

  /**
   * Returns the largest relative deviation from the targets that the shares set.
   *
   * @param totals {@code totals[territory]}, at least one, each 0 or more
   * @param shares {@code shares[territory]}, each above 0
   * @return a ratio, 0 or more; 0 when every total is 0
   * @throws IllegalArgumentException when {@code totals} is empty or the lengths differ
   */
  public static double largestDeviation(long[] totals, double[] shares) {
    double largest = 0;
    double[] deviations = deviations(totals, shares);
    for (double deviation : deviations) {
      largest = Math.max(largest, Math.abs(deviation));
    }
    return largest;
  }

  /**
   * Returns each territory's relative deviation from its target: total / target − 1.
   *
   * @param totals {@code totals[territory]}, at least one, each 0 or more
   * @param shares {@code shares[territory]}, each above 0
   * @return {@code [territory]}, -1 or more; all 0 when every total is 0
   * @throws IllegalArgumentException when {@code totals} is empty or the lengths differ
   */
  public static double[] deviations(long[] totals, double[] shares) {
    if (totals.length == 0 || totals.length != shares.length) {
      throw new IllegalArgumentException(
          "The totals (%s) must be at least one and as many as the shares (%s)."
              .formatted(totals.length, shares.length));
    }
    double sum = Arrays.stream(totals).sum();
    double shareSum = Arrays.stream(shares).sum();
    double[] deviations = new double[totals.length];
    if (sum > 0) {
      for (int t = 0; t < totals.length; t++) {
        deviations[t] = totals[t] / (sum * (shares[t] / shareSum)) - 1;
      }
    }
    return deviations;
  }
}
