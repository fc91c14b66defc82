package bailiwick.core.optimize.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.fixture.Seeds;
import bailiwick.core.fixture.Worlds;
import bailiwick.core.optimize.RandomWorlds;
import bailiwick.core.optimize.plan.WorkingPlan;
import bailiwick.core.unit.Measure;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Territory A lacks units, B keeps its limits, C has too many: four each are asked, ±1. */
class BalancePricesTest {

  private static final int A = 0;
  private static final int B = 1;
  private static final int C = 2;

  private final Worlds.Grid world = Worlds.grid("AABBCC", "BBCCCC");
  private final WorkingPlan plan = new WorkingPlan(problem(), world.graph(), world.territoryOf());
  private final BalanceExcess excess = new BalanceExcess(plan);
  private final BalancePrices prices = new BalancePrices(excess, 3);

  @Test
  void the_price_of_one_is_the_excess_itself() {
    Seeds.check((random, size) -> {
      var grid = Worlds.grid(3 + size % 5, 4);
      int[] territoryOf = random.ints(grid.unitCount(), 0, 3).toArray();
      var working =
          new WorkingPlan(
              RandomWorlds.onGrid(random, grid, 3, size % 5), grid.graph(), territoryOf);
      BalanceExcess outside = new BalanceExcess(working);
      BalancePrices ones = new BalancePrices(outside, 3);
      ones.setPrice(1, 1);
      for (int unit = 0; unit < grid.unitCount(); unit++) {
        int to = (working.territoryOf(unit) + 1) % 3;
        assertThat(ones.excessChange(unit, to)).isCloseTo(outside.change(unit, to), within(1e-9));
      }
    });
  }

  @Test
  void an_exchange_costs_what_its_two_moves_do() {
    Seeds.check((random, size) -> {
      var grid = Worlds.grid(3 + size % 5, 4);
      int[] territoryOf = random.ints(grid.unitCount(), 0, 3).toArray();
      territoryOf[0] = A;
      territoryOf[1] = B;
      var working =
          new WorkingPlan(
              RandomWorlds.onGrid(random, grid, 3, size % 5), grid.graph(), territoryOf);
      BalanceExcess outside = new BalanceExcess(working);
      BalancePrices dear = new BalancePrices(outside, 3);
      dear.setPrice(7, 1);
      dear.adapt(territory -> 1);

      double swap = dear.excessChangeOfSwap(0, 1);
      double first = dear.excessChange(0, B);
      working.move(0, B);
      outside.moved(0, A, B);

      assertThat(swap).isCloseTo(first + dear.excessChange(1, A), within(1e-9));
    });
  }

  @Test
  void only_those_outside_their_limits_become_dearer() {
    prices.setPrice(1, 1);

    prices.adapt(territory -> 1);

    assertThat(prices.highest(A, A)).isGreaterThan(1);
    assertThat(prices.highest(B, B)).isLessThan(1);
    assertThat(prices.highest(C, C)).isGreaterThan(1);
  }

  @Test
  void tolls_lead_units_from_where_there_is_too_much_to_where_there_is_too_little() {
    prices.setPrice(1, 1);

    prices.adapt(territory -> 1);

    assertThat(prices.tollChange(4, B)).isNegative(); // from C, which has too many
    assertThat(prices.tollChange(2, A)).isNegative(); // to A, which lacks some
  }

  @Test
  void what_nothing_fills_never_pays_for_leaving_a_limit() {
    prices.setTolls(new double[][] {{-1e12, 0, 1e12}});
    prices.setPrice(1, 0);
    for (int k = 0; k < 10_000; k++) {
      prices.adapt(territory -> 1);
    }

    double share = excess.tolledAmount(0, 4);
    assertThat(prices.tollChange(4, A)).isCloseTo(-share, within(1e-9));
    assertThat(prices.highest(A, C)).isEqualTo(1);
  }

  private DesignProblem problem() {
    long[] ones = new long[world.unitCount()];
    Arrays.fill(ones, 1);
    return DesignProblem.builder(world.units(), world.distances())
        .measure(Measure.ACCOUNTS, ones)
        .contiguous(world.graph())
        .freeTerritories(3)
        .rule(new BalanceRule.Tolerance(0, 0.25))
        .build();
  }
}
