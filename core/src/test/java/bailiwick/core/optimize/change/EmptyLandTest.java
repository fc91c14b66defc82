package bailiwick.core.optimize.change;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Objective;
import bailiwick.core.fixture.Worlds;
import bailiwick.core.optimize.Optimizer;
import org.junit.jupiter.api.Test;

class EmptyLandTest {

  private static final Worlds.Grid TODAY = Worlds.grid("AAABBB", "AAABBB");

  @Test
  void empty_land_goes_back_where_nothing_else_changes_hands() {
    assertThat(goneBack(amounts(0, 5), "ABBBBB", "AABBBB")).isEqualTo("AAABBB\nAAABBB");
  }

  @Test
  void it_stays_between_territories_that_exchange_something() {
    assertThat(goneBack(amounts(0, 2, 5), "AABBBB", "ABBBBB")).isEqualTo("AABBBB\nABBBBB");
  }

  @Test
  void what_is_somewhere_else_by_now_is_no_reason_to_stay() {
    Worlds.Grid three = Worlds.grid("AABBCC", "AABBCC");
    DesignProblem problem = Changes.today(three, amounts(0, 2, 3, 5), 0.9);

    assertThat(goneBack(three, problem, "AABCCC", "ABBBCC"))
        .as("B gave an account to C, and A gave land to B")
        .isEqualTo("AABCCC\nAABBCC");
  }

  @Test
  void it_stays_where_other_land_hangs_on_it() {
    Worlds.Grid row = Worlds.grid("ABBBA");
    DesignProblem problem = Changes.today(row, new long[] {1, 0, 0, 0, 1}, 0.9);

    assertThat(goneBack(row, problem, "AAAAA")).isEqualTo("AAAAA");
  }

  @Test
  void it_stays_where_a_territory_is_measured_from() {
    Worlds.Grid round = Worlds.grid("AAA", "BAB", "BBB");
    DesignProblem problem =
        Changes.today(round, new long[] {0, 1, 0, 1, 0, 1, 0, 0, 0}, 0.9).toBuilder()
            .objective(Objective.MomentOfInertia.of(0))
            .build();

    assertThat(goneBack(round, problem, "AAA", "BBB", "BBB")).isEqualTo("AAA\nBBB\nBBB");
  }

  private static long[] amounts(int... filled) {
    long[] amounts = new long[12];
    for (int unit : filled) {
      amounts[unit] = 1;
    }
    return amounts;
  }

  private static String goneBack(long[] amounts, String... plan) {
    return goneBack(TODAY, Changes.today(TODAY, amounts, 0.9), plan);
  }

  private static String goneBack(Worlds.Grid world, DesignProblem problem, String... plan) {
    var drawn = Optimizer.figures(problem, Worlds.grid(plan).territoryOf());
    return world.draw(EmptyLand.goneBack(problem, world.graph(), drawn));
  }
}
