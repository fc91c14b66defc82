package bailiwick.core.optimize.proof;

import bailiwick.core.design.Companions;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Infeasibility;
import bailiwick.core.measure.Contiguity;
import bailiwick.core.unit.UnitId;
import java.util.List;
import java.util.stream.IntStream;

/** Finds families that no territory can hold, and units that cannot be as far apart as asked. */
final class CompanionConflicts {

  private final DesignProblem problem;
  private final Companions companions;
  private final List<Infeasibility> found;

  private CompanionConflicts(DesignProblem problem, List<Infeasibility> found) {
    this.problem = problem;
    this.companions = problem.companions();
    this.found = found;
  }

  /** Adds the conflicts of families and of units that must be apart. */
  static void find(DesignProblem problem, int[] limited, List<Infeasibility> found) {
    CompanionConflicts conflicts = new CompanionConflicts(problem, found);
    for (int family = 0; family < conflicts.companions.familyCount(); family++) {
      if (conflicts.isWhole(family)) {
        for (int measure : limited) {
          conflicts.findTooLarge(family, measure);
        }
        if (problem.contiguous()) {
          conflicts.findApartOnLand(family);
        }
      }
    }
    for (int group = 0; group < conflicts.companions.apartCount(); group++) {
      conflicts.findTooClose(group);
    }
  }

  private UnitId id(int unit) {
    return problem.units().id(unit);
  }

  /** Whether locks leave a family together; if not, that is told. */
  private boolean isWhole(int family) {
    int first = companions.member(family, 0);
    for (int k = 1; k < companions.familySize(family); k++) {
      int other = companions.member(family, k);
      if (problem.lockedTo(first) != problem.lockedTo(other)) {
        found.add(new Infeasibility.FamilyTorn(id(first), id(other)));
        return false;
      }
    }
    return true;
  }

  private void findTooLarge(int family, int measure) {
    long amount = 0;
    for (int k = 0; k < companions.familySize(family); k++) {
      amount += problem.amount(measure, companions.member(family, k));
    }
    int first = companions.member(family, 0);
    long most =
        IntStream.range(0, problem.territoryCount())
            .filter(t -> problem.mayBelong(first, t))
            .mapToLong(t -> problem.upper(measure, t))
            .max()
            .orElse(Long.MAX_VALUE);
    if (amount > most) {
      found.add(
          new Infeasibility.FamilyTooLarge(
              id(first),
              companions.familySize(family),
              problem.measures().get(measure).name(),
              100.0 * amount / Math.max(1, most)));
    }
  }

  /** A family must be connected by units that may share one of its territories. */
  private void findApartOnLand(int family) {
    int first = companions.member(family, 0);
    int other = -1;
    for (int t = 0; t < problem.territoryCount(); t++) {
      if (problem.mayBelong(first, t)) {
        other = cutOffIn(family, t);
        if (other < 0) {
          return;
        }
        if (!problem.hasEligibility() && problem.lockedTo(first) < 0 && !isAnyLocked()) {
          break; // all territories are open to the same units
        }
      }
    }
    if (other >= 0) {
      found.add(new Infeasibility.FamilyApart(id(first), id(other)));
    }
  }

  private boolean isAnyLocked() {
    return IntStream.range(0, problem.unitCount()).anyMatch(unit -> problem.lockedTo(unit) >= 0);
  }

  /** A member that units open to the territory do not connect to the first; -1 when all are. */
  private int cutOffIn(int family, int territory) {
    int[] open = new int[problem.unitCount()];
    for (int unit = 0; unit < open.length; unit++) {
      open[unit] = problem.mayBelong(unit, territory) ? 0 : -1;
    }
    int[] pieceOf = Contiguity.pieceOf(problem.graph().orElseThrow(), open);
    for (int k = 1; k < companions.familySize(family); k++) {
      if (pieceOf[companions.member(family, k)] != pieceOf[companions.member(family, 0)]) {
        return companions.member(family, k);
      }
    }
    return -1;
  }

  private void findTooClose(int group) {
    for (int k = 0; k < companions.apartSize(group); k++) {
      for (int i = 0; i < k; i++) {
        int one = companions.apartUnit(group, i);
        int other = companions.apartUnit(group, k);
        boolean family =
            companions.familyOf(one) >= 0 && companions.familyOf(one) == companions.familyOf(other);
        boolean locked =
            problem.lockedTo(one) >= 0 && problem.lockedTo(one) == problem.lockedTo(other);
        if (family || locked) {
          found.add(new Infeasibility.ApartAndTogether(id(one), id(other)));
          return;
        }
      }
    }
    int open =
        (int)
            IntStream.range(0, problem.territoryCount())
                .filter(t ->
                    IntStream.range(0, companions.apartSize(group))
                        .anyMatch(k -> problem.mayBelong(companions.apartUnit(group, k), t)))
                .count();
    if (companions.apartSize(group) > open) {
      found.add(
          new Infeasibility.TooManyApart(
              id(companions.apartUnit(group, 0)), companions.apartSize(group), open));
    }
  }
}
