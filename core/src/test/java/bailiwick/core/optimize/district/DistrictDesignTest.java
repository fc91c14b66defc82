package bailiwick.core.optimize.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.Cancellation;
import bailiwick.core.design.DesignListener;
import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProgress.Stage;
import bailiwick.core.design.DesignSettings;
import bailiwick.core.design.Infeasibility;
import bailiwick.core.design.Objective;
import bailiwick.core.design.TerritorySpec;
import bailiwick.core.exact.ExactSolver;
import bailiwick.core.fixture.Seeds;
import bailiwick.core.fixture.Worlds;
import bailiwick.core.measure.Contiguity;
import bailiwick.core.optimize.BruteForce;
import bailiwick.core.optimize.Optimizer;
import bailiwick.core.optimize.district.DistrictRequest.Order;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DistrictDesignTest {

  @Test
  void territories_side_by_side_become_districts_of_neighbours() {
    var world = Worlds.grid("AABBCCDD", "AABBCCDD");
    DesignProblem problem = problem(world, ones(16), 4, 0.1);
    DesignPlan plan = Optimizer.figures(problem, world.territoryOf());

    DistrictPlan districts = group(problem, plan, 2, 0.1).districts().orElseThrow();

    assertThat(districts.codes()).containsExactly(new TerritoryCode("D1"), new TerritoryCode("D2"));
    assertThat(districts.districtOf(1)).isEqualTo(districts.districtOf(0));
    assertThat(districts.districtOf(3))
        .isEqualTo(districts.districtOf(2))
        .isNotEqualTo(districts.districtOf(0));
    assertThat(districts.totals(0)).containsExactly(8, 8);
  }

  @Test
  void districts_of_a_plan_are_the_best_grouping_there_is() {
    Seeds.check(
        20,
        (random, size) -> {
          var world = Worlds.grid("AABBCC", "DDEEFF", "GGHHII");
          long[] amounts = random.longs(18, 2, 9).toArray();
          DesignProblem problem = problem(world, amounts, 9, 2);
          DesignPlan plan = Optimizer.figures(problem, world.territoryOf());
          DistrictRequest request = new DistrictRequest(3, 0.3, Order.TERRITORIES_FIRST);

          DesignOutcome drawn = group(problem, plan, 3, 0.3).drawn().orElseThrow();

          Optional<DesignPlan> best = BruteForce.bestPlan(Grouping.of(problem, plan, request));
          assertThat(drawn instanceof DesignOutcome.Designed).isEqualTo(best.isPresent());
          if (drawn instanceof DesignOutcome.Designed designed) {
            assertThat(designed.plan().objective())
                .isCloseTo(best.orElseThrow().objective(), within(1e-6));
          }
        });
  }

  @Test
  void districts_drawn_first_hold_their_territories_and_every_sum_reconciles() {
    Seeds.check(
        10,
        (random, size) -> {
          var world = Worlds.grid(8, 4);
          long[] amounts = random.longs(32, 4, 7).toArray();
          DesignProblem problem = problem(world, amounts, 6, 0.3);

          DistrictOutcome outcome = run(problem, 2, 0.1, Order.DISTRICTS_FIRST);

          DesignPlan plan = outcome.territories().findPlan().orElseThrow();
          DistrictPlan districts = outcome.districts().orElseThrow();
          assertThat(outcome.territories()).isInstanceOf(DesignOutcome.Designed.class);
          assertThat(Arrays.stream(districts.totals(0)).sum()).isEqualTo(problem.total(0));
          for (int d = 0; d < 2; d++) {
            int district = d;
            assertThat(districts.territoryCount(d)).isEqualTo(3);
            assertThat(
                    IntStream.range(0, 6)
                        .filter(t -> districts.districtOf(t) == district)
                        .mapToLong(t -> plan.total(0, t))
                        .sum())
                .isEqualTo(districts.total(0, d));
            assertThat(districts.total(0, d))
                .isBetween(
                    (long) Math.ceil(problem.total(0) * 0.45),
                    (long) Math.floor(problem.total(0) * 0.55));
          }
          int[] districtOf =
              Arrays.stream(plan.alignment().toArray()).map(districts::districtOf).toArray();
          assertThat(Contiguity.holds(world.graph(), districtOf, 2)).isTrue();
        });
  }

  @Test
  void territories_come_first_with_the_work_that_grouping_leaves() {
    DesignProblem problem = problem(Worlds.grid(8, 4), ones(32), 8, 0.2);

    DistrictOutcome outcome = run(problem, 4, 0.1, Order.TERRITORIES_FIRST);

    assertThat(outcome.territories()).isInstanceOf(DesignOutcome.Designed.class);
    assertThat(outcome.districts().orElseThrow().outcome())
        .isInstanceOf(DesignOutcome.Designed.class);
    assertThat(outcome.territories().run().work()).isEqualTo(400_000);
    assertThat(outcome.drawn().orElseThrow().run().work()).isEqualTo(40_000);
  }

  @Test
  void the_same_districts_come_again_on_any_number_of_threads() {
    DesignProblem problem = problem(Worlds.grid(8, 4), ones(32), 6, 0.2);

    for (Order order : Order.values()) {
      assertThat(districts(problem, order, 3)).isEqualTo(districts(problem, order, 1));
    }
  }

  private static String districts(DesignProblem problem, Order order, int threads) {
    DistrictOutcome outcome = design(2, 0.2, order, Cancellation.none(), threads).run(problem);
    DistrictPlan plan = outcome.districts().orElseThrow();
    return Arrays.toString(outcome.territories().findPlan().orElseThrow().alignment().toArray())
        + IntStream.range(0, 6).map(plan::districtOf).boxed().toList();
  }

  @Test
  void a_territory_too_large_for_any_district_is_proved() {
    var world = Worlds.grid("AAAAAABC");
    DesignProblem problem = problem(world, ones(8), 3, 2);
    DesignPlan plan = Optimizer.figures(problem, world.territoryOf());

    DistrictOutcome outcome = group(problem, plan, 2, 0.1);

    assertThat(outcome.districts()).isEmpty();
    assertThat(((DesignOutcome.Infeasible) outcome.drawn().orElseThrow()).proof())
        .anyMatch(Infeasibility.UnitTooLarge.class::isInstance);
  }

  @Test
  void cancelled_districts_keep_the_best_so_far() {
    DesignProblem problem = problem(Worlds.grid(8, 4), ones(32), 6, 0.5);
    Cancellation cancelled = Cancellation.none();
    cancelled.request();

    for (Order order : Order.values()) {
      DistrictOutcome outcome = design(2, 0.5, order, cancelled, 1).run(problem);

      assertThat(outcome.territories().run().cancelled()).isTrue();
      assertThat(outcome.districts()).isPresent();
    }
  }

  @Test
  void news_goes_on_from_districts_to_territories_and_the_other_way_round() {
    assertThat(begun(Order.TERRITORIES_FIRST)).containsExactly(0.0, 0.9);
    assertThat(begun(Order.DISTRICTS_FIRST)).containsExactly(0.0, 0.5, 0.75);
  }

  /** How much is told to be done when each search begins. */
  private static List<Double> begun(Order order) {
    List<Double> begun = new ArrayList<>();
    new DistrictDesign(
            new DistrictRequest(2, 0.5, order),
            DesignSettings.ofWork(1, 400_000),
            news -> {
              if (news.stage() == Stage.CHECK) {
                begun.add(news.fraction());
              }
            },
            Cancellation.none(),
            ExactSolver.NONE)
        .run(problem(Worlds.grid(8, 4), ones(32), 6, 0.5));
    return begun;
  }

  @Test
  void what_cannot_be_grouped_is_told() {
    DesignProblem problem = problem(Worlds.grid(4, 1), ones(4), 2, 0.2);

    assertThatThrownBy(() -> run(problem, 3, 0.1, Order.TERRITORIES_FIRST))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("DISTRICT_TOO_MANY");
    assertThatThrownBy(
            () -> run(problem.toBuilder().lock(0, 1).build(), 2, 0.1, Order.DISTRICTS_FIRST))
        .hasMessageContaining("DISTRICT_NAMES_MATTER");
  }

  private static long[] ones(int units) {
    long[] ones = new long[units];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static DesignProblem problem(
      Worlds.Grid world, long[] amounts, int territories, double tolerance) {
    var builder =
        DesignProblem.builder(world.units(), world.distances())
            .measure(Measure.ACCOUNTS, amounts)
            .contiguous(world.graph())
            .rule(new BalanceRule.Tolerance(0, tolerance))
            .objective(new Objective.MomentOfInertia("momentOfInertia", 0, 0.5, 1));
    for (int t = 0; t < territories; t++) {
      builder.territory(TerritorySpec.free("T" + (t + 1)));
    }
    return builder.build();
  }

  private static DistrictOutcome group(
      DesignProblem problem, DesignPlan plan, int count, double tolerance) {
    DistrictDesign design =
        design(count, tolerance, Order.TERRITORIES_FIRST, Cancellation.none(), 1);
    DesignOutcome some =
        Optimizer.optimize(
            problem, DesignSettings.ofWork(1, 1), DesignListener.NONE, Cancellation.none());
    return design.group(problem, new DesignOutcome.NotFound(plan, some.run()));
  }

  private static DistrictOutcome run(
      DesignProblem problem, int count, double tolerance, Order order) {
    return design(count, tolerance, order, Cancellation.none(), 1).run(problem);
  }

  private static DistrictDesign design(
      int count, double tolerance, Order order, Cancellation cancellation, int threads) {
    return new DistrictDesign(
        new DistrictRequest(count, tolerance, order),
        DesignSettings.ofWork(1, 400_000).withThreads(threads),
        DesignListener.NONE,
        cancellation,
        ExactSolver.NONE);
  }
}
