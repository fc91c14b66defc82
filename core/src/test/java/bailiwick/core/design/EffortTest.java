package bailiwick.core.design;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.fixture.Worlds;
import bailiwick.core.unit.Measure;
import org.junit.jupiter.api.Test;

class EffortTest {

  @Test
  void more_effort_is_more_work() {
    DesignProblem problem = problem(100, 4);

    assertThat(Effort.BALANCED.workFor(problem))
        .isGreaterThan(Effort.QUICK.workFor(problem))
        .isLessThan(Effort.THOROUGH.workFor(problem));
  }

  @Test
  void twice_the_units_are_twice_the_work() {
    assertThat(Effort.BALANCED.workFor(problem(400, 4)))
        .isEqualTo(2 * Effort.BALANCED.workFor(problem(200, 4)));
  }

  @Test
  void small_problems_get_the_work_of_a_middling_one() {
    assertThat(Effort.QUICK.workFor(problem(3, 2)))
        .isEqualTo(Effort.QUICK.workFor(problem(120, 2)));
  }

  @Test
  void effort_sets_work_and_no_clock() {
    DesignProblem problem = problem(10, 2);

    DesignSettings settings = DesignSettings.ofEffort(7, 2, Effort.QUICK, problem);

    assertThat(settings.work()).isEqualTo(Effort.QUICK.workFor(problem));
    assertThat(settings.timeLimit()).isEmpty();
    assertThat(settings.seed()).isEqualTo(7);
    assertThat(settings.threads()).isEqualTo(2);
  }

  private static DesignProblem problem(int side, int territories) {
    var world = Worlds.grid(side, 100);
    return DesignProblem.builder(world.units(), world.distances())
        .measure(Measure.ACCOUNTS, new long[world.unitCount()])
        .freeTerritories(territories)
        .build();
  }
}
