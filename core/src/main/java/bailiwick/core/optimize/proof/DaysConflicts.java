package bailiwick.core.optimize.proof;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.FieldDays;
import bailiwick.core.design.FieldWork;
import bailiwick.core.design.Infeasibility;
import java.util.List;

/**
 * Finds days in the field that cannot be enough: of all territories together when every unit goes
 * where it takes the fewest, of any one territory for a single unit, and of one for what is locked
 * to it. O(units × territories).
 */
final class DaysConflicts {

  /** Sums of doubles may lie so much above what they should be. */
  private static final double ROUNDING = 1e-9;

  /** Units that are told at most. */
  private static final int TOLD = 20;

  private final DesignProblem problem;
  private final FieldDays days;
  private final long[] locked; // [territory] -> days of what is locked to it
  private double least; // days that all units take at least

  DaysConflicts(DesignProblem problem, FieldDays days) {
    this.problem = problem;
    this.days = days;
    this.locked = new long[problem.territoryCount()];
  }

  /** Adds what no plan can keep. */
  void find(List<Infeasibility> found) {
    int told = 0;
    for (int unit = 0; unit < problem.unitCount(); unit++) {
      if (problem.lockedTo(unit) >= 0) {
        locked[problem.lockedTo(unit)] += days.at(unit, problem.lockedTo(unit));
      }
      if (!fitsSomewhere(unit) && told++ < TOLD) {
        found.add(tooLong(unit));
      }
    }
    for (int t = 0; t < locked.length; t++) {
      if (locked[t] > days.most(t)) {
        found.add(
            new Infeasibility.LocksTakeTooLong(
                problem.territories().get(t).code(), decimal(locked[t]), decimal(days.most(t))));
      }
    }
    if (least > days.mostInAll() * (1 + ROUNDING)) {
      found.add(
          new Infeasibility.TooFewDays(
              least, days.mostInAll(), days.work().terms().days().orElseThrow()));
    }
  }

  /** Whether a territory has days enough; who may belong to none is told of elsewhere. */
  private boolean fitsSomewhere(int unit) {
    long fewest = Long.MAX_VALUE;
    boolean fits = false;
    for (int t = 0; t < locked.length; t++) {
      if (problem.mayBelong(unit, t)) {
        long taken = days.at(unit, t);
        fewest = Math.min(fewest, taken);
        fits |= taken <= days.most(t);
      }
    }
    least += fewest == Long.MAX_VALUE ? 0 : decimal(fewest);
    return fits || fewest == Long.MAX_VALUE;
  }

  private Infeasibility tooLong(int unit) {
    int best = -1;
    for (int t = 0; t < locked.length; t++) {
      if (problem.mayBelong(unit, t) && (best < 0 || part(unit, t) < part(unit, best))) {
        best = t;
      }
    }
    return new Infeasibility.UnitTakesTooLong(
        problem.units().id(unit),
        problem.territories().get(best).code(),
        decimal(days.at(unit, best)),
        decimal(days.most(best)));
  }

  private double part(int unit, int territory) {
    return (double) days.at(unit, territory) / Math.max(1, days.most(territory));
  }

  private static double decimal(long fixed) {
    return FieldWork.DAYS.toDecimal(fixed);
  }
}
