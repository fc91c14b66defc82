package bailiwick.core.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Effort;
import bailiwick.core.design.Objective;
import bailiwick.core.fixture.Worlds;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {

  private static final Worlds.Grid WORLD = Worlds.grid(6, 5);

  @Test
  void a_problem_that_may_be_finished_gets_short_rounds_first_and_all_work_is_dealt_out() {
    DesignProblem problem = problem(Objective.SumOfDistances.DEFAULT);
    long quick = Effort.QUICK.workFor(problem);

    List<Long> rounds = Rounds.of(problem, 30 * quick);

    assertThat(rounds).containsExactly(quick, 4 * quick, 25 * quick);
  }

  @Test
  void little_work_is_one_round() {
    DesignProblem problem = problem(Objective.SumOfDistances.DEFAULT);

    assertThat(Rounds.of(problem, 4)).containsExactly(4L);
  }

  @Test
  void a_problem_without_a_bound_gets_all_work_at_once() {
    DesignProblem problem = problem(Objective.CutEdges.DEFAULT);

    assertThat(Rounds.of(problem, 100_000_000)).containsExactly(100_000_000L);
  }

  private static DesignProblem problem(Objective objective) {
    return DesignProblem.builder(WORLD.units(), WORLD.distances())
        .graph(WORLD.graph())
        .freeTerritories(3)
        .objective(objective)
        .build();
  }
}
