package bailiwick.core.optimize;

import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProblemBuilder;
import bailiwick.core.design.Objective;
import bailiwick.core.design.TerritorySpec;
import bailiwick.core.design.Today;
import bailiwick.core.fixture.Worlds;
import bailiwick.core.unit.Measure;
import java.util.SplittableRandom;

/** Random small problems of every kind, for properties of the search. */
public final class RandomWorlds {

  private RandomWorlds() {}

  /**
   * A problem on a grid.
   *
   * @param territories how many
   * @param kind of objective, 0 … 4
   */
  public static DesignProblem onGrid(
      SplittableRandom random, Worlds.Grid world, int territories, int kind) {
    DesignProblemBuilder builder =
        DesignProblem.builder(world.units(), world.distances())
            .measure(Measure.ACCOUNTS, random.longs(world.unitCount(), 0, 10).toArray())
            .measure(Measure.WORKLOAD, random.longs(world.unitCount(), 1, 400).toArray())
            .contiguous(world.graph())
            .rule(new BalanceRule.Tolerance(1, 0.5))
            .objective(objective(kind));
    if (kind == 4) {
      int[] homes = random.ints(0, world.unitCount()).distinct().limit(territories).toArray();
      for (int t = 0; t < territories; t++) {
        builder.territory(TerritorySpec.withHome("H" + t, homes[t]));
      }
      builder.today(Today.of(random.ints(world.unitCount(), -1, territories).toArray(), 1, 0.01));
    } else {
      builder.freeTerritories(territories);
    }
    return builder.build();
  }

  private static Objective objective(int kind) {
    return switch (kind) {
      case 0 -> Objective.SumOfDistances.DEFAULT;
      case 1 -> Objective.CutEdges.DEFAULT;
      case 2 -> Objective.MaxDiameter.DEFAULT;
      default -> new Objective.MomentOfInertia("momentOfInertia", 1, 0.5, 2);
    };
  }
}
