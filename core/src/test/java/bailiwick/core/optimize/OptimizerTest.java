package bailiwick.core.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.Cancellation;
import bailiwick.core.design.DesignListener;
import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProblemBuilder;
import bailiwick.core.design.DesignSettings;
import bailiwick.core.design.Objective;
import bailiwick.core.design.PlanarDistances;
import bailiwick.core.design.Today;
import bailiwick.core.exact.ExactAnswer;
import bailiwick.core.fixture.Seeds;
import bailiwick.core.fixture.Share;
import bailiwick.core.fixture.Worlds;
import bailiwick.core.measure.Compactness;
import bailiwick.core.measure.Contiguity;
import bailiwick.core.measure.Disruption;
import bailiwick.core.unit.Measure;
import bailiwick.core.unit.UnitGraph;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OptimizerTest {

  @Test
  void two_halves_of_a_strip_are_its_left_and_its_right() {
    var world = Worlds.grid(6, 2);
    DesignProblem problem =
        even(world)
            .freeTerritories(2)
            .rule(new BalanceRule.Tolerance(0, 0))
            .objective(Objective.CutEdges.DEFAULT)
            .build();

    DesignPlan plan = designed(problem, 20_000);

    assertThat(plan.objective()).isEqualTo(2);
    assertThat(world.draw(plan.alignment().toArray())).isIn("AAABBB\nAAABBB", "BBBAAA\nBBBAAA");
  }

  @Test
  void tiny_worlds_are_solved_to_the_optimum_for_every_objective() {
    var found = new Share();
    Seeds.check(
        40,
        (random, size) -> {
          int kind = size % 5;
          DesignProblem problem = RandomWorlds.onGrid(random, Worlds.grid(3, 3), 3, kind);
          OptionalDouble optimum = BruteForce.optimum(problem);
          DesignOutcome outcome = run(problem, DesignSettings.ofWork(1, 60_000));
          if (optimum.isEmpty()) {
            assertThat(outcome).isNotInstanceOf(DesignOutcome.Designed.class);
            return;
          }
          assertThat(outcome).isNotInstanceOf(DesignOutcome.Infeasible.class);
          if (outcome instanceof DesignOutcome.Designed designed) {
            assertThat(designed.plan().objective())
                .isCloseTo(optimum.getAsDouble(), within(1e-9 * optimum.getAsDouble() + 1e-9));
            designed
                .bound()
                .ifPresent(bound ->
                    assertThat(bound).isLessThanOrEqualTo(optimum.getAsDouble() * (1 + 1e-12)));
          }
          found.add(outcome instanceof DesignOutcome.Designed);
        });
    found.requireAtLeast(0.998);
  }

  @Test
  void a_plan_in_balance_is_found_where_a_start_out_of_balance_has_the_smaller_diameter() {
    var world = Worlds.grid(3, 3);
    DesignProblem problem =
        DesignProblem.builder(world.units(), world.distances())
            .measure(Measure.WORKLOAD, new long[] {155, 319, 116, 211, 375, 73, 202, 250, 73})
            .contiguous(world.graph())
            .freeTerritories(3)
            .rule(new BalanceRule.Tolerance(0, 0.5))
            .objective(Objective.MaxDiameter.DEFAULT)
            .build();

    assertThat(designed(problem, 60_000).objective())
        .isCloseTo(BruteForce.optimum(problem).orElseThrow(), within(1e-9));
  }

  @Test
  void an_exact_solver_gets_no_more_than_the_time_that_is_left_and_may_fail() {
    var square = Worlds.grid(2, 2);
    DesignProblem problem =
        DesignProblem.builder(square.units(), square.distances())
            .measure(Measure.ACCOUNTS, new long[] {4, 3, 2, 1})
            .contiguous(square.graph())
            .freeTerritories(2)
            .rule(new BalanceRule.Tolerance(0, 0.1))
            .build();
    Duration limit = Duration.ofSeconds(20);
    List<Duration> given = new ArrayList<>();

    DesignOutcome outcome =
        Optimizer.optimize(
            problem,
            DesignSettings.ofWork(1, 3_000).withTimeLimit(Optional.of(limit)),
            DesignListener.NONE,
            Cancellation.none(),
            (program, limits, cancellation) -> {
              given.add(limits.killAfter());
              return new ExactAnswer.Failed("It crashed.");
            });

    assertThat(given).singleElement().satisfies(most -> assertThat(most).isLessThan(limit));
    assertThat(outcome).isInstanceOf(DesignOutcome.NotFound.class);
    assertThat(outcome.run().exactFailure()).contains("It crashed.");
  }

  @Test
  void without_a_plan_within_limits_the_work_kept_for_parts_goes_on_with_the_search() {
    var world = Worlds.grid(2, 3);
    DesignProblem problem =
        DesignProblem.builder(world.units(), world.distances())
            .measure(Measure.ACCOUNTS, new long[] {30, 30, 30, 30, 30, 33})
            .contiguous(world.graph())
            .freeTerritories(3)
            .rule(new BalanceRule.Tolerance(0, 0.01))
            .build();
    long work = 20_000;

    DesignOutcome outcome =
        Optimizer.optimize(
            problem,
            DesignSettings.ofWork(1, work),
            DesignListener.NONE,
            Cancellation.none(),
            (program, limits, cancellation) -> new ExactAnswer.Failed("It crashed."));

    assertThat(outcome).isInstanceOf(DesignOutcome.NotFound.class);
    assertThat(outcome.run().evaluations()).isGreaterThan((long) (0.9 * work));
  }

  @Test
  void every_plan_designed_is_contiguous_and_balanced() {
    Seeds.check(
        60,
        (random, size) -> {
          var world = Worlds.grid(4 + size % 7, 5);
          DesignProblem problem = RandomWorlds.onGrid(random, world, 2 + size % 4, size % 5);
          if (run(problem, DesignSettings.ofWork(size, 20_000))
              instanceof DesignOutcome.Designed designed) {
            int[] plan = designed.plan().alignment().toArray();
            assertThat(Contiguity.holds(world.graph(), plan, problem.territoryCount())).isTrue();
            for (int t = 0; t < problem.territoryCount(); t++) {
              assertThat(designed.plan().total(1, t))
                  .isBetween(problem.lower(1, t), problem.upper(1, t));
            }
          }
        });
  }

  @Test
  void a_territory_on_a_far_island_fills_up_over_the_bridge_however_long_the_search() {
    DesignProblem problem = islandBehindBridge(60, 20, 3);
    for (long work : new long[] {200_000, 1_000_000, 3_000_000}) {
      for (long seed = 4; seed <= 5; seed++) {
        assertThat(run(problem, DesignSettings.ofWork(seed, work)))
            .as("%s evaluations, seed %s", work, seed)
            .isInstanceOf(DesignOutcome.Designed.class);
      }
    }
  }

  /**
   * Amounts on every third unit of a grid whose last columns lie forty widths out at sea, tied to
   * the land by one bridge, and hold half of what a territory needs.
   */
  private static DesignProblem islandBehindBridge(int width, int height, int islandColumns) {
    int land = width - islandColumns;
    int[] columns = IntStream.range(0, width * height).map(unit -> unit % width).toArray();
    double[] x = Arrays.stream(columns).mapToDouble(c -> c < land ? c : c + 40 * width).toArray();
    double[] y =
        IntStream.range(0, columns.length).map(unit -> unit / width).asDoubleStream().toArray();
    UnitGraph grid = Worlds.grid(width, height).graph();
    List<int[]> edges = new ArrayList<>();
    for (int unit = 0; unit < columns.length; unit++) {
      for (int k = grid.first(unit); k < grid.end(unit); k++) {
        int other = grid.neighbourAt(k);
        boolean sea = columns[unit] == land - 1 && columns[other] == land;
        if (unit < other && (!sea || unit < width)) {
          edges.add(new int[] {unit, other});
        }
      }
    }
    UnitGraph graph =
        UnitGraph.of(
            columns.length,
            edges.stream().mapToInt(edge -> edge[0]).toArray(),
            edges.stream().mapToInt(edge -> edge[1]).toArray());
    long[] amounts = new long[columns.length];
    for (int unit = 0; unit < amounts.length; unit += 3) {
      amounts[unit] = 10L + unit * 7L % 11;
    }
    return DesignProblem.builder(Worlds.grid(width, height).units(), PlanarDistances.of(x, y))
        .contiguous(graph)
        .measure(Measure.WORKLOAD, amounts)
        .freeTerritories(width / (2 * islandColumns))
        .rule(new BalanceRule.Tolerance(0, 0.05))
        .objective(new Objective.MomentOfInertia("moi", 0, 0, 1))
        .build();
  }

  @Test
  void threads_do_not_change_the_plan() {
    Seeds.check(
        10,
        (random, size) -> {
          DesignProblem problem = RandomWorlds.onGrid(random, Worlds.grid(8, 6), 4, size % 5);
          DesignSettings settings = DesignSettings.ofWork(size, 300_000);
          DesignOutcome one = run(problem, settings);
          assertThat(planOf(run(problem, settings.withThreads(2)))).isEqualTo(planOf(one));
          assertThat(planOf(run(problem, settings.withThreads(4)))).isEqualTo(planOf(one));
        });
  }

  @Test
  void a_design_that_the_clock_stopped_is_repeated_by_stopping_at_the_same_look() {
    Seeds.check(
        10,
        (random, size) -> {
          DesignProblem problem = RandomWorlds.onGrid(random, Worlds.grid(12, 9), 4, size % 5);
          DesignSettings settings = DesignSettings.ofWork(size, 20_000_000);
          DesignOutcome stopped =
              run(problem, settings.withTimeLimit(Optional.of(Duration.ofMillis(50))));
          if (stopped instanceof DesignOutcome.Infeasible) {
            return;
          }
          assertThat(stopped.run().stoppedByClock()).isTrue();
          DesignOutcome again =
              run(problem, settings.withThreads(2).stoppedAt(stopped.run().stoppedAt()));
          assertThat(again.run().evaluations()).isEqualTo(stopped.run().evaluations());
          assertThat(planOf(again)).isEqualTo(planOf(stopped));
        });
  }

  private static List<Integer> planOf(DesignOutcome outcome) {
    return switch (outcome) {
      case DesignOutcome.Designed designed -> boxed(designed.plan());
      case DesignOutcome.NotFound notFound -> boxed(notFound.closest());
      case DesignOutcome.Infeasible infeasible -> List.of();
    };
  }

  private static List<Integer> boxed(DesignPlan plan) {
    return Arrays.stream(plan.alignment().toArray()).boxed().toList();
  }

  @Test
  void locked_units_never_move() {
    Seeds.check(
        40,
        (random, size) -> {
          var world = Worlds.grid(6, 4);
          DesignProblemBuilder builder =
              even(world)
                  .freeTerritories(3)
                  .rule(new BalanceRule.Tolerance(0, 0.3))
                  .objective(Objective.MomentOfInertia.of(0));
          int[] locked = random.ints(4, 0, 24).toArray();
          for (int unit : locked) {
            builder.lock(unit, random.nextInt(3));
          }
          DesignProblem problem = builder.build();
          List<Integer> plan = planOf(run(problem, DesignSettings.ofWork(1, 10_000)));
          for (int unit : locked) {
            if (!plan.isEmpty()) {
              assertThat(plan.get(unit)).isEqualTo(problem.lockedTo(unit));
            }
          }
        });
  }

  @Test
  void a_cancelled_design_keeps_the_best_so_far() {
    var world = Worlds.grid(10, 10);
    DesignProblem problem =
        even(world).freeTerritories(4).rule(new BalanceRule.Tolerance(0, 0.2)).build();
    Cancellation cancellation = new Cancellation();
    List<Double> heard = new ArrayList<>();
    DesignListener listener =
        progress -> {
          progress.objective().ifPresent(heard::add);
          cancellation.request();
        };

    DesignOutcome outcome =
        Optimizer.optimize(problem, DesignSettings.ofWork(1, 50_000_000), listener, cancellation);

    assertThat(outcome.run().cancelled()).isTrue();
    assertThat(outcome.run().evaluations()).isLessThan(50_000_000);
    assertThat(boxed(planFrom(outcome))).hasSize(100);
  }

  private static DesignPlan planFrom(DesignOutcome outcome) {
    return switch (outcome) {
      case DesignOutcome.Designed designed -> designed.plan();
      case DesignOutcome.NotFound notFound -> notFound.closest();
      case DesignOutcome.Infeasible infeasible -> throw new AssertionError(infeasible.proof());
    };
  }

  @Test
  void a_dear_disruption_keeps_today_and_a_free_one_does_not() {
    var world = Worlds.grid("AAAAAB", "AAABBB");
    int[] today = world.territoryOf();

    int[] dear = designed(rebalance(world, today, 1000), 40_000).alignment().toArray();
    int[] free = designed(rebalance(world, today, 0), 40_000).alignment().toArray();

    long[] amounts = new long[12];
    Arrays.fill(amounts, 1);
    assertThat(Disruption.moved(amounts, today, dear)).isEqualTo(2);
    assertThat(Disruption.moved(amounts, today, free)).isGreaterThanOrEqualTo(2);
  }

  @Test
  void the_dearer_disruption_is_the_less_changes_hands() {
    var world = Worlds.grid(18, 18);
    long[] amounts = scattered(world.unitCount());
    int[] today = new int[world.unitCount()];
    Arrays.setAll(today, unit -> amounts[unit] == 0 ? -1 : (unit % 18 < 11 ? 0 : 1));
    double before = 1;
    for (double weight : new double[] {0, 5, 20, 100, 1e6}) {
      DesignProblem problem =
          DesignProblem.builder(world.units(), world.distances())
              .measure(Measure.ACCOUNTS, amounts)
              .contiguous(world.graph())
              .freeTerritories(2)
              .rule(new BalanceRule.Tolerance(0, 0.05))
              .objective(Objective.MomentOfInertia.of(0))
              .today(Today.of(today, 0, weight))
              .build();
      int[] plan = designed(problem, 150_000).alignment().toArray();
      double moved = Disruption.share(amounts, today, plan);
      assertThat(moved).isLessThanOrEqualTo(before + 1e-9);
      before = moved;
    }
    long left = Disruption.moved(amounts, today, new int[world.unitCount()]);
    long all = Arrays.stream(amounts).sum();
    double least = ((all - left) - Math.floor(1.05 * all / 2)) / all;
    assertThat(before).isBetween(least, least + 0.02);
  }

  /** A unit in four has an amount, from 1 to 9. */
  private static long[] scattered(int count) {
    SplittableRandom random = new SplittableRandom(3);
    return random.longs(count, 0, 4).map(one -> one == 0 ? random.nextLong(1, 10) : 0).toArray();
  }

  @Test
  void territories_of_a_new_plan_take_the_numbers_of_those_they_share_most_with() {
    var world = Worlds.grid("CCAABB", "CCAABB");
    DesignProblem problem =
        even(world)
            .freeTerritories(3)
            .rule(new BalanceRule.Tolerance(0, 0))
            .objective(Objective.MomentOfInertia.of(0))
            .today(Today.of(world.territoryOf(), 0, 0))
            .build();

    assertThat(world.draw(designed(problem, 40_000).alignment().toArray()))
        .isEqualTo("CCAABB\nCCAABB");
  }

  @Test
  void accounts_scattered_over_empty_land_get_compact_territories() {
    var world = Worlds.grid(40, 40);
    DesignProblem problem =
        DesignProblem.builder(world.units(), world.distances())
            .measure(Measure.ACCOUNTS, scattered(1600))
            .contiguous(world.graph())
            .freeTerritories(4)
            .rule(new BalanceRule.Tolerance(0, 0.1))
            .objective(Objective.MomentOfInertia.of(0))
            .build();

    DesignPlan plan = designed(problem, 200_000);

    // Four squares of 20 by 20 have two borders of 40 edges.
    assertThat(Compactness.cutEdges(world.graph(), plan.alignment().toArray()))
        .isLessThanOrEqualTo(110);
  }

  private static DesignProblem rebalance(Worlds.Grid world, int[] today, double weight) {
    return even(world)
        .freeTerritories(2)
        .rule(new BalanceRule.Tolerance(0, 0))
        .objective(Objective.MomentOfInertia.of(0))
        .today(Today.of(today, 0, weight))
        .build();
  }

  @Test
  void units_without_any_amount_are_assigned_contiguously_all_the_same() {
    var world = Worlds.grid(12, 12);
    long[] amounts = new long[144];
    for (int unit : new int[] {0, 11, 13, 66, 77, 132, 143, 100}) {
      amounts[unit] = 10;
    }
    DesignProblem problem =
        DesignProblem.builder(world.units(), world.distances())
            .measure(Measure.ACCOUNTS, amounts)
            .contiguous(world.graph())
            .freeTerritories(4)
            .rule(new BalanceRule.Tolerance(0, 0.05))
            .objective(new Objective.MomentOfInertia("momentOfInertia", 0, 0.1, 1))
            .build();

    DesignPlan plan = designed(problem, 200_000);

    assertThat(plan.breaches()).isEmpty();
    assertThat(Contiguity.holds(world.graph(), plan.alignment().toArray(), 4)).isTrue();
  }

  @Test
  void what_nobody_can_balance_comes_back_with_the_least_violation() {
    var world = Worlds.grid(2, 2);
    DesignProblem problem =
        DesignProblem.builder(world.units(), world.distances())
            .measure(Measure.ACCOUNTS, new long[] {30, 30, 30, 40})
            .contiguous(world.graph())
            .freeTerritories(2)
            .rule(new BalanceRule.Tolerance(0, 0.05))
            .build();

    DesignOutcome outcome = run(problem, DesignSettings.ofWork(1, 5_000));

    assertThat(outcome).isInstanceOf(DesignOutcome.NotFound.class);
    assertThat(planFrom(outcome).violation()).isCloseTo(4 / 65.0, within(1e-9));
  }

  @Test
  void accounts_without_neighbours_are_dealt_out_by_distance() {
    var world = Worlds.grid(9, 2);
    DesignProblem problem =
        DesignProblem.builder(world.units(), world.distances())
            .measure(Measure.ACCOUNTS, ones(18))
            .freeTerritories(3)
            .rule(new BalanceRule.Tolerance(0, 0))
            .build();

    DesignPlan plan = designed(problem, 60_000);

    assertThat(plan.objective()).isCloseTo(3 * (1 + 1 + 1 + 2 * Math.sqrt(2)), within(1e-9));
  }

  private static DesignProblemBuilder even(Worlds.Grid world) {
    return DesignProblem.builder(world.units(), world.distances())
        .measure(Measure.ACCOUNTS, ones(world.unitCount()))
        .contiguous(world.graph());
  }

  private static long[] ones(int count) {
    long[] ones = new long[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static DesignOutcome run(DesignProblem problem, DesignSettings settings) {
    return Optimizer.optimize(problem, settings, DesignListener.NONE, Cancellation.none());
  }

  private static DesignPlan designed(DesignProblem problem, long work) {
    DesignOutcome outcome = run(problem, DesignSettings.ofWork(1, work));
    assertThat(outcome).isInstanceOf(DesignOutcome.Designed.class);
    return ((DesignOutcome.Designed) outcome).plan();
  }
}
