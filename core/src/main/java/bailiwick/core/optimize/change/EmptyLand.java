package bailiwick.core.optimize.change;

import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Today;
import bailiwick.core.optimize.plan.Connectivity;
import bailiwick.core.optimize.plan.WorkingPlan;
import bailiwick.core.unit.UnitGraph;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Land on which nothing counts, such as areas without accounts. A search moves it to and fro for
 * nothing, in territories that a change need not touch. It goes back to whose it is today where
 * that leaves all land in one piece; but between two territories that exchange something it stays
 * where it came to lie, for there it makes the new border a smooth one. Not thread-safe.
 */
final class EmptyLand {

  private final DesignProblem problem;
  private final Today today;
  private final WorkingPlan plan;
  private final Connectivity connectivity;
  private final BitSet centres; // units from which territories are measured
  private final BitSet trading; // [one * territories + other] -> whether they exchange something

  private EmptyLand(DesignProblem problem, UnitGraph near, DesignPlan plan) {
    this.problem = problem;
    this.today = problem.today().orElseThrow();
    this.plan = new WorkingPlan(problem, near, plan.alignment().toArray());
    this.connectivity = new Connectivity(near);
    this.centres = new BitSet();
    IntStream.range(0, problem.territoryCount())
        .map(plan::centreOf)
        .filter(site -> site >= 0) // an empty territory has none
        .forEach(centres::set);
    this.trading = new BitSet();
    IntStream.range(0, problem.unitCount())
        .filter(unit -> isMoved(unit) && !isEmpty(unit))
        .forEach(unit -> {
          trading.set(pair(today.territoryOf(unit), this.plan.territoryOf(unit)));
          trading.set(pair(this.plan.territoryOf(unit), today.territoryOf(unit)));
        });
  }

  /**
   * A plan in which such land has gone back, or the same one.
   *
   * @param near which units touch
   * @return {@code [unit] -> territory}
   */
  static int[] goneBack(DesignProblem problem, UnitGraph near, DesignPlan plan) {
    return new EmptyLand(problem, near, plan).goBack();
  }

  private int[] goBack() {
    List<Integer> away = new ArrayList<>();
    IntStream.range(0, problem.unitCount())
        .filter(unit -> isMoved(unit) && isEmpty(unit) && !centres.get(unit))
        .filter(unit -> !trading.get(pair(today.territoryOf(unit), plan.territoryOf(unit))))
        .forEach(away::add);
    while (away.removeIf(this::goesBack)) {
      // what went back may touch, or give way to, what could not
    }
    return plan.toArray();
  }

  private boolean goesBack(int unit) {
    int owner = today.territoryOf(unit);
    boolean goes =
        plan.size(plan.territoryOf(unit)) > 1
            && problem.mayBelong(unit, owner)
            && (!problem.contiguous()
                || ((plan.size(owner) == 0 || plan.touches(unit, owner))
                    && connectivity.canLeave(plan, unit)));
    if (goes) {
      plan.move(unit, owner);
    }
    return goes;
  }

  private boolean isMoved(int unit) {
    int owner = today.territoryOf(unit);
    return owner >= 0 && owner != plan.territoryOf(unit);
  }

  private boolean isEmpty(int unit) {
    return IntStream.range(0, problem.measures().size())
        .allMatch(m -> problem.amount(m, unit) == 0);
  }

  private int pair(int one, int other) {
    return one * problem.territoryCount() + other;
  }
}
