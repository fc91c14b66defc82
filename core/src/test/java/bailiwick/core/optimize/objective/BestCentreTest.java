package bailiwick.core.optimize.objective;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Distances;
import bailiwick.core.design.GreatCircleDistances;
import bailiwick.core.design.Objective;
import bailiwick.core.design.PlanarDistances;
import bailiwick.core.optimize.plan.WorkingPlan;
import bailiwick.core.unit.LonLat;
import bailiwick.core.unit.Measure;
import bailiwick.core.unit.UnitGraph;
import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitNumbering;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BestCentreTest {

  private static final int UNITS = 150; // more than are looked through one by one

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void no_member_is_cheaper_than_the_exact_centre(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] x = random.doubles(UNITS, 0, 100).toArray();
    double[] y = random.doubles(UNITS, 0, 60).toArray();
    for (Distances distances :
        List.of(
            PlanarDistances.of(x, y),
            PlanarDistances.of(x, y, 1, PlanarDistances.Rounding.FLOOR),
            GreatCircleDistances.of(
                IntStream.range(0, UNITS).mapToObj(k -> new LonLat(x[k], y[k])).toList()))) {
      for (Objective objective :
          List.of(Objective.MomentOfInertia.of(0), Objective.SumOfDistances.DEFAULT)) {
        requireBest(problem(distances, objective, random));
      }
    }
  }

  private static void requireBest(DesignProblem problem) {
    UnitCosts costs = UnitCosts.of(problem);
    UnitGraph none = UnitGraph.of(UNITS, new int[0], new int[0]);
    WorkingPlan plan = new WorkingPlan(problem, none, new int[UNITS]);
    BestCentre best = new BestCentre(problem, costs);
    int without = 7;

    int centre = best.exact(plan, 0, 0, without);

    double[] cost =
        IntStream.range(0, UNITS)
            .mapToDouble(site -> best.cost(plan, 0, site, without, Double.POSITIVE_INFINITY))
            .toArray();
    assertThat(best.foundCost()).isEqualTo(cost[centre]);
    assertThat(IntStream.range(0, UNITS).filter(unit -> unit != without))
        .allMatch(
            unit -> cost[unit] > cost[centre] || (cost[unit] == cost[centre] && unit >= centre));
  }

  private static DesignProblem problem(
      Distances distances, Objective objective, SplittableRandom random) {
    UnitNumbering units =
        UnitNumbering.of(IntStream.range(0, UNITS).mapToObj(k -> new UnitId("u" + k)).toList());
    return DesignProblem.builder(units, distances)
        .measure(Measure.ACCOUNTS, random.longs(UNITS, 0, 50).toArray())
        .freeTerritories(1)
        .objective(objective)
        .build();
  }
}
