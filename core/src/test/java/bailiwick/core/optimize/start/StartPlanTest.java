package bailiwick.core.optimize.start;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.PlanarDistances;
import bailiwick.core.design.Today;
import bailiwick.core.fixture.Seeds;
import bailiwick.core.fixture.Worlds;
import bailiwick.core.measure.Contiguity;
import bailiwick.core.optimize.RandomWorlds;
import bailiwick.core.optimize.objective.UnitCosts;
import bailiwick.core.unit.Measure;
import bailiwick.core.unit.UnitGraph;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StartPlanTest {

  @Test
  void a_start_gives_each_territory_one_piece() {
    Seeds.check((random, size) -> {
      var world = Worlds.grid(3 + size % 8, 3 + size % 5);
      int territories = 2 + size % 4;
      DesignProblem problem = RandomWorlds.onGrid(random, world, territories, size % 5);
      int[] plan =
          new StartPlan(problem, UnitCosts.of(problem), world.graph(), () -> false)
              .draw(random)
              .toArray();
      assertThat(Contiguity.pieceCounts(world.graph(), plan, territories)).containsOnly(1);
    });
  }

  @Test
  void today_made_complete_keeps_its_largest_pieces() {
    var world = Worlds.grid("AA..BB", "AA..BB");
    DesignProblem problem =
        DesignProblem.builder(world.units(), world.distances())
            .measure(Measure.ACCOUNTS, new long[12])
            .contiguous(world.graph())
            .freeTerritories(2)
            .build();
    var today = Today.of(world.territoryOf(), 0, 1);

    int[] plan =
        new StartPlan(problem, UnitCosts.of(problem), world.graph(), () -> false)
            .fromToday(today, new SplittableRandom(1))
            .toArray();

    assertThat(world.draw(plan)).isEqualTo("AAABBB\nAAABBB");
  }

  @Test
  void near_units_are_the_nearest_ones() {
    Seeds.check((random, size) -> {
      int n = 5 + size;
      double[] x = random.doubles(n, 0, 100).toArray();
      double[] y = random.doubles(n, 0, 100).toArray();
      var distances = PlanarDistances.of(x, y);
      UnitGraph graph = Proximity.graph(distances, n, 4);
      int unit = random.nextInt(n);
      int[] nearest =
          IntStream.range(0, n)
              .filter(other -> other != unit)
              .boxed()
              .sorted(Comparator.comparingDouble(other -> distances.between(unit, other)))
              .limit(4)
              .mapToInt(Integer::intValue)
              .toArray();
      int[] linked =
          IntStream.range(graph.first(unit), graph.end(unit)).map(graph::neighbourAt).toArray();
      assertThat(linked).contains(nearest);
    });
  }

  @Test
  void units_at_one_place_are_linked_to_each_other_and_to_the_rest() {
    double[] x = new double[40];
    Arrays.fill(x, 20, 40, 1);
    UnitGraph graph = Proximity.graph(PlanarDistances.of(x, new double[40]), 40, 4);

    assertThat(Contiguity.holds(graph, new int[40], 1)).isTrue();
  }
}
