package bailiwick.core.optimize.part;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Objective;
import bailiwick.core.design.PlanarDistances;
import bailiwick.core.optimize.objective.UnitCosts;
import bailiwick.core.unit.Measure;
import bailiwick.core.unit.UnitGraph;
import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitNumbering;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CostlyPartsTest {

  /** Two units for each territory along a road: 00 11 22 33 …, each a step from the next. */
  private static final int TERRITORIES = 30;

  @Test
  void a_territory_with_a_far_end_is_found_with_those_around_it() {
    double[] road = road();
    road[2 * TERRITORIES - 1] += 500; // the last unit is across the sea
    int[] plan = plan();

    assertThat(find(road, plan, 1)).hasValue(new int[] {29});
    assertThat(find(road, plan, 3)).hasValue(new int[] {27, 28, 29});
    assertThat(find(road, plan, 100)).hasValue(IntStream.range(0, TERRITORIES).toArray());
  }

  @Test
  void where_all_cost_about_the_same_none_is_costly() {
    assertThat(find(road(), plan(), 3)).isEmpty();
  }

  private static Optional<int[]> find(double[] road, int[] plan, int most) {
    UnitGraph graph =
        UnitGraph.of(
            road.length,
            IntStream.range(0, road.length - 1).toArray(),
            IntStream.range(1, road.length).toArray());
    DesignProblem problem =
        DesignProblem.builder(
                UnitNumbering.of(
                    IntStream.range(0, road.length).mapToObj(k -> new UnitId("u" + k)).toList()),
                PlanarDistances.of(road, new double[road.length]))
            .measure(Measure.ACCOUNTS, IntStream.range(0, road.length).mapToLong(k -> 1).toArray())
            .contiguous(graph)
            .freeTerritories(TERRITORIES)
            .objective(Objective.MomentOfInertia.of(0))
            .build();
    return new CostlyParts(problem, UnitCosts.of(problem), graph).find(plan, most);
  }

  private static double[] road() {
    return IntStream.range(0, 2 * TERRITORIES).asDoubleStream().toArray();
  }

  private static int[] plan() {
    return IntStream.range(0, 2 * TERRITORIES).map(unit -> unit / 2).toArray();
  }
}
