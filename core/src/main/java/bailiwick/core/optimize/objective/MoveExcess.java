package bailiwick.core.optimize.objective;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.MoveBudget;
import bailiwick.core.design.Today;
import bailiwick.core.optimize.plan.WorkingPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How far what changes hands of one measure exceeds its budgets, over all territories and for each,
 * relative to the mean total of a territory. Amounts are whole numbers, so that budgets are kept
 * exactly. A move costs O(1). Not thread-safe.
 */
public final class MoveExcess implements Excess {

  private final WorkingPlan plan;
  private final int measure;
  private final Today today;
  private final double mean; // mean total of a territory, at least 1
  private final long mostInAll;
  private final long[] mostLeaving; // [territory]
  private final long[] mostEntering; // [territory]
  private final long[] leaving; // [territory] -> what it loses
  private final long[] entering; // [territory] -> what it gains from others
  private long moved;
  private long excess;

  private MoveExcess(WorkingPlan plan, int measure) {
    DesignProblem problem = plan.problem();
    int p = problem.territoryCount();
    this.plan = plan;
    this.measure = measure;
    this.today = problem.today().orElseThrow();
    this.mean = Math.max(1, (double) problem.total(measure) / p);
    this.mostLeaving = new long[p];
    this.mostEntering = new long[p];
    this.leaving = new long[p];
    this.entering = new long[p];
    Arrays.fill(mostLeaving, Long.MAX_VALUE);
    Arrays.fill(mostEntering, Long.MAX_VALUE);
    long inAll = Long.MAX_VALUE;
    for (MoveBudget budget : problem.budgets()) {
      if (budget.measure() == measure) {
        switch (budget) {
          case MoveBudget.InAll all -> inAll = Math.min(inAll, all.most());
          case MoveBudget.Leaving one ->
              mostLeaving[one.territory()] = Math.min(mostLeaving[one.territory()], one.most());
          case MoveBudget.Entering one ->
              mostEntering[one.territory()] = Math.min(mostEntering[one.territory()], one.most());
        }
      }
    }
    this.mostInAll = inAll;
    refresh();
  }

  /** One for each measure that has budgets. */
  public static List<MoveExcess> of(WorkingPlan plan) {
    List<MoveExcess> all = new ArrayList<>();
    for (int m = 0; m < plan.problem().measures().size(); m++) {
      int measure = m;
      if (plan.problem().budgets().stream().anyMatch(budget -> budget.measure() == measure)) {
        all.add(new MoveExcess(plan, measure));
      }
    }
    return all;
  }

  /** Number of the measure. */
  int measure() {
    return measure;
  }

  /** What a budget of this measure counts, fixed-point. */
  long countedBy(MoveBudget budget) {
    return switch (budget) {
      case MoveBudget.InAll all -> moved;
      case MoveBudget.Leaving one -> leaving[one.territory()];
      case MoveBudget.Entering one -> entering[one.territory()];
    };
  }

  @Override
  public double value() {
    return excess / mean;
  }

  @Override
  public double change(int unit, int to) {
    return step(unit, plan.territoryOf(unit), to) / mean;
  }

  @Override
  public double changeOfSwap(int one, int other) {
    int a = plan.territoryOf(one);
    int b = plan.territoryOf(other);
    long first = step(one, a, b);
    count(one, a, b);
    long second = step(other, b, a);
    count(one, b, a);
    return (first + second) / mean;
  }

  @Override
  public boolean maySwing() {
    return true;
  }

  @Override
  public double reach(int unit, int to) {
    return today.territoryOf(unit) < 0 ? 0 : plan.problem().amount(measure, unit) / mean;
  }

  /** Change of the excess, fixed-point, when a unit moves between two territories. */
  private long step(int unit, int from, int to) {
    int home = today.territoryOf(unit);
    long amount = plan.problem().amount(measure, unit);
    if (home < 0 || amount == 0) {
      return 0;
    }
    if (from == home) {
      return grown(moved, mostInAll, amount)
          + grown(leaving[home], mostLeaving[home], amount)
          + grown(entering[to], mostEntering[to], amount);
    }
    if (to == home) {
      return grown(moved, mostInAll, -amount)
          + grown(leaving[home], mostLeaving[home], -amount)
          + grown(entering[from], mostEntering[from], -amount);
    }
    return grown(entering[from], mostEntering[from], -amount)
        + grown(entering[to], mostEntering[to], amount);
  }

  private static long grown(long now, long most, long by) {
    return over(now + by, most) - over(now, most);
  }

  private static long over(long amount, long most) {
    return Math.max(0, amount - most);
  }

  @Override
  public void moved(int unit, int from, int to) {
    excess += step(unit, from, to);
    count(unit, from, to);
  }

  private void count(int unit, int from, int to) {
    int home = today.territoryOf(unit);
    if (home < 0) {
      return;
    }
    long amount = plan.problem().amount(measure, unit);
    if (from == home) {
      moved += amount;
      leaving[home] += amount;
    } else {
      entering[from] -= amount;
    }
    if (to == home) {
      moved -= amount;
      leaving[home] -= amount;
    } else {
      entering[to] += amount;
    }
  }

  /** Worked out from the plan alone; the amounts kept on the way are not touched. */
  @Override
  public double fromScratch() {
    MoveExcess anew = new MoveExcess(plan, measure);
    return anew.value();
  }

  @Override
  public void refresh() {
    moved = 0;
    Arrays.fill(leaving, 0);
    Arrays.fill(entering, 0);
    for (int unit = 0; unit < today.unitCount(); unit++) {
      int home = today.territoryOf(unit);
      int now = plan.territoryOf(unit);
      if (home >= 0 && now != home) {
        count(unit, home, now);
      }
    }
    excess = over(moved, mostInAll);
    for (int t = 0; t < leaving.length; t++) {
      excess += over(leaving[t], mostLeaving[t]) + over(entering[t], mostEntering[t]);
    }
  }
}
