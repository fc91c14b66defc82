package bailiwick.core.optimize.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bailiwick.core.design.BalanceBound;
import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProblemBuilder;
import bailiwick.core.fixture.Seeds;
import bailiwick.core.fixture.Worlds;
import bailiwick.core.optimize.AskedWorlds;
import bailiwick.core.optimize.BruteForce;
import bailiwick.core.unit.Measure;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BalanceBoundsTest {

  private static final double NEAR = 2e-5;

  @Test
  void whoever_gets_a_large_unit_has_at_least_that_much() {
    assertThat(onlyBound(strip(70, 10, 10, 10).freeTerritories(2))).isCloseTo(0.4, within(NEAR));
  }

  @Test
  void three_large_units_cannot_be_dealt_out_to_two_territories_evenly() {
    assertThat(onlyBound(loose(40, 40, 40, 0).freeTerritories(2)))
        .isCloseTo(80.0 / 60 - 1, within(NEAR));
  }

  @Test
  void what_only_one_unit_connects_counts_with_it() {
    assertThat(onlyBound(strip(10, 50, 20, 20).freeTerritories(2))).isCloseTo(0.2, within(NEAR));
    assertThat(onlyBound(loose(10, 50, 20, 20).freeTerritories(2))).isCloseTo(0, within(NEAR));
  }

  @Test
  void units_that_can_be_even_have_no_bound_above_nothing() {
    assertThat(bounds(strip(10, 10, 10, 10).freeTerritories(2)))
        .containsExactly(new BalanceBound(0, 0));
  }

  @Test
  void where_no_tolerance_helps_there_is_no_bound() {
    assertThat(bounds(strip(1, 1).freeTerritories(3))).isEmpty();
  }

  @Test
  void a_measure_without_tolerance_has_no_bound() {
    DesignProblem problem =
        strip(70, 10, 10, 10).freeTerritories(2).build().toBuilder()
            .rules(List.of(new BalanceRule.Limits(0, 0, 90)))
            .build();

    assertThat(BalanceBounds.find(problem)).isEmpty();
  }

  @Test
  void no_plan_of_brute_force_is_more_even_than_the_bound() {
    AtomicInteger told = new AtomicInteger();
    Seeds.check(
        60,
        (random, size) -> {
          DesignProblem problem = AskedWorlds.onGrid(random, Worlds.grid(4, 2), 3);
          for (BalanceBound bound : BalanceBounds.find(problem)) {
            if (bound.deviation() > 0) {
              told.incrementAndGet();
              double less = bound.deviation() * 0.999;
              BalanceRule tighter = new BalanceRule.Tolerance(bound.measure(), less);
              assertThat(BruteForce.bestPlan(problem.toBuilder().rule(tighter).build())).isEmpty();
            }
          }
        });
    assertThat(told).hasPositiveValue();
  }

  private static double onlyBound(DesignProblemBuilder asked) {
    return bounds(asked).getFirst().deviation();
  }

  private static List<BalanceBound> bounds(DesignProblemBuilder asked) {
    return BalanceBounds.find(asked.rule(new BalanceRule.Tolerance(0, 0.05)).build());
  }

  private static DesignProblemBuilder strip(long... amounts) {
    var world = Worlds.grid(amounts.length, 1);
    return loose(amounts).contiguous(world.graph());
  }

  private static DesignProblemBuilder loose(long... amounts) {
    var world = Worlds.grid(amounts.length, 1);
    return DesignProblem.builder(world.units(), world.distances())
        .measure(Measure.ACCOUNTS, amounts);
  }
}
