package bailiwick.core.measure;

import java.util.Arrays;

/** A figure with the average at 100: a potential index of 120 is 20 % above average. */
public final class Index {

  /** The average territory. */
  public static final double AVERAGE = 100;

  private Index() {}

  /**
   * Returns each territory's total as an index of the mean.
   *
   * @param totals {@code totals[territory]}, each 0 or more
   * @return {@code [territory]}, 0 or more; all 100 when every total is 0
   */
  public static double[] of(long[] totals) {
    double mean = (double) Arrays.stream(totals).sum() / totals.length;
    double[] index = new double[totals.length];
    for (int t = 0; t < totals.length; t++) {
      index[t] = mean == 0 ? AVERAGE : AVERAGE * totals[t] / mean;
    }
    return index;
  }

  /**
   * Returns each territory's total as an index of its target by share.
   *
   * @param totals {@code totals[territory]}, at least one, each 0 or more
   * @param shares {@code shares[territory]}, each above 0
   * @return {@code [territory]}, 0 or more; all 100 when every total is 0
   */
  public static double[] of(long[] totals, double[] shares) {
    double[] index = Balance.deviations(totals, shares);
    for (int t = 0; t < index.length; t++) {
      index[t] = AVERAGE * (1 + index[t]);
    }
    return index;
  }
}
