package bailiwick.core.optimize.proof;

import bailiwick.core.design.Centre;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.optimize.objective.Score;
import bailiwick.core.optimize.objective.UnitCosts;
import java.util.OptionalDouble;

/** How good a plan could be at best, where that is cheap to tell. */
public final class LowerBound {

  private LowerBound() {}

  /**
   * A number that no feasible plan's objective is below; empty when none is known. Known when every
   * territory has a home and the objective measures from it.
   */
  public static OptionalDouble find(DesignProblem problem, UnitCosts costs) {
    boolean allHomes =
        problem.territories().stream().allMatch(spec -> spec.centre() instanceof Centre.Home);
    return allHomes && Score.hasCentres(problem.objective())
        ? OptionalDouble.of(new TransportDual(problem, costs).bound())
        : OptionalDouble.empty();
  }
}
