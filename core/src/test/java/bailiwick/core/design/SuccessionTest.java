package bailiwick.core.design;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.fixture.Worlds;
import bailiwick.core.unit.Measure;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuccessionTest {

  private static final Succession ONE_MORE =
      Succession.of(
          List.of(TerritorySpec.free("A"), TerritorySpec.free("B"), TerritorySpec.free("C")),
          new int[] {0, 1, Succession.NONE},
          new int[] {0, 1});

  @Test
  void a_new_territory_gets_no_unit_that_only_some_may_serve() {
    Eligibility skilled = Eligibility.builder(4, 2).only(0, 0).build();

    DesignProblem after = problem().eligibility(skilled).succeededBy(ONE_MORE).build();

    assertThat(after.mayBelong(0, 0)).isTrue();
    assertThat(after.mayBelong(0, 2)).isFalse();
    assertThat(after.mayBelong(1, 2)).isTrue();
  }

  @Test
  void a_capacity_holds_by_share_for_those_that_follow() {
    DesignProblem added =
        problem().rule(new BalanceRule.Capacity(0, 2.5)).succeededBy(ONE_MORE).build();
    TerritorySpec both = new TerritorySpec(TerritorySpec.free("A").code(), 2, Centre.FREE);
    DesignProblem merged =
        problem()
            .rule(new BalanceRule.Capacity(0, 2.5))
            .succeededBy(Succession.of(List.of(both), new int[] {0}, new int[] {0, 0}))
            .build();

    assertThat(added.upper(0, 2)).isEqualTo(2);
    assertThat(merged.upper(0, 0)).isEqualTo(5);
  }

  private static DesignProblemBuilder problem() {
    var world = Worlds.grid("AABB");
    return DesignProblem.builder(world.units(), world.distances())
        .measure(Measure.ACCOUNTS, new long[] {1, 1, 1, 1})
        .territory(TerritorySpec.free("A"))
        .territory(TerritorySpec.free("B"))
        .today(Today.of(world.territoryOf(), 0, 0));
  }
}
