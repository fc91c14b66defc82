package bailiwick.core.optimize.proof;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Infeasibility;
import bailiwick.core.design.MoveBudget;
import bailiwick.core.design.Today;
import bailiwick.core.unit.Measure;
import java.util.List;

/**
 * Finds budgets that are smaller than what has to change hands: units that may not stay where they
 * are today, and what territories hold above or below their limits today.
 */
final class BudgetConflicts {

  private final DesignProblem problem;
  private final Today today;
  private final MoveBudget budget;
  private final int measure;
  private final long[] totals; // [territory] -> what it holds today
  private final long[] forced; // [territory] -> what may not stay there
  private long nobodys;

  private BudgetConflicts(DesignProblem problem, MoveBudget budget) {
    this.problem = problem;
    this.today = problem.today().orElseThrow();
    this.budget = budget;
    this.measure = budget.measure();
    this.totals = new long[problem.territoryCount()];
    this.forced = new long[problem.territoryCount()];
    for (int unit = 0; unit < problem.unitCount(); unit++) {
      int home = today.territoryOf(unit);
      long amount = problem.amount(measure, unit);
      if (home < 0) {
        nobodys += amount;
      } else {
        totals[home] += amount;
        forced[home] += problem.mayBelong(unit, home) ? 0 : amount;
      }
    }
  }

  /** Adds the budgets that no plan can keep. */
  static void find(DesignProblem problem, List<Infeasibility> found) {
    for (MoveBudget budget : problem.budgets()) {
      long least = new BudgetConflicts(problem, budget).least();
      if (least > budget.most()) {
        Measure measure = problem.measures().get(budget.measure());
        found.add(
            new Infeasibility.BudgetTooSmall(
                measure.name(), measure.toDecimal(least), measure.toDecimal(budget.most())));
      }
    }
  }

  /** What the budget counts at least in any plan that keeps the other rules. */
  private long least() {
    return switch (budget) {
      case MoveBudget.InAll all -> leastInAll();
      case MoveBudget.Leaving leaving -> mustLeave(leaving.territory());
      case MoveBudget.Entering entering -> mustEnter(entering.territory());
    };
  }

  /** All that leaves one territory enters another one, so that the larger of both sums counts. */
  private long leastInAll() {
    long leave = 0;
    long lacking = 0;
    for (int t = 0; t < totals.length; t++) {
      leave += mustLeave(t);
      lacking += Math.max(0, problem.lower(measure, t) - totals[t]);
    }
    return Math.max(leave, lacking - nobodys);
  }

  private long mustLeave(int territory) {
    return Math.max(forced[territory], totals[territory] - problem.upper(measure, territory));
  }

  private long mustEnter(int territory) {
    return Math.max(0, problem.lower(measure, territory) - totals[territory] - nobodys);
  }
}
