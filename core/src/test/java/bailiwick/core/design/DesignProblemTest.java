package bailiwick.core.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.fixture.Worlds;
import bailiwick.core.unit.Measure;
import org.junit.jupiter.api.Test;

class DesignProblemTest {

  @Test
  void a_tolerance_becomes_whole_limits_around_the_target() {
    DesignProblem problem =
        fourUnits().freeTerritories(2).rule(new BalanceRule.Tolerance(0, 0.1)).build();

    assertThat(problem.lower(0, 0)).isEqualTo(18);
    assertThat(problem.upper(0, 0)).isEqualTo(22);
  }

  @Test
  void a_total_exactly_on_the_limit_is_within() {
    DesignProblem problem =
        fourUnits().freeTerritories(2).rule(new BalanceRule.Tolerance(0, 0.15)).build();

    assertThat(problem.upper(0, 0)).isEqualTo(23);
  }

  @Test
  void a_part_timer_gets_a_part() {
    DesignProblem problem =
        fourUnits()
            .territory(TerritorySpec.free("A"))
            .territory(new TerritorySpec(new TerritoryCode("B"), 0.25, Centre.FREE))
            .build();

    assertThat(problem.target(0, 0)).isEqualTo(32);
    assertThat(problem.target(0, 1)).isEqualTo(8);
  }

  @Test
  void a_home_that_is_a_unit_stays_with_its_territory() {
    DesignProblem problem = fourUnits().territory(TerritorySpec.withHome("A", 2)).build();

    assertThat(problem.lockedTo(2)).isZero();
    assertThat(problem.lockedTo(1)).isEqualTo(-1);
  }

  @Test
  void a_negative_amount_names_the_unit() {
    var world = Worlds.grid(2, 1);
    var builder = DesignProblem.builder(world.units(), world.distances());

    assertThatThrownBy(() -> builder.measure(Measure.ACCOUNTS, new long[] {1, -1}))
        .hasMessageContaining("(-1)")
        .hasMessageContaining("u1");
  }

  @Test
  void cut_edges_need_a_graph() {
    var builder = fourUnits().freeTerritories(2).objective(Objective.CutEdges.DEFAULT);

    assertThatThrownBy(builder::build).hasMessageContaining("graph");
  }

  private static DesignProblemBuilder fourUnits() {
    var world = Worlds.grid(4, 1);
    return DesignProblem.builder(world.units(), world.distances())
        .measure(Measure.ACCOUNTS, new long[] {10, 10, 10, 10});
  }
}
