package bailiwick.core.optimize.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProblemBuilder;
import bailiwick.core.design.MoveBudget;
import bailiwick.core.design.Objective;
import bailiwick.core.design.Today;
import bailiwick.core.fixture.Seeds;
import bailiwick.core.fixture.Worlds;
import bailiwick.core.measure.Contiguity;
import bailiwick.core.optimize.objective.PlanFigures;
import bailiwick.core.optimize.objective.UnitCosts;
import bailiwick.core.optimize.search.Archipelago.SliceListener;
import bailiwick.core.optimize.start.Beginning;
import bailiwick.core.unit.Measure;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartwiseSearchTest {

  private static final Worlds.Grid LAND = Worlds.grid(24, 20);
  private static final int TERRITORIES = 60;
  private static final long WORK = 300_000;

  @Test
  void regions_have_each_territory_once_and_lie_together() {
    Seeds.check((random, size) -> {
      DesignProblem problem = problem(random, Objective.SumOfDistances.DEFAULT).build();
      int[] plan = start(problem, size);

      List<int[]> parts = Division.draw(problem, plan, 7, random);

      assertThat(parts).allSatisfy(part -> assertThat(part).hasSizeBetween(1, 7).isSorted());
      assertThat(parts.stream().flatMapToInt(Arrays::stream).sorted().toArray())
          .isEqualTo(IntStream.range(0, TERRITORIES).toArray());
    });
  }

  @Test
  void a_plan_gets_better_keeps_what_is_asked_and_does_not_depend_on_threads() {
    Seeds.check(
        6,
        (random, size) -> {
          DesignProblem problem =
              problem(random, objective(size)).lock(0, 3).lock(1, 3).lock(24 * 20 - 1, 5).build();
          DesignPlan before = figures(problem, start(problem, size));

          int[] alone = search(problem, size, 1, () -> false);

          DesignPlan after = figures(problem, alone);
          assertThat(after.isBetterThan(before)).isTrue();
          assertThat(Contiguity.pieceCounts(LAND.graph(), alone, TERRITORIES)).containsOnly(1);
          assertThat(alone[0]).isEqualTo(3);
          assertThat(alone[1]).isEqualTo(3);
          assertThat(alone[24 * 20 - 1]).isEqualTo(5);
          for (int threads : new int[] {2, 4}) {
            assertThat(search(problem, size, threads, () -> false)).isEqualTo(alone);
          }
        });
  }

  @Test
  void the_objective_told_on_the_way_is_that_of_the_plan() {
    DesignProblem problem = problem(new SplittableRandom(1), Objective.CutEdges.DEFAULT).build();

    searching(problem)
        .search(
            Optional.empty(),
            1,
            WORK,
            2,
            () -> false,
            (fraction, plan, objective, violation) -> {
              DesignPlan figures = figures(problem, plan);
              assertThat(objective).isEqualTo(figures.objective());
              assertThat(violation).isCloseTo(figures.violation(), within(1e-9));
            });
  }

  @Test
  void a_search_stopped_at_a_look_at_the_clock_is_the_same_on_any_number_of_threads() {
    DesignProblem problem = problem(new SplittableRandom(1), objective(0)).build();
    for (int look : new int[] {1, 3, 140}) {
      int[] alone = search(problem, 1, 1, at(look));

      assertThat(search(problem, 1, 4, at(look))).isEqualTo(alone);
    }
  }

  @Test
  void a_search_cancelled_before_it_began_has_a_plan_all_the_same() {
    DesignProblem problem = problem(new SplittableRandom(1), objective(0)).build();
    PartwiseSearch search =
        new PartwiseSearch(problem, UnitCosts.of(problem), LAND.graph(), () -> true, true);

    int[] plan = search.search(Optional.empty(), 1, WORK, 2, () -> false, SliceListener.NONE);

    assertThat(Contiguity.pieceCounts(LAND.graph(), plan, TERRITORIES)).containsOnly(1);
  }

  /**
   * An island with two and a half territories: either half of one goes with land across the sea, or
   * the third is filled from there, which takes less.
   */
  @Test
  void the_land_that_a_remote_island_shares_a_territory_with_is_drawn_anew() {
    double apart = 10_000;
    RemoteIsland world = new RemoteIsland(apart);

    for (int seed = 1; seed <= 8; seed++) {
      DesignPlan plan = world.searched(seed);

      assertThat(plan.isFeasible()).isTrue();
      assertThat(plan.objective() / (apart * apart)).isLessThan(RemoteIsland.HALF);
    }
  }

  private static BooleanSupplier at(int look) {
    AtomicInteger looks = new AtomicInteger();
    return () -> looks.incrementAndGet() >= look;
  }

  @Test
  void it_is_for_many_territories_that_can_be_told_apart_and_little_work() {
    var random = new SplittableRandom(1);
    DesignProblem many = problem(random, objective(0), 120).build();
    DesignProblem few = problem(random, objective(0), 60).build();
    DesignProblem diameters = problem(random, Objective.MaxDiameter.DEFAULT, 120).build();
    DesignProblem budgeted =
        problem(random, objective(0), 120)
            .today(Today.of(new int[24 * 20], 0, 1))
            .budget(new MoveBudget.InAll(0, 5))
            .build();

    assertThat(PartwiseSearch.isFor(many, WORK)).isTrue();
    assertThat(PartwiseSearch.isFor(many, 100 * WORK)).isFalse();
    assertThat(PartwiseSearch.isFor(few, WORK)).isFalse();
    assertThat(PartwiseSearch.isFor(diameters, WORK)).isFalse();
    assertThat(PartwiseSearch.isFor(budgeted, WORK)).isFalse();
  }

  private static Objective objective(int number) {
    return switch (number % 3) {
      case 0 -> Objective.MomentOfInertia.of(0);
      case 1 -> Objective.SumOfDistances.DEFAULT;
      default -> Objective.CutEdges.DEFAULT;
    };
  }

  private static DesignProblemBuilder problem(SplittableRandom random, Objective objective) {
    return problem(random, objective, TERRITORIES);
  }

  private static DesignProblemBuilder problem(
      SplittableRandom random, Objective objective, int territories) {
    return DesignProblem.builder(LAND.units(), LAND.distances())
        .measure(Measure.ACCOUNTS, random.longs(LAND.unitCount(), 1, 9).toArray())
        .contiguous(LAND.graph())
        .freeTerritories(territories)
        .rule(new BalanceRule.Tolerance(0, 0.3))
        .objective(objective);
  }

  private static int[] start(DesignProblem problem, long seed) {
    return new Beginning(
            problem, UnitCosts.of(problem), LAND.graph(), Optional.empty(), () -> false)
        .start(0, new SplittableRandom(seed))
        .toArray();
  }

  private static PartwiseSearch searching(DesignProblem problem) {
    return new PartwiseSearch(problem, UnitCosts.of(problem), LAND.graph(), () -> false, true);
  }

  private static int[] search(DesignProblem problem, long seed, int threads, BooleanSupplier late) {
    return searching(problem)
        .search(Optional.empty(), seed, WORK, threads, late, SliceListener.NONE);
  }

  private static DesignPlan figures(DesignProblem problem, int[] plan) {
    return PlanFigures.of(problem, UnitCosts.of(problem), LAND.graph(), plan);
  }
}
