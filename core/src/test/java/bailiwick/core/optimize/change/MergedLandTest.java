package bailiwick.core.optimize.change;

import static bailiwick.core.optimize.change.Changes.drawn;
import static bailiwick.core.optimize.change.Changes.merge;
import static bailiwick.core.optimize.change.Changes.plan;
import static bailiwick.core.optimize.change.Changes.run;
import static bailiwick.core.optimize.change.Changes.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bailiwick.core.design.Comparison;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.TerritorySpec;
import bailiwick.core.fixture.Worlds;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class MergedLandTest {

  @Test
  void lands_that_touch_each_other_but_not_the_one_that_goes_on_cannot_be_merged() {
    DesignProblem problem = today(Worlds.grid("AADDBBCC"), 0.1);

    assertThatThrownBy(() -> run(problem, merge(OptionalDouble.empty(), "A", "B", "C")))
        .hasMessageContaining("Territories `B` and `A` do not touch")
        .hasMessageContaining("Territories `C` and `A` do not touch");
  }

  @Test
  void a_land_may_touch_by_way_of_another_that_ends() {
    var world = Worlds.grid("AABBCCDD");

    assertThat(drawn(world, run(today(world, 0.1), merge(OptionalDouble.empty(), "A", "B", "C"))))
        .isEqualTo("AAAAAABB");
  }

  @Test
  void an_empty_seat_takes_over_a_land_wherever_it_lies() {
    var world = Worlds.grid("AABBCC");
    DesignProblem problem =
        today(world, 0.1).toBuilder().territory(TerritorySpec.free("D")).build();

    assertThat(drawn(world, run(problem, merge(OptionalDouble.of(1), "D", "B"))))
        .isEqualTo("AACCBB");
    assertThatThrownBy(() -> run(problem, merge(OptionalDouble.empty(), "D", "A", "C")))
        .hasMessageContaining("Territories `C` and `D` do not touch");
  }

  @Test
  void longer_ways_are_named_as_a_sacrifice() {
    DesignProblem problem = today(Worlds.grid("AABBCC"), 0.1);

    assertThat(plan(run(problem, merge(OptionalDouble.empty(), "A", "B"))).sacrifices())
        .containsExactly(new Comparison(Comparison.Kind.GOAL, "momentOfInertia", 3, 7));
  }
}
