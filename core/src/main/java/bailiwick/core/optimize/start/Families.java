package bailiwick.core.optimize.start;

import bailiwick.core.design.Companions;
import bailiwick.core.design.DesignProblem;

/** Where the units that belong together start. Stateless. */
final class Families {

  private Families() {}

  /**
   * The territory that has most of a family and may have all of it; -1 when none has any.
   *
   * @param territoryOf {@code [unit] -> territory} or -1
   */
  static int territory(DesignProblem problem, int family, int[] territoryOf) {
    Companions companions = problem.companions();
    int[] count = new int[problem.territoryCount()];
    int best = -1;
    for (int k = 0; k < companions.familySize(family); k++) {
      int unit = companions.member(family, k);
      int t = territoryOf[unit];
      if (t >= 0 && problem.mayBelong(unit, t)) {
        count[t]++;
        best = best < 0 || count[t] > count[best] ? t : best;
      }
    }
    return best;
  }

  /** Puts every family into one territory, whatever lies between its units. */
  static void gather(DesignProblem problem, int[] territoryOf) {
    Companions companions = problem.companions();
    for (int family = 0; family < companions.familyCount(); family++) {
      int territory = territory(problem, family, territoryOf);
      for (int k = 0; k < companions.familySize(family) && territory >= 0; k++) {
        territoryOf[companions.member(family, k)] = territory;
      }
    }
  }
}
