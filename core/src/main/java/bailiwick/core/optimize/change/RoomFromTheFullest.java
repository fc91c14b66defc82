package bailiwick.core.optimize.change;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Preference;
import bailiwick.core.design.Succession;
import bailiwick.core.design.Today;
import bailiwick.core.unit.Measure;
import java.util.Arrays;

/**
 * What it costs that new territories are given units: nothing where the fullest territory gives
 * them, and up to the amount where an empty one would. Among plans that move as little, room is
 * made where there is most of it.
 */
final class RoomFromTheFullest {

  private RoomFromTheFullest() {}

  /**
   * The goal.
   *
   * @param problem of the territories that follow
   * @param succession which of them are new
   * @param measure number of the measure that is counted
   */
  static Preference preference(
      String name, DesignProblem problem, Succession succession, int measure) {
    double[] fullness = fullness(problem, measure);
    double fullest = Arrays.stream(fullness).max().orElse(0);
    Today today = problem.today().orElseThrow();
    Measure counted = problem.measures().get(measure);
    Preference.Builder room =
        Preference.builder(name, problem.unitCount(), 1); // all new ones alike
    for (int unit = 0; unit < problem.unitCount() && fullest > 0; unit++) {
      int donor = today.territoryOf(unit);
      if (donor >= 0) {
        double amount = counted.toDecimal(problem.amount(measure, unit));
        room.cost(unit, 0, amount * (1 - fullness[donor] / fullest));
      }
    }
    int[] costsOf = new int[problem.territoryCount()];
    Arrays.setAll(costsOf, t -> succession.originOf(t) == Succession.NONE ? 0 : Succession.NONE);
    return room.build().withTerritories(costsOf);
  }

  /** What each territory holds today of what it should, 0 where it holds nothing. */
  private static double[] fullness(DesignProblem problem, int measure) {
    long[] held = problem.totals(problem.today().orElseThrow().toArray())[measure];
    double[] fullness = new double[held.length];
    Arrays.setAll(fullness, t -> held[t] / Math.max(1, problem.target(measure, t)));
    return fullness;
  }
}
