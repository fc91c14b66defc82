package bailiwick.core.optimize.change;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Today;
import bailiwick.core.optimize.objective.DaysExcess;
import bailiwick.core.optimize.plan.Connectivity;
import bailiwick.core.optimize.plan.WorkingPlan;
import bailiwick.core.unit.UnitGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Takes back what changes hands to no purpose: a unit goes back to whose it is today where that
 * breaks no limit of totals or of days in the field and leaves all land in one piece, those that
 * count most first; or it does so in exchange for one that counts less and is not moved yet. What
 * only figures tell, such as families and budgets, is left to the caller; so is a problem of those
 * territories only that may change. Not thread-safe.
 */
final class TakenBack {

  /** Exchanges that are looked at: about a tenth of a second. */
  private static final long MOST_LOOKS = 1_000_000;

  private final DesignProblem problem;
  private final Today today;
  private final int measure;
  private final WorkingPlan plan;
  private final Optional<DaysExcess> days; // of that plan
  private final Connectivity connectivity;
  private final int[] cheapest; // units that count, those that count least first
  private long looks = MOST_LOOKS; // at exchanges that are left

  private TakenBack(DesignProblem problem, UnitGraph near, int[] plan, int measure) {
    this.problem = problem;
    this.today = problem.today().orElseThrow();
    this.measure = measure;
    this.plan = new WorkingPlan(problem, near, plan);
    this.days = DaysExcess.of(this.plan);
    this.connectivity = new Connectivity(near);
    this.cheapest =
        IntStream.range(0, problem.unitCount())
            .filter(unit -> today.territoryOf(unit) >= 0)
            .boxed()
            .sorted(Comparator.comparingLong(this::count))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /**
   * A plan in which less has changed hands, or the same one.
   *
   * @param plan {@code [unit] -> territory}
   * @param measure number of the measure that counts what changes hands
   */
  static int[] of(DesignProblem problem, UnitGraph near, int[] plan, int measure) {
    return new TakenBack(problem, near, plan, measure).takeBack();
  }

  private int[] takeBack() {
    List<Integer> moved = new ArrayList<>();
    IntStream.range(0, problem.unitCount()).filter(this::isMoved).forEach(moved::add);
    moved.sort(
        Comparator.<Integer>comparingLong(unit -> -count(unit)).thenComparingInt(unit -> unit));
    while (moved.removeIf(this::goesBack) || exchangeOne(moved)) {
      // who went back may have made room, or a way, for others
    }
    return plan.toArray();
  }

  /** Whether a moved unit could go back because a cheaper one takes its place. */
  private boolean exchangeOne(List<Integer> moved) {
    for (int k = 0; k < moved.size(); k++) {
      int unit = moved.get(k);
      for (int i = 0; i < cheapest.length && count(cheapest[i]) < count(unit); i++) {
        if (looks-- <= 0) {
          return false;
        }
        if (takesPlace(cheapest[i], unit)) {
          moved.set(k, cheapest[i]);
          return true;
        }
      }
    }
    return false;
  }

  private boolean takesPlace(int unit, int moved) {
    int owner = plan.territoryOf(unit);
    int to = plan.territoryOf(moved);
    if (owner == to
        || owner != today.territoryOf(unit)
        || plan.size(owner) == 1
        || !problem.mayBelong(unit, to)
        || (problem.contiguous()
            && !(plan.touches(unit, to) && connectivity.canLeave(plan, unit)))) {
      return false;
    }
    move(unit, to);
    if (goesBack(moved)) {
      if (isWithin(owner) && isWithin(to)) {
        return true;
      }
      move(moved, to);
    }
    move(unit, owner);
    return false;
  }

  private void move(int unit, int to) {
    int from = plan.territoryOf(unit);
    plan.move(unit, to);
    days.ifPresent(excess -> excess.moved(unit, from, to));
  }

  private boolean isWithin(int territory) {
    for (int m = 0; m < problem.measures().size(); m++) {
      long total = plan.total(m, territory);
      if (total < problem.lower(m, territory) || total > problem.upper(m, territory)) {
        return false;
      }
    }
    return !days.map(excess -> excess.isOver(territory)).orElse(false);
  }

  private long count(int unit) {
    return problem.amount(measure, unit);
  }

  /** Whether a unit is counted among what changes hands. */
  private boolean isMoved(int unit) {
    int owner = today.territoryOf(unit);
    return owner >= 0 && owner != plan.territoryOf(unit) && count(unit) > 0;
  }

  private boolean goesBack(int unit) {
    boolean goes = mayGoBack(unit);
    if (goes) {
      move(unit, today.territoryOf(unit));
    }
    return goes;
  }

  private boolean mayGoBack(int unit) {
    int now = plan.territoryOf(unit);
    int owner = today.territoryOf(unit);
    return plan.size(now) > 1
        && problem.mayBelong(unit, owner)
        && leavesEnough(unit, now)
        && findsRoom(unit, owner)
        && !days.map(excess -> excess.isOverWith(owner, unit)).orElse(false)
        && (!problem.contiguous()
            || ((plan.size(owner) == 0 || plan.touches(unit, owner))
                && connectivity.canLeave(plan, unit)));
  }

  private boolean leavesEnough(int unit, int territory) {
    for (int m = 0; m < problem.measures().size(); m++) {
      long amount = problem.amount(m, unit);
      if (amount > 0 && plan.total(m, territory) - amount < problem.lower(m, territory)) {
        return false;
      }
    }
    return true;
  }

  private boolean findsRoom(int unit, int territory) {
    for (int m = 0; m < problem.measures().size(); m++) {
      long amount = problem.amount(m, unit);
      if (amount > 0 && plan.total(m, territory) > problem.upper(m, territory) - amount) {
        return false;
      }
    }
    return true;
  }
}
