package bailiwick.core.optimize.search;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.fixture.Seeds;
import bailiwick.core.fixture.Worlds;
import bailiwick.core.optimize.RandomWorlds;
import bailiwick.core.optimize.objective.UnitCosts;
import org.junit.jupiter.api.Test;

class ArchipelagoTest {

  @Test
  void a_search_that_checks_itself_finds_nothing_amiss() {
    Seeds.check(
        25,
        (random, size) -> {
          var world = Worlds.grid(6, 5);
          DesignProblem problem = RandomWorlds.onGrid(random, world, 3, size % 5);
          Archipelago search = new Archipelago(problem, UnitCosts.of(problem), world.graph(), true);

          int[] plan =
              search.search(
                  size, 20_000, 1, () -> false, () -> false, Archipelago.SliceListener.NONE);

          assertThat(plan).hasSize(30);
          assertThat(search.work()).isGreaterThanOrEqualTo(20_000);
        });
  }
}
