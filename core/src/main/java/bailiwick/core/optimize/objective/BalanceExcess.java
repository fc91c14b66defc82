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

  /** Follows a plan. */
  public BalanceExcess(WorkingPlan plan) {
    this.plan = plan;
    this.problem = plan.problem();
    this.limited = limitedMeasures(problem);
    this.mean = new double[limited.length];
    this.excess = new long[limited.length];
    this.leastTolled = LandPull.EMPTY_LAND * problem.territoryCount() / problem.unitCount();
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
      long amount = amount(k, unit);
      sum += amount == 0 ? 0 : step(k, from, -amount) + step(k, to, amount);
    }
    return sum;
  }

  int limitedCount() {
    return limited.length;
  }

  int territoryOf(int unit) {
    return plan.territoryOf(unit);
  }

  /** A unit's amount of a limited measure, fixed-point. */
  long amount(int k, int unit) {
    return problem.amount(limited[k], unit);
  }

  /** A unit's amount of a limited measure for which it pays toll, relative to the mean total. */
  double tolledAmount(int k, int unit) {
    return Math.max(amount(k, unit) / mean[k], leastTolled);
  }

  /** How far a territory is outside its limits of a measure, relative; below 0 for too little. */
  double outside(int k, int territory) {
    long total = plan.total(limited[k], territory);
    double outside = outside(limited[k], territory, total) / mean[k];
    return total < problem.lower(limited[k], territory) ? -outside : outside;
  }

  /** Change of what lies outside the limits when a territory's total changes, relative. */
  double step(int k, int territory, long change) {
    long total = plan.total(limited[k], territory);
    return (outside(limited[k], territory, total + change) - outside(limited[k], territory, total))
        / mean[k];
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
