package bailiwick.core.optimize.change;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Preference;
import bailiwick.core.design.Today;
import bailiwick.core.unit.Measure;

/**
 * What it costs that new territories are given units: nothing where the fullest territory gives
 * them, and up to the amount once more where an empty one would. Beside disruption, which counts
 * every amount once, room is made where there is most of it.
 */
final class RoomFromTheFullest {

  private RoomFromTheFullest() {}

  /**
   * The goal.
   *
   * @param problem the territories that follow, of which new ones are nobody's today
   * @param measure number of the measure that is counted
   */
  static Preference preference(String name, DesignProblem problem, int measure) {
    int p = problem.territoryCount();
    double[] fullness = fullness(problem, measure);
    double fullest = 0;
    for (double one : fullness) {
      fullest = Math.max(fullest, one);
    }
    Today today = problem.today().orElseThrow();
    Measure counted = problem.measures().get(measure);
    double[] cost = new double[problem.unitCount() * p];
    for (int unit = 0; unit < problem.unitCount(); unit++) {
      int donor = today.territoryOf(unit);
      for (int t = 0; t < p; t++) {
        if (donor >= 0 && fullest > 0 && fullness[t] == 0) {
          cost[unit * p + t] =
              counted.toDecimal(problem.amount(measure, unit)) * (1 - fullness[donor] / fullest);
        }
      }
    }
    return Preference.of(name, p, cost);
  }

  /** What each territory holds today of what it should, 0 where it holds nothing. */
  static double[] fullness(DesignProblem problem, int measure) {
    double[] fullness = new double[problem.territoryCount()];
    Today today = problem.today().orElseThrow();
    for (int unit = 0; unit < problem.unitCount(); unit++) {
      int t = today.territoryOf(unit);
      if (t >= 0) {
        fullness[t] += problem.amount(measure, unit) / Math.max(1, problem.target(measure, t));
      }
    }
    return fullness;
  }
}
