package bailiwick.core.optimize.tradeoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.Cancellation;
import bailiwick.core.design.DesignListener;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignSettings;
import bailiwick.core.design.MoveBudget;
import bailiwick.core.design.Objective;
import bailiwick.core.design.TerritorySpec;
import bailiwick.core.design.Today;
import bailiwick.core.exact.ExactSolver;
import bailiwick.core.fixture.Seeds;
import bailiwick.core.fixture.Share;
import bailiwick.core.fixture.Worlds;
import bailiwick.core.measure.Contiguity;
import bailiwick.core.optimize.BruteForce;
import bailiwick.core.optimize.RandomWorlds;
import bailiwick.core.unit.Measure;
import java.util.List;
import org.junit.jupiter.api.Test;

class TradeOffTest {

  private static final int STEPS = 5;

  @Test
  void no_point_is_worse_than_another_in_everything_and_each_keeps_its_budget() {
    Seeds.check(
        12,
        (random, size) -> {
          var world = Worlds.grid(6, 5);
          DesignProblem problem = RandomWorlds.onGrid(random, world, 3, 4);

          List<TradeOffPoint> curve = curve(problem, 1, 3_000);

          for (TradeOffPoint point : curve) {
            assertThat(curve).noneMatch(other -> other.dominates(point));
            assertThat(point.moved()).isEqualTo(moved(problem, point));
            assertThat(point.moved()).isLessThanOrEqualTo(point.budget());
            int[] plan = point.plan().alignment().toArray();
            assertThat(Contiguity.holds(world.graph(), plan, 3)).isTrue();
            for (int t = 0; t < 3; t++) {
              assertThat(point.plan().total(1, t))
                  .isBetween(problem.lower(1, t), problem.upper(1, t));
            }
          }
        });
  }

  private static long moved(DesignProblem problem, TradeOffPoint point) {
    long moved = 0;
    for (int unit = 0; unit < problem.unitCount(); unit++) {
      int today = problem.today().orElseThrow().territoryOf(unit);
      if (today >= 0 && today != point.plan().alignment().territoryOf(unit)) {
        moved += problem.amount(1, unit);
      }
    }
    return moved;
  }

  @Test
  void what_may_move_more_is_better_and_the_price_says_by_how_much() {
    Seeds.check(
        12,
        (random, size) -> {
          DesignProblem problem = RandomWorlds.onGrid(random, Worlds.grid(6, 5), 3, 4);
          for (double strictness : List.of(1.0, 0.5)) {
            List<TradeOffPoint> curve =
                curve(problem, 1, 3_000).stream()
                    .filter(point -> point.strictness() == strictness)
                    .toList();
            for (int k = 1; k < curve.size(); k++) {
              TradeOffPoint before = curve.get(k - 1);
              TradeOffPoint point = curve.get(k);
              if (point.moved() > before.moved()) {
                double amount = problem.measures().get(1).toDecimal(point.moved() - before.moved());
                assertThat(point.price().orElseThrow())
                    .isCloseTo((before.value() - point.value()) / amount, within(1e-9));
              }
            }
          }
        });
  }

  @Test
  void the_same_curve_comes_again_on_more_threads() {
    DesignProblem problem = strip();

    List<TradeOffPoint> once = curve(problem, 1, 3_000);
    List<TradeOffPoint> again = curve(problem, 2, 3_000);

    assertThat(again).hasSameSizeAs(once).isNotEmpty();
    for (int k = 0; k < once.size(); k++) {
      assertThat(again.get(k).plan().alignment()).isEqualTo(once.get(k).plan().alignment());
    }
  }

  @Test
  void nearly_each_point_of_a_tiny_world_is_the_best_for_its_budget() {
    var best = new Share();
    Seeds.check(
        10,
        (random, size) -> {
          DesignProblem problem = RandomWorlds.onGrid(random, Worlds.grid(3, 3), 2, 4);
          for (TradeOffPoint point : curve(problem, 1, 20_000)) {
            if (point.strictness() == 1) {
              DesignProblem held =
                  problem.toBuilder()
                      .withoutPriceOfMoving()
                      .budget(new MoveBudget.InAll(1, point.moved()))
                      .build();
              best.add(point.value(), BruteForce.optimum(held).orElseThrow());
            }
          }
        });
    best.requireAtLeast(0.98);
  }

  @Test
  void what_nothing_can_keep_has_no_curve() {
    DesignProblem impossible =
        strip().toBuilder().rule(new BalanceRule.Limits(0, 100, 200)).build();

    assertThat(curve(impossible, 1, 1_000)).isEmpty();
  }

  @Test
  void limits_of_one_side_are_as_wide_for_stricter_points() {
    DesignProblem problem =
        strip().toBuilder()
            .rule(new BalanceRule.TerritoryLimits(0, 0, 1, Long.MAX_VALUE))
            .rule(new BalanceRule.TerritoryLimits(0, 1, 0, 12))
            .build();

    assertThat(curve(problem, 1, 3_000)).anyMatch(point -> point.strictness() == 0.5);
  }

  @Test
  void a_curve_needs_two_steps() {
    assertThatThrownBy(() ->
            TradeOff.find(
                strip(),
                0,
                1,
                DesignSettings.ofWork(1, 100),
                DesignListener.NONE,
                Cancellation.none(),
                ExactSolver.NONE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Twelve units in a row between two homes; today the left one has the even ones. */
  private static DesignProblem strip() {
    var row = Worlds.grid(12, 1);
    int[] today = new int[12];
    for (int unit = 0; unit < 12; unit++) {
      today[unit] = unit % 2;
    }
    return DesignProblem.builder(row.units(), row.distances())
        .measure(Measure.ACCOUNTS, new long[] {1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2})
        .graph(row.graph())
        .territory(TerritorySpec.withHome("A", 0))
        .territory(TerritorySpec.withHome("B", 11))
        .rule(new BalanceRule.Tolerance(0, 0.5))
        .objective(Objective.SumOfDistances.DEFAULT)
        .today(Today.of(today, 0, 1))
        .build();
  }

  private static List<TradeOffPoint> curve(DesignProblem problem, int threads, long work) {
    return TradeOff.find(
        problem,
        1 % problem.measures().size(),
        STEPS,
        DesignSettings.ofWork(1, work).withThreads(threads),
        DesignListener.NONE,
        Cancellation.none(),
        ExactSolver.NONE);
  }
}
