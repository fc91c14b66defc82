package bailiwick.core.optimize.bound;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.optimize.objective.BalanceExcess;

/**
 * Amounts and limits of the limited measures as parts of the mean total of a territory, and the
 * prices of the limits. A row for each limited measure. The prices of a site are only touched by
 * who works on that site.
 */
final class LimitedAmounts {

  /** How many measures are limited. */
  final int count;

  final int[] measure; // [k] -> number of the measure
  final double[][] of; // [k][unit]
  final double[][] lower; // [k][site]
  final double[][] upper; // [k][site]
  final double[][] price; // [k][site] -> above 0 when the most binds, below 0 when the least does

  LimitedAmounts(CentreOptions options) {
    DesignProblem problem = options.problem();
    this.measure = BalanceExcess.limitedMeasures(problem);
    this.count = measure.length;
    this.of = new double[count][problem.unitCount()];
    this.lower = new double[count][options.siteCount()];
    this.upper = new double[count][options.siteCount()];
    this.price = new double[count][options.siteCount()];
    for (int k = 0; k < count; k++) {
      fill(k, measure[k], options);
    }
  }

  private void fill(int k, int measure, CentreOptions options) {
    DesignProblem problem = options.problem();
    long total = problem.total(measure);
    double mean = Math.max(1, (double) total / problem.territoryCount());
    for (int unit = 0; unit < problem.unitCount(); unit++) {
      of[k][unit] = problem.amount(measure, unit) / mean;
    }
    for (int site = 0; site < options.siteCount(); site++) {
      lower[k][site] = options.lower(measure, site) / mean;
      upper[k][site] = Math.min(options.upper(measure, site), total) / mean;
    }
  }

  /** Whether a site has one limit only, on the most it may hold. */
  boolean areOnlyUpper(int site) {
    return count == 1 && lower[0][site] <= 0;
  }
}
