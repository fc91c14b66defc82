package bailiwick.core.optimize.plan;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.fixture.Seeds;
import bailiwick.core.fixture.Worlds;
import bailiwick.core.measure.Contiguity;
import bailiwick.core.unit.Measure;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ConnectivityTest {

  @Test
  void a_unit_in_the_middle_of_a_strip_may_not_leave() {
    var world = Worlds.grid("AAAB");

    assertThat(mayLeave(world, 1)).isFalse();
    assertThat(mayLeave(world, 2)).isTrue();
  }

  @Test
  void a_ring_stays_in_one_piece_without_one_of_its_units() {
    assertThat(mayLeave(Worlds.grid("AAA", "ABA", "AAA"), 1)).isTrue();
  }

  @Test
  void the_smaller_part_is_what_a_unit_cuts_off() {
    var world = Worlds.grid("AAAAAAB");
    int[] out = new int[4];

    int count = new Connectivity(world.graph()).cutOff(planOf(world), 2, out);

    assertThat(Arrays.copyOf(out, count)).containsExactlyInAnyOrder(0, 1);
  }

  @Test
  void too_large_a_part_is_not_collected() {
    var world = Worlds.grid("AAAAAAB");

    assertThat(new Connectivity(world.graph()).cutOff(planOf(world), 2, new int[1])).isEqualTo(-1);
  }

  @Test
  void answers_agree_with_counting_pieces() {
    Seeds.check((random, size) -> {
      var world = Worlds.grid(2 + size % 6, 2 + size % 5);
      int[] territoryOf = random.ints(world.unitCount(), 0, 2).toArray();
      territoryOf[0] = 0;
      territoryOf[1] = 1;
      WorkingPlan plan = new WorkingPlan(problem(world, 2), world.graph(), territoryOf);
      Connectivity connectivity = new Connectivity(world.graph());
      for (int unit = 0; unit < world.unitCount(); unit++) {
        int t = territoryOf[unit];
        int before = Contiguity.pieceCounts(world.graph(), territoryOf, 2)[t];
        int[] without = territoryOf.clone();
        without[unit] = -1;
        int after = Contiguity.pieceCounts(world.graph(), without, 2)[t];
        assertThat(connectivity.canLeave(plan, unit)).isEqualTo(after <= before);
        int[] cut = new int[world.unitCount()];
        int count = connectivity.cutOff(plan, unit, cut);
        for (int k = 0; k < count; k++) {
          without[cut[k]] = -1;
        }
        assertThat(Contiguity.pieceCounts(world.graph(), without, 2)[t])
            .isLessThanOrEqualTo(before);
      }
    });
  }

  private static boolean mayLeave(Worlds.Grid world, int unit) {
    return new Connectivity(world.graph()).canLeave(planOf(world), unit);
  }

  private static WorkingPlan planOf(Worlds.Grid world) {
    return new WorkingPlan(
        problem(world, world.territoryCount()), world.graph(), world.territoryOf());
  }

  private static DesignProblem problem(Worlds.Grid world, int territories) {
    return DesignProblem.builder(world.units(), world.distances())
        .measure(Measure.ACCOUNTS, new long[world.unitCount()])
        .freeTerritories(territories)
        .build();
  }
}
