package bailiwick.core.optimize.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProblemBuilder;
import bailiwick.core.design.Objective;
import bailiwick.core.design.VisitDistances;
import bailiwick.core.fixture.Seeds;
import bailiwick.core.fixture.Worlds;
import bailiwick.core.optimize.BruteForce;
import bailiwick.core.optimize.RandomWorlds;
import bailiwick.core.optimize.objective.UnitCosts;
import bailiwick.core.unit.Measure;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LowerBoundTest {

  private static final long WORK = 20_000;

  @Test
  void no_plan_of_a_tiny_world_is_below_the_bound_and_the_best_one_stays_possible() {
    Seeds.check(
        60,
        (random, size) -> {
          DesignProblem problem = world(random, size);
          Optional<DesignPlan> best = BruteForce.bestPlan(problem);
          if (best.isPresent()) {
            double optimum = best.get().objective();
            LowerBound bound = find(problem, optimum * 1.1 + 1, 1);
            assertThat(bound.value()).isLessThanOrEqualTo(optimum * (1 + 1e-9));
            assertThatAllIsLeft(bound.options(), best.get());
          }
        });
  }

  @Test
  void no_plan_of_a_tiny_world_is_below_the_bound_by_near_places() {
    AtomicInteger told = new AtomicInteger();
    Seeds.check(
        60,
        (random, size) -> {
          DesignProblem problem = size % 2 == 0 ? visited(random) : world(random, size);
          Optional<DesignPlan> best = BruteForce.bestPlan(problem);
          if (best.isPresent() && problem.centredGoal().isPresent()) {
            double optimum = best.get().objective();
            UnitCosts costs = UnitCosts.of(problem);
            Nearness near = Nearness.of(problem, costs, random.nextInt(1, 8));
            LowerBound bound =
                LowerBound.find(problem, costs, near, optimum * 1.1 + 1, WORK, 1, () -> false);
            assertThat(bound.value()).isLessThanOrEqualTo(optimum * (1 + 1e-9));
            told.addAndGet(bound.value() > 0.5 * optimum ? 1 : 0);
          }
        });
    assertThat(told).hasValueGreaterThan(20);
  }

  @Test
  void near_places_bound_a_strip_as_all_of_them_do() {
    var strip = Worlds.grid(12, 1);
    DesignProblem problem =
        DesignProblem.builder(strip.units(), strip.distances())
            .measure(Measure.ACCOUNTS, LongStream.generate(() -> 1).limit(12).toArray())
            .rule(new BalanceRule.Limits(0, 0, 3))
            .freeTerritories(4)
            .build();
    UnitCosts costs = UnitCosts.of(problem);
    Nearness near = Nearness.of(problem, costs, 6);

    LowerBound bound = LowerBound.find(problem, costs, near, 9, WORK, 1, () -> false);

    assertThat(near.isNear(0, 2)).isTrue();
    assertThat(near.isNear(0, 11)).isFalse();
    assertThat(near.mostPay(0)).isBetween(2.0, 8.0);
    assertThat(bound.value()).isCloseTo(8, within(0.1));
    assertThat(find(problem, 9, 1).value()).isCloseTo(8, within(0.1));
  }

  @Test
  void a_bound_that_is_stopped_at_once_is_not_known() {
    DesignProblem problem = world(new SplittableRandom(1), 1);

    LowerBound bound = LowerBound.find(problem, UnitCosts.of(problem), 1_000, WORK, 1, () -> true);

    assertThat(bound.isKnown()).isFalse();
  }

  @Test
  void options_are_not_made_once_they_are_to_stop() {
    var grid = Worlds.grid(20, 20);
    DesignProblem problem =
        DesignProblem.builder(grid.units(), grid.distances())
            .measure(Measure.ACCOUNTS, new long[400])
            .freeTerritories(3)
            .build();
    UnitCosts costs = UnitCosts.of(problem);
    Nearness near = Nearness.of(problem, costs, 4);

    assertThat(new CentreOptions(problem, costs, near, () -> false).areCutOff()).isFalse();
    assertThat(new CentreOptions(problem, costs, near, () -> true).areCutOff()).isTrue();
    assertThat(LowerBound.find(problem, costs, near, 1_000, WORK, 1, () -> true).isKnown())
        .isFalse();
  }

  @Test
  void a_bound_that_is_stopped_on_the_way_is_lower_and_rules_nothing_out_by_mistake() {
    Seeds.check(
        30,
        (random, size) -> {
          DesignProblem problem = world(random, size);
          Optional<DesignPlan> best = BruteForce.bestPlan(problem);
          if (best.isPresent()) {
            double ceiling = best.get().objective() * 1.1 + 1;
            AtomicInteger looks = new AtomicInteger(random.nextInt(2, 30));
            LowerBound stopped =
                LowerBound.find(
                    problem,
                    UnitCosts.of(problem),
                    ceiling,
                    WORK,
                    1,
                    () -> looks.decrementAndGet() <= 0);
            assertThat(stopped.isKnown()).isTrue();
            assertThat(stopped.value()).isLessThanOrEqualTo(best.get().objective() * (1 + 1e-9));
            assertThatAllIsLeft(stopped.options(), best.get());
          }
        });
  }

  /** Homes and today, free centres, two limited measures, and capacities of centres by turns. */
  private static DesignProblem world(SplittableRandom random, int size) {
    var grid = Worlds.grid(3, 3);
    return switch (size % 5) {
      case 0 -> RandomWorlds.onGrid(random, grid, 3, 0);
      case 1 -> RandomWorlds.onGrid(random, grid, 3, 3);
      case 2 -> RandomWorlds.onGrid(random, grid, 3, 4);
      case 3 ->
          amounts(random, grid)
              .contiguous(grid.graph())
              .rule(new BalanceRule.Tolerance(0, 0.4))
              .rule(new BalanceRule.Tolerance(1, 0.6))
              .freeTerritories(2)
              .build();
      default ->
          amounts(random, grid)
              .graph(grid.graph())
              .rule(new BalanceRule.CentreCapacity(0, random.longs(9, 10, 60).toArray()))
              .freeTerritories(3)
              .build();
    };
  }

  /** Every unit is visited at two places, as often as not far from its own. */
  private static DesignProblem visited(SplittableRandom random) {
    var grid = Worlds.grid(3, 3);
    VisitDistances.Builder visits = VisitDistances.builder(grid.distances(), 9, 9);
    for (int unit = 0; unit < 9; unit++) {
      visits.visit(unit, unit, 1, 0).visit(unit, random.nextInt(9), 1 + random.nextInt(3), 0.2);
    }
    return DesignProblem.builder(grid.units(), visits.build())
        .measure(Measure.ACCOUNTS, random.longs(9, 1, 12).toArray())
        .graph(grid.graph())
        .rule(new BalanceRule.Tolerance(0, 0.5))
        .freeTerritories(3)
        .objective(Objective.MomentOfInertia.of(0))
        .build();
  }

  private static DesignProblemBuilder amounts(SplittableRandom random, Worlds.Grid grid) {
    return DesignProblem.builder(grid.units(), grid.distances())
        .measure(Measure.ACCOUNTS, random.longs(9, 1, 12).toArray())
        .measure(Measure.WORKLOAD, random.longs(9, 0, 12).toArray());
  }

  private static LowerBound find(DesignProblem problem, double ceiling, int threads) {
    return LowerBound.find(problem, UnitCosts.of(problem), ceiling, WORK, threads, () -> false);
  }

  private static void assertThatAllIsLeft(CentreOptions options, DesignPlan plan) {
    int[] territoryOf = plan.alignment().toArray();
    for (int unit = 0; unit < territoryOf.length; unit++) {
      int site = siteAt(options, plan, territoryOf[unit]);
      assertThat(options.isOpen(site)).isTrue();
      assertThat(serves(options, site, unit)).as("unit %s", unit).isTrue();
    }
  }

  private static int siteAt(CentreOptions options, DesignPlan plan, int territory) {
    for (int site = 0; site < options.siteCount(); site++) {
      boolean home = site < options.homeCount();
      if (home
          ? options.territoryOf(site) == territory
          : options.unitAt(site) == plan.centreOf(territory)) {
        return site;
      }
    }
    throw new AssertionError("No site for territory %s.".formatted(territory));
  }

  private static boolean serves(CentreOptions options, int site, int unit) {
    boolean serves = options.unitAt(site) == unit;
    for (int k = 0; k < options.count(site); k++) {
      serves |= options.unit(site, k) == unit;
    }
    return serves;
  }

  @Test
  void a_strip_without_limits_is_bounded_by_its_best_plan_and_nothing_better_is_possible() {
    var strip = Worlds.grid(6, 1);
    DesignProblem problem =
        DesignProblem.builder(strip.units(), strip.distances())
            .measure(Measure.ACCOUNTS, new long[] {1, 1, 1, 1, 1, 1})
            .contiguous(strip.graph())
            .freeTerritories(2)
            .build();

    LowerBound bound = find(problem, 4, 1);

    assertThat(bound.value()).isCloseTo(4, within(1e-6));
    assertThat(bound.options().openCount()).isZero();
  }

  @Test
  void what_lies_behind_others_ground_is_out_of_reach() {
    var strip = Worlds.grid(5, 1);
    DesignProblem problem =
        DesignProblem.builder(strip.units(), strip.distances())
            .measure(Measure.ACCOUNTS, new long[] {5, 1, 9, 1, 5})
            .contiguous(strip.graph())
            .freeTerritories(2)
            .build();
    CentreOptions options = new CentreOptions(problem, UnitCosts.of(problem));
    options.keepOnly(0, k -> options.unit(0, k) != 2);

    new Reach(options).ruleOut();

    assertThat(options.count(0)).isEqualTo(1);
    assertThat(options.unit(0, 0)).isEqualTo(1);
    assertThat(options.count(1)).isEqualTo(4);
  }

  @Test
  void the_bound_is_the_same_on_any_number_of_threads() {
    var grid = Worlds.grid(12, 8);
    SplittableRandom random = new SplittableRandom(5);
    DesignProblem problem =
        DesignProblem.builder(grid.units(), grid.distances())
            .measure(Measure.ACCOUNTS, random.longs(96, 1, 50).toArray())
            .contiguous(grid.graph())
            .rule(new BalanceRule.Tolerance(0, 0.05))
            .freeTerritories(5)
            .objective(Objective.MomentOfInertia.of(0))
            .build();
    LowerBound alone = find(problem, 20_000, 1);

    for (int threads : new int[] {2, 4}) {
      LowerBound together = find(problem, 20_000, threads);
      assertThat(together.value()).isEqualTo(alone.value());
      assertThat(together.options().size()).isEqualTo(alone.options().size());
    }
    assertThat(alone.value()).isPositive();
  }

  @Test
  void a_mixture_of_slopes_is_the_shortest_there_is() {
    Bundle bundle = new Bundle(2);
    bundle.add(new double[] {3, 1}, 0);
    bundle.add(new double[] {-1, 1}, 0);
    bundle.add(new double[] {0, 4}, 0);

    assertThat(bundle.mix(1)).containsExactly(new double[] {0, 1}, within(1e-4));
    assertThat(bundle.mixedSquare()).isCloseTo(1, within(1e-4));
    assertThat(Arrays.stream(bundle.mix(1)).sum()).isCloseTo(1, within(1e-4));
  }
}
