package bailiwick.server.scenario;

import bailiwick.core.account.Worth;
import bailiwick.server.wire.Figures;

/** From fixed-point sums to the figures people read: whole currency units and hours. */
public final class Amounts {

  private static final double HUNDREDTHS = 100.0;

  private Amounts() {}

  /**
   * The figures of sums by measure.
   *
   * @param sums accounts, potential, workload, sales and pipeline, fixed-point
   */
  static Figures figures(long[] sums) {
    return new Figures(
        sums[0],
        sums[1] / HUNDREDTHS,
        sums[2] / HUNDREDTHS,
        sums[3] / HUNDREDTHS,
        sums[4] / HUNDREDTHS);
  }

  /** The figures of a number of accounts and their worth. */
  public static Figures figures(long accounts, Worth worth) {
    return figures(
        new long[] {
          accounts,
          worth.potentialCents(),
          worth.workloadCentihours(),
          worth.salesCents(),
          worth.pipelineCents()
        });
  }

  /** Hundredths as a decimal number. */
  public static double whole(long hundredths) {
    return hundredths / HUNDREDTHS;
  }
}
