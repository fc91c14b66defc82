package bailiwick.core.optimize.proof;

import bailiwick.core.alignment.Alignment;
import bailiwick.core.design.Centre;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Today;
import bailiwick.core.optimize.objective.BalanceExcess;
import bailiwick.core.optimize.objective.DisruptionCost;
import bailiwick.core.optimize.objective.UnitCosts;
import java.util.Arrays;

/**
 * Lower bound for fixed centres: the limits are priced into the objective, after which each unit
 * may choose for itself. Any prices give a valid bound; steps along the subgradient look for good
 * ones. Contiguity and the wholeness of units are left out, so the bound is at most the optimum of
 * the transport problem. Cost: O(units × territories) for each step.
 *
 * <p>Source: M. L. Fisher, *The Lagrangian relaxation method for solving integer programming
 * problems*, Management Science 1981; step sizes after B. T. Polyak with a target that tightens as
 * progress stops.
 */
final class TransportDual {

  private static final int STEPS = 600;

  /** Steps without a better bound after which the step is halved. */
  private static final int PATIENCE = 12;

  private final DesignProblem problem;
  private final int[] limited;
  private final double[][] cost; // [territory][unit] -> cost, infinite where locks forbid it
  private final double[][] amount; // [limited measure][unit] -> part of the mean total
  private final double[][] lower; // [limited measure][territory] -> part of the mean total
  private final double[][] upper; // [limited measure][territory] -> part of the mean total
  private final double[][] price; // [limited measure][territory]
  private final double[][] slope; // [limited measure][territory]

  TransportDual(DesignProblem problem, UnitCosts costs) {
    this.problem = problem;
    this.limited = BalanceExcess.limitedMeasures(problem);
    int p = problem.territoryCount();
    this.cost = costs(problem, costs);
    this.amount = new double[limited.length][problem.unitCount()];
    this.lower = new double[limited.length][p];
    this.upper = new double[limited.length][p];
    this.price = new double[limited.length][p];
    this.slope = new double[limited.length][p];
    for (int k = 0; k < limited.length; k++) {
      double mean = Math.max(1, (double) problem.total(limited[k]) / p);
      for (int unit = 0; unit < problem.unitCount(); unit++) {
        amount[k][unit] = problem.amount(limited[k], unit) / mean;
      }
      for (int t = 0; t < p; t++) {
        lower[k][t] = problem.lower(limited[k], t) / mean;
        long most = Math.min(problem.upper(limited[k], t), problem.total(limited[k]));
        upper[k][t] = most / mean;
      }
    }
  }

  private static double[][] costs(DesignProblem problem, UnitCosts costs) {
    double[][] cost = new double[problem.territoryCount()][problem.unitCount()];
    Today today = problem.today().orElseGet(() -> nobodys(problem));
    double[] disruption =
        problem.today().isEmpty()
            ? new double[problem.unitCount()]
            : DisruptionCost.costs(problem, today);
    for (int t = 0; t < cost.length; t++) {
      int home = ((Centre.Home) problem.territories().get(t).centre()).site();
      for (int unit = 0; unit < disruption.length; unit++) {
        int locked = problem.lockedTo(unit);
        double moving = today.territoryOf(unit) == t ? 0 : disruption[unit];
        cost[t][unit] =
            locked >= 0 && locked != t ? Double.POSITIVE_INFINITY : costs.at(unit, home) + moving;
      }
    }
    return cost;
  }

  private static Today nobodys(DesignProblem problem) {
    int[] territoryOf = new int[problem.unitCount()];
    Arrays.fill(territoryOf, Alignment.UNASSIGNED);
    return Today.of(territoryOf, 0, 0);
  }

  /** The best bound found. */
  double bound() {
    double best = valueAndSlope();
    double step = 0.05;
    int waited = 0;
    double[][] bestPrice = copy(price);
    for (int k = 0; k < STEPS && limited.length > 0 && step > 1e-7; k++) {
      double norm = 0;
      for (double[] row : slope) {
        for (double s : row) {
          norm += s * s;
        }
      }
      if (norm == 0) {
        break;
      }
      moveAlongSlope(step * Math.max(Math.abs(best), 1e-9) / norm);
      double value = valueAndSlope();
      if (value > best) {
        best = value;
        bestPrice = copy(price);
        waited = 0;
      } else if (++waited > PATIENCE) {
        waited = 0;
        step *= 0.6;
        restore(bestPrice);
        valueAndSlope();
      }
    }
    return best;
  }

  private static double[][] copy(double[][] rows) {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }

  private void restore(double[][] rows) {
    for (int k = 0; k < rows.length; k++) {
      price[k] = rows[k].clone();
    }
  }

  private void moveAlongSlope(double step) {
    for (int k = 0; k < price.length; k++) {
      for (int t = 0; t < price[k].length; t++) {
        price[k][t] += step * slope[k][t];
      }
    }
  }

  /**
   * The bound at the present prices: each unit pays cost minus price at the territory that suits
   * it, and each territory is paid its price times the limit that suits the bound.
   */
  private double valueAndSlope() {
    double value = 0;
    for (int k = 0; k < price.length; k++) {
      for (int t = 0; t < price[k].length; t++) {
        double limit = price[k][t] > 0 ? lower[k][t] : upper[k][t];
        value += price[k][t] * limit;
        slope[k][t] = limit;
      }
    }
    for (int unit = 0; unit < problem.unitCount(); unit++) {
      int best = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int t = 0; t < cost.length; t++) {
        double seen = cost[t][unit];
        for (int k = 0; k < price.length; k++) {
          seen -= price[k][t] * amount[k][unit];
        }
        if (seen < least) {
          least = seen;
          best = t;
        }
      }
      value += least;
      for (int k = 0; k < price.length; k++) {
        slope[k][best] -= amount[k][unit];
      }
    }
    return value;
  }
}
