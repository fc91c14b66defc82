package bailiwick.core.optimize.change;

import static bailiwick.core.optimize.change.Changes.add;
import static bailiwick.core.optimize.change.Changes.figures;
import static bailiwick.core.optimize.change.Changes.run;
import static bailiwick.core.optimize.change.Changes.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProblemBuilder;
import bailiwick.core.design.PlanarDistances;
import bailiwick.core.design.Preference;
import bailiwick.core.design.Succession;
import bailiwick.core.design.TerritorySpec;
import bailiwick.core.design.Today;
import bailiwick.core.fixture.Worlds;
import bailiwick.core.unit.Measure;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AddedTerritoriesTest {

  @Test
  void the_least_changes_hands_even_where_another_territory_is_fuller() {
    var world = Worlds.grid("AAAAAAAABBBBB");
    long[] amounts = new long[13];
    Arrays.fill(amounts, 0, 8, 6);
    Arrays.fill(amounts, 8, 13, 5);

    ChangeOutcome changed = run(today(world, amounts, 0.59), add("C"));

    assertThat(figures(changed).besides().amounts()).containsExactly(10L);
  }

  @Test
  void the_least_possible_is_told_in_what_changes_hands_and_nothing_else() {
    DesignProblemBuilder builder = today(Worlds.grid("AAAAAAAAAABBBBBBBB"), 0.34).toBuilder();
    for (int unit = 0; unit < 10; unit++) {
      builder.lock(unit, 0);
    }

    ChangeOutcome changed = run(builder.build(), add("C"));

    assertThat(figures(changed).besides().units()).isEqualTo(4);
    assertThat(((DesignOutcome.Designed) changed.outcome()).bound().orElseThrow())
        .isCloseTo(4, within(1e-6));
  }

  @Test
  void among_plans_that_move_as_little_the_fullest_gives() {
    var world = Worlds.grid("AAAAABBBBBBBBBBCCCCC");

    ChangeOutcome changed = run(today(world, 0.5), add("D"));

    assertThat(figures(changed).besides().units()).isEqualTo(3);
    assertThat(changed.figures().orElseThrow().territories())
        .extracting(each -> each.code().value())
        .containsExactly("B", "D");
  }

  @Test
  void a_few_large_accounts_change_hands_rather_than_many_small_ones() {
    SplittableRandom random = new SplittableRandom(4);
    int[] today = new int[900];
    double[] x = new double[900];
    double[] y = new double[900];
    long[] potential = new long[900];
    for (int unit = 0; unit < 900; unit++) {
      today[unit] = unit % 9;
      x[unit] = today[unit] % 3 + random.nextDouble();
      y[unit] = Math.floorDiv(today[unit], 3) + random.nextDouble();
      potential[unit] = unit % 45 == 0 ? 200 : 1 + random.nextInt(9);
    }
    DesignProblemBuilder builder =
        DesignProblem.builder(Worlds.grid(900, 1).units(), PlanarDistances.of(x, y))
            .measure(Measure.ACCOUNTS, LongStream.generate(() -> 1).limit(900).toArray())
            .measure(Measure.WORKLOAD, potential)
            .rule(new BalanceRule.Tolerance(1, 1.5))
            .rule(new BalanceRule.Limits(1, 400, Long.MAX_VALUE))
            .objective(Changes.MOMENT)
            .today(Today.of(today, 0, 0));
    IntStream.range(0, 9).forEach(t -> builder.territory(TerritorySpec.free("T" + t)));

    ChangeOutcome changed = run(builder.build(), add("X"));

    assertThat(figures(changed).besides().units()).isEqualTo(2);
  }

  @Test
  void a_seat_that_is_empty_today_is_no_new_territory() {
    DesignProblem problem =
        today(Worlds.grid("AAAAAABBB"), 0.5).toBuilder().territory(TerritorySpec.free("C")).build();
    Succession added = Successors.of(problem, add("D").change());
    DesignProblem after = problem.toBuilder().succeededBy(added).build();

    Preference room = RoomFromTheFullest.preference("room", after, added, 0);

    assertThat(List.of(room.at(8, 2), room.at(8, 3))).containsExactly(0.0, 0.5);
  }
}
