package bailiwick.core.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bailiwick.core.design.Cancellation;
import bailiwick.core.design.DesignListener;
import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignSettings;
import bailiwick.core.design.GoalValue;
import bailiwick.core.fixture.Seeds;
import bailiwick.core.fixture.Worlds;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** All that can be asked of a design at the same time, judged by trying every plan. */
class AskedWorldsTest {

  /** Of a hundred tiny worlds, one may be missed by a search that proves nothing. */
  private static final double SOLVED = 0.99;

  private static final double ROUNDING = 1e-9;

  @Test
  void
      tiny_worlds_with_all_kinds_of_wishes_get_a_plan_when_there_is_one_and_nearly_always_the_best() {
    AtomicInteger solvable = new AtomicInteger();
    AtomicInteger solved = new AtomicInteger();
    Seeds.check((random, size) -> {
      DesignProblem problem = AskedWorlds.onGrid(random, Worlds.grid(4, 2), 3);
      Optional<DesignPlan> optimum = BruteForce.bestPlan(problem);
      DesignOutcome outcome = run(problem, 150_000);
      if (optimum.isEmpty()) {
        assertThat(outcome).isNotInstanceOf(DesignOutcome.Designed.class);
        return;
      }
      assertThat(outcome).isInstanceOf(DesignOutcome.Designed.class);
      DesignOutcome.Designed designed = (DesignOutcome.Designed) outcome;
      double best = optimum.get().objective();
      double found = designed.plan().objective();
      assertThat(found).isGreaterThanOrEqualTo(best * (1 - ROUNDING));
      designed
          .bound()
          .ifPresent(bound -> assertThat(bound).isLessThanOrEqualTo(best * (1 + ROUNDING)));
      solvable.incrementAndGet();
      solved.addAndGet(found <= best * (1 + ROUNDING) ? 1 : 0);
    });
    assertThat(solved.get()).isGreaterThanOrEqualTo((int) (SOLVED * solvable.get()));
  }

  @Test
  void the_objective_is_the_sum_of_its_goals_and_no_unit_is_where_it_may_not_be() {
    Seeds.check(
        60,
        (random, size) -> {
          DesignProblem problem = AskedWorlds.onGrid(random, Worlds.grid(4 + size % 5, 4), 4);
          DesignPlan plan =
              switch (run(problem, 10_000)) {
                case DesignOutcome.Designed designed -> designed.plan();
                case DesignOutcome.NotFound notFound -> notFound.closest();
                case DesignOutcome.Infeasible infeasible -> null;
              };
          if (plan == null) {
            return;
          }
          assertThat(plan.goals()).hasSameSizeAs(problem.goals());
          double sum =
              plan.goals().stream()
                  .mapToDouble((GoalValue goal) -> goal.weight() * goal.value())
                  .sum();
          assertThat(plan.objective()).isCloseTo(sum, within(ROUNDING * (1 + sum)));
          int[] territoryOf = plan.alignment().toArray();
          for (int unit = 0; unit < territoryOf.length; unit++) {
            assertThat(problem.mayBelong(unit, territoryOf[unit])).isTrue();
          }
        });
  }

  private static DesignOutcome run(DesignProblem problem, long work) {
    return Optimizer.optimize(
        problem, DesignSettings.ofWork(1, work), DesignListener.NONE, Cancellation.none());
  }
}
