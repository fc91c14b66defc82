package bailiwick.core.optimize.start;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.optimize.objective.BalanceExcess;

/**
 * Each unit's part of all there is of each limited measure. A trace is added everywhere, so that
 * units without any amount follow the prices of the land around them, as cells of a power diagram
 * do. Immutable; owns its array.
 */
final class UnitShares {

  /** The part of the whole that is spread evenly over all units. */
  private static final double TRACE = 0.01;

  /**
   * Part of the room from the target to a limit that a deal may use up; the rest is the search's.
   */
  private static final double ROOM = 0.5;

  /** Relative deviation from the target that is always near enough. */
  private static final double CLOSE = 0.02;

  private final double[][] share; // [limited measure][unit] -> part of the whole, above 0
  private final double[][] target; // [limited measure][territory] -> part of the whole wanted
  private final double[][] least; // [limited measure][territory] -> part of the target that will do
  private final double[][] most; // [limited measure][territory] -> part of the target that will do

  UnitShares(DesignProblem problem) {
    int[] limited = BalanceExcess.limitedMeasures(problem);
    int n = problem.unitCount();
    this.share = new double[Math.max(1, limited.length)][n];
    this.target = new double[share.length][problem.territoryCount()];
    this.least = new double[share.length][problem.territoryCount()];
    this.most = new double[share.length][problem.territoryCount()];
    for (int k = 0; k < share.length; k++) {
      int measure = limited.length == 0 ? -1 : limited[k];
      double total = measure < 0 ? 0 : problem.total(measure);
      for (int unit = 0; unit < n; unit++) {
        double amount = total == 0 ? 1.0 / n : problem.amount(measure, unit) / total;
        share[k][unit] = (1 - TRACE) * amount + TRACE / n;
      }
      setTargets(problem, measure, k);
    }
  }

  private void setTargets(DesignProblem problem, int measure, int k) {
    for (int t = 0; t < target[k].length; t++) {
      double total = measure < 0 ? 0 : problem.total(measure);
      double even = 1.0 / problem.territoryCount();
      target[k][t] = total == 0 ? even : Math.max(1e-9, wanted(problem, measure, t) / total);
      double lower = total == 0 ? 0 : problem.lower(measure, t) / total;
      double upper = total == 0 ? 1 : problem.upper(measure, t) / total;
      least[k][t] = Math.min(1 - CLOSE, 1 - ROOM * (1 - lower / target[k][t]));
      most[k][t] = Math.max(1 + CLOSE, 1 + ROOM * (upper / target[k][t] - 1));
    }
  }

  /** The middle of the limits where both bind, else the territory's part by its share. */
  private static double wanted(DesignProblem problem, int measure, int territory) {
    double byShare = problem.target(measure, territory);
    long lower = problem.lower(measure, territory);
    long upper = problem.upper(measure, territory);
    if (lower > 0 && upper < Long.MAX_VALUE) {
      return (lower + upper) / 2.0;
    }
    return Math.min(byShare, (double) upper);
  }

  int measureCount() {
    return share.length;
  }

  double at(int k, int unit) {
    return share[k][unit];
  }

  double target(int k, int territory) {
    return target[k][territory];
  }

  /** How far a part of the whole is outside what will do, as a part of the target; signed. */
  double outside(int k, int territory, double taken) {
    double part = taken / target[k][territory];
    return part > most[k][territory]
        ? part - most[k][territory]
        : Math.min(0, part - least[k][territory]);
  }

  /** A territory's mean target over the limited measures, above 0. */
  double meanTarget(int territory) {
    double sum = 0;
    for (double[] row : target) {
      sum += row[territory];
    }
    return sum / target.length;
  }

  /** A unit's mean part over the limited measures, above 0. */
  double mean(int unit) {
    double sum = 0;
    for (double[] row : share) {
      sum += row[unit];
    }
    return sum / share.length;
  }
}
