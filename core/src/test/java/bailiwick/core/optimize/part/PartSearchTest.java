package bailiwick.core.optimize.part;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.Cancellation;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Objective;
import bailiwick.core.exact.BruteForceSolver;
import bailiwick.core.exact.ExactSolver;
import bailiwick.core.fixture.Seeds;
import bailiwick.core.fixture.Worlds;
import bailiwick.core.optimize.objective.PlanFigures;
import bailiwick.core.optimize.objective.UnitCosts;
import bailiwick.core.unit.Measure;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PartSearchTest {

  private static final double MUCH_WORK = 1e9;

  @Test
  void a_plan_gets_no_worse_keeps_its_limits_and_does_not_depend_on_threads() {
    var start = Worlds.grid("AAABBB", "AAABBB", "CCCDDD", "CCCDDD");
    Seeds.check(
        20,
        (random, size) -> {
          DesignProblem problem = amounts(start, random, size);
          DesignPlan before = figures(problem, start, start.territoryOf());

          DesignPlan alone = improve(problem, start, 1);

          if (before.isFeasible()) {
            assertThat(alone.isFeasible()).isTrue();
            assertThat(alone.objective()).isLessThanOrEqualTo(before.objective());
          } else {
            assertThat(alone.violation()).isLessThanOrEqualTo(before.violation());
          }
          for (int threads : new int[] {2, 4}) {
            assertThat(improve(problem, start, threads).alignment().toArray())
                .isEqualTo(alone.alignment().toArray());
          }
        });
  }

  private static DesignProblem amounts(Worlds.Grid world, SplittableRandom random, int size) {
    var builder =
        DesignProblem.builder(world.units(), world.distances())
            .measure(Measure.ACCOUNTS, random.longs(world.unitCount(), 1, 9).toArray())
            .freeTerritories(4)
            .rule(new BalanceRule.Tolerance(0, 0.5));
    return (size % 2 == 0 ? builder.contiguous(world.graph()) : builder.graph(world.graph()))
        .objective(
            size % 3 == 0 ? Objective.SumOfDistances.DEFAULT : Objective.MomentOfInertia.of(0))
        .build();
  }

  @Test
  void what_is_found_too_late_is_not_used() {
    var strips = Worlds.grid("AAAA", "BBBB", "CCCC");
    DesignProblem problem = even(strips);
    PartSearch search =
        new PartSearch(problem, strips.graph(), strips.territoryOf(), SOLVER, Cancellation.none());

    search.improve(MUCH_WORK, 1, 1, () -> true);

    assertThat(search.plan()).isEqualTo(strips.territoryOf());
  }

  @Test
  void without_a_solver_or_with_two_territories_there_is_nothing_to_do() {
    var world = Worlds.grid("ABC");
    DesignProblem two =
        DesignProblem.builder(world.units(), world.distances()).freeTerritories(2).build();

    assertThat(PartSearch.isFor(two, SOLVER)).isFalse();
    assertThat(PartSearch.isFor(even(world), ExactSolver.NONE)).isFalse();
    assertThat(PartSearch.isFor(even(world), SOLVER)).isTrue();
  }

  private static final ExactSolver SOLVER = new BruteForceSolver();

  private static DesignProblem even(Worlds.Grid world) {
    long[] one = new long[world.unitCount()];
    Arrays.fill(one, 1);
    return DesignProblem.builder(world.units(), world.distances())
        .measure(Measure.ACCOUNTS, one)
        .contiguous(world.graph())
        .freeTerritories(3)
        .rule(new BalanceRule.Tolerance(0, 0))
        .build();
  }

  private static DesignPlan improve(DesignProblem problem, Worlds.Grid start, int threads) {
    PartSearch search =
        new PartSearch(problem, start.graph(), start.territoryOf(), SOLVER, Cancellation.none());
    search.improve(MUCH_WORK, threads, 7, () -> false);
    return figures(problem, start, search.plan());
  }

  private static DesignPlan figures(DesignProblem problem, Worlds.Grid world, int[] plan) {
    return PlanFigures.of(problem, UnitCosts.of(problem), world.graph(), plan);
  }
}
