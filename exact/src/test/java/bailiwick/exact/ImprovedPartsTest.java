package bailiwick.exact;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.Cancellation;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.fixture.Worlds;
import bailiwick.core.optimize.objective.PlanFigures;
import bailiwick.core.optimize.objective.UnitCosts;
import bailiwick.core.optimize.part.PartSearch;
import bailiwick.core.unit.Measure;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ImprovedPartsTest {

  private static final WorkerPool SOLVER = new WorkerPool(2);

  @AfterAll
  static void stop() {
    SOLVER.close();
  }

  @Test
  void long_territories_become_round_ones() {
    var strips = Worlds.grid("AAAA", "BBBB", "CCCC");
    var round = Worlds.grid("AABB", "AABB", "CCCC");
    DesignProblem problem = even(strips, 3);

    DesignPlan better = improve(problem, strips, 1);

    assertThat(better.isFeasible()).isTrue();
    assertThat(better.objective())
        .isLessThanOrEqualTo(figures(problem, round, round.territoryOf()).objective());
  }

  @Test
  void what_is_improved_side_by_side_is_the_same_on_any_number_of_threads() {
    String[] rows = new String[8];
    Arrays.setAll(rows, row -> String.valueOf((char) ('A' + row)).repeat(8));
    var strips = Worlds.grid(rows);
    DesignProblem problem = even(strips, 8);
    double before = figures(problem, strips, strips.territoryOf()).objective();

    DesignPlan alone = improve(problem, strips, 1);

    assertThat(alone.isFeasible()).isTrue();
    assertThat(alone.objective()).isLessThan(0.8 * before);
    for (int threads : new int[] {2, 4}) {
      assertThat(improve(problem, strips, threads).alignment().toArray())
          .isEqualTo(alone.alignment().toArray());
    }
  }

  private static DesignProblem even(Worlds.Grid world, int territories) {
    long[] one = new long[world.unitCount()];
    Arrays.fill(one, 1);
    return DesignProblem.builder(world.units(), world.distances())
        .measure(Measure.ACCOUNTS, one)
        .contiguous(world.graph())
        .freeTerritories(territories)
        .rule(new BalanceRule.Tolerance(0, 0))
        .build();
  }

  private static DesignPlan improve(DesignProblem problem, Worlds.Grid start, int threads) {
    PartSearch search =
        new PartSearch(problem, start.graph(), start.territoryOf(), SOLVER, Cancellation.none());
    search.improve(40_000_000, threads, 7, () -> false);
    return figures(problem, start, search.plan());
  }

  private static DesignPlan figures(DesignProblem problem, Worlds.Grid world, int[] plan) {
    return PlanFigures.of(problem, UnitCosts.of(problem), world.graph(), plan);
  }
}
