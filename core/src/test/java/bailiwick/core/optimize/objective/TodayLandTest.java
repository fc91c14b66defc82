package bailiwick.core.optimize.objective;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Today;
import bailiwick.core.fixture.Worlds;
import bailiwick.core.unit.Measure;
import org.junit.jupiter.api.Test;

class TodayLandTest {

  @Test
  void land_goes_with_the_nearest_unit_that_is_somebodys() {
    var world = Worlds.grid("A......B", "........");
    DesignProblem problem =
        DesignProblem.builder(world.units(), world.distances())
            .measure(Measure.ACCOUNTS, new long[16])
            .freeTerritories(2)
            .build();
    Today today = Today.of(world.territoryOf(), 0, 1);

    int[] land = TodayLand.of(problem, world.graph(), today);

    assertThat(world.draw(land)).isEqualTo("AAAABBBB\nAAAABBBB");
  }
}
