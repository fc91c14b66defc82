package bailiwick.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.measure.Contiguity;
import bailiwick.core.unit.UnitGraph;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanarWorldTest {

  private static final int UNITS = 1_234; // no square, so that the last row is not full

  private final DesignProblem world = problem(1);
  private final UnitGraph graph = world.graph().orElseThrow();

  @Test
  void every_place_reaches_every_other() {
    assertThat(Contiguity.holds(graph, new int[UNITS], 1)).isTrue();
  }

  @Test
  void it_has_no_more_edges_than_a_planar_graph_can_have() {
    assertThat(graph.edgeCount()).isBetween(2 * UNITS, 3 * UNITS - 6);
  }

  @Test
  void only_places_beside_each_other_touch() {
    assertThat(
            IntStream.range(0, UNITS)
                .filter(unit ->
                    IntStream.range(graph.first(unit), graph.end(unit))
                        .anyMatch(k -> world.distances().between(graph.neighbourAt(k), unit) > 3)))
        .isEmpty();
  }

  @Test
  void the_same_seed_draws_the_same_world_and_another_one_another() {
    assertThat(amounts(problem(1))).containsExactly(amounts(world));
    assertThat(amounts(problem(2))).isNotEqualTo(amounts(world));
  }

  private static DesignProblem problem(long seed) {
    return PlanarWorld.problem(UNITS, true, seed).freeTerritories(2).build();
  }

  private static long[] amounts(DesignProblem problem) {
    return IntStream.range(0, UNITS).mapToLong(unit -> problem.amount(0, unit)).toArray();
  }
}
