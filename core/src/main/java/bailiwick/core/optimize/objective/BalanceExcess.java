package bailiwick.core.optimize.objective;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.optimize.plan.WorkingPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * How far totals lie outside their limits: the sum over territories and measures of the excess,
 * relative to the measure's mean total. Amounts are whole numbers, so 0 means exactly that every
 * limit is kept. Not thread-safe.
 */
public final class BalanceExcess implements CostPart {

  private final WorkingPlan plan;
  private final DesignProblem problem;
  private final int[] limited; // numbers of the measures that have limits
  private final double[] mean; // [position in limited] -> mean total of a territory, at least 1
  private final long[] excess; // [position in limited] -> sum of fixed-point excesses
  private final double leastTolled; // amount for which a unit pays toll at least
  private final double[][] toll; // [position in limited][territory] -> price of one mean total

  /** Follows a plan. */
  public BalanceExcess(WorkingPlan plan) {
    this.plan = plan;
    this.problem = plan.problem();
    this.limited = limitedMeasures(problem);
    this.mean = new double[limited.length];
    this.excess = new long[limited.length];
    this.leastTolled = LandPull.EMPTY_LAND * problem.territoryCount() / problem.unitCount();
    this.toll = new double[limited.length][problem.territoryCount()];
    for (int k = 0; k < limited.length; k++) {
      mean[k] = Math.max(1, (double) problem.total(limited[k]) / problem.territoryCount());
    }
    refresh();
  }

  /** Numbers of the measures with a limit on any territory, ascending. */
  public static int[] limitedMeasures(DesignProblem problem) {
    List<Integer> limited = new ArrayList<>();
    for (int m = 0; m < problem.measures().size(); m++) {
      for (int t = 0; t < problem.territoryCount(); t++) {
        if (problem.lower(m, t) > 0 || problem.upper(m, t) < Long.MAX_VALUE) {
          limited.add(m);
          break;
        }
      }
    }
    return limited.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Whether every limit is kept. */
  public boolean isNone() {
    for (long sum : excess) {
      if (sum > 0) {
        return false;
      }
    }
    return true;
  }

  /** A unit's largest amount relative to the mean total, over the limited measures. */
  public double relativeAmount(int unit) {
    double largest = 0;
    for (int k = 0; k < limited.length; k++) {
      largest = Math.max(largest, problem.amount(limited[k], unit) / mean[k]);
    }
    return largest;
  }

  @Override
  public double value() {
    double sum = 0;
    for (int k = 0; k < limited.length; k++) {
      sum += excess[k] / mean[k];
    }
    return sum;
  }

  @Override
  public double change(int unit, int to) {
    int from = plan.territoryOf(unit);
    double sum = 0;
    for (int k = 0; k < limited.length; k++) {
      int m = limited[k];
      long amount = problem.amount(m, unit);
      if (amount != 0) {
        long totalFrom = plan.total(m, from);
        long totalTo = plan.total(m, to);
        sum +=
            (outside(m, from, totalFrom - amount)
                    - outside(m, from, totalFrom)
                    + outside(m, to, totalTo + amount)
                    - outside(m, to, totalTo))
                / mean[k];
      }
    }
    return sum;
  }

  /**
   * Change of the tolls paid when a unit moves. Tolls steer amounts through territories that are
   * themselves within limits, which the excess alone cannot. Units that bring next to nothing pay
   * as a tenth of an average unit, so that borders can also cross empty land to reach amounts
   * behind.
   */
  public double tollChange(int unit, int to) {
    int from = plan.territoryOf(unit);
    double sum = 0;
    for (int k = 0; k < limited.length; k++) {
      double amount = Math.max(problem.amount(limited[k], unit) / mean[k], leastTolled);
      sum += amount * (toll[k][to] - toll[k][from]);
    }
    return sum;
  }

  /**
   * Sets the tolls to start from.
   *
   * @param tolls {@code tolls[position among the limited measures][territory]}, for one mean total
   */
  public void setTolls(double[][] tolls) {
    for (int k = 0; k < toll.length; k++) {
      System.arraycopy(tolls[k], 0, toll[k], 0, toll[k].length);
    }
  }

  /**
   * Raises a territory's tolls where it is above its limits, lowers those where it is below, and
   * lets the others fade.
   *
   * @param step change of the toll at an excess of one mean total
   * @param most largest change of a toll at once
   * @param fading factor of the tolls where limits are kept, at most 1
   */
  public void adaptTolls(int territory, double step, double most, double fading) {
    for (int k = 0; k < limited.length; k++) {
      int m = limited[k];
      long total = plan.total(m, territory);
      long outside = outside(m, territory, total);
      if (outside == 0) {
        toll[k][territory] *= fading;
      } else {
        double change = Math.min(most, step * outside / mean[k]);
        toll[k][territory] += total < problem.lower(m, territory) ? -change : change;
      }
    }
  }

  /** Change when two units of different territories trade places. */
  public double changeOfSwap(int one, int other) {
    int a = plan.territoryOf(one);
    int b = plan.territoryOf(other);
    double sum = 0;
    for (int k = 0; k < limited.length; k++) {
      int m = limited[k];
      long net = problem.amount(m, other) - problem.amount(m, one);
      if (net != 0) {
        long totalA = plan.total(m, a);
        long totalB = plan.total(m, b);
        sum +=
            (outside(m, a, totalA + net)
                    - outside(m, a, totalA)
                    + outside(m, b, totalB - net)
                    - outside(m, b, totalB))
                / mean[k];
      }
    }
    return sum;
  }

  @Override
  public void moved(int unit, int from, int to) {
    for (int k = 0; k < limited.length; k++) {
      int m = limited[k];
      long amount = problem.amount(m, unit);
      if (amount != 0) {
        long nowFrom = plan.total(m, from);
        long nowTo = plan.total(m, to);
        excess[k] +=
            outside(m, from, nowFrom)
                - outside(m, from, nowFrom + amount)
                + outside(m, to, nowTo)
                - outside(m, to, nowTo - amount);
      }
    }
  }

  /** How far a total lies outside a territory's limits, fixed-point. */
  private long outside(int measure, int territory, long total) {
    long below = problem.lower(measure, territory) - total;
    return below > 0 ? below : Math.max(0, total - problem.upper(measure, territory));
  }

  @Override
  public double fromScratch() {
    double sum = 0;
    for (int k = 0; k < limited.length; k++) {
      sum += excessFromScratch(limited[k]) / mean[k];
    }
    return sum;
  }

  private long excessFromScratch(int measure) {
    long sum = 0;
    for (int t = 0; t < problem.territoryCount(); t++) {
      sum += outside(measure, t, plan.total(measure, t));
    }
    return sum;
  }

  @Override
  public void refresh() {
    for (int k = 0; k < limited.length; k++) {
      excess[k] = excessFromScratch(limited[k]);
    }
  }
}
