package bailiwick.core.optimize.change;

import static bailiwick.core.optimize.change.Changes.today;
import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Today;
import bailiwick.core.fixture.Worlds;
import bailiwick.core.unit.Measure;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TakenBackTest {

  private final Worlds.Grid today = Worlds.grid("AAAABBBB", "AAAABBBB");

  @Test
  void what_no_limit_needs_goes_back_to_whose_it_is_today() {
    assertThat(takenBack(today(today, 0.5), "AABBBBBB", "AAAABBBB"))
        .isEqualTo("AAAABBBB\nAAAABBBB");
  }

  @Test
  void what_a_total_needs_stays_and_no_land_falls_apart() {
    long[] amounts = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    amounts[0] = 8; // A is too full with all it has today
    DesignProblem problem = today(today, amounts, 0.2);

    assertThat(takenBack(problem, "AAABBBBB", "AAABBBBB")).isEqualTo("AAABBBBB\nAAABBBBB");
    assertThat(takenBack(today(today, 0.5), "AAAABBBB", "ABABBBBB"))
        .isEqualTo("AAAABBBB\nAAAABBBB");
  }

  @Test
  void what_counts_much_is_exchanged_for_what_counts_less() {
    long[] counted = {9, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    long[] ones = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    DesignProblem scattered =
        DesignProblem.builder(today.units(), today.distances())
            .measure(Measure.ACCOUNTS, ones)
            .measure(Measure.WORKLOAD, counted)
            .freeTerritories(2)
            .rule(new BalanceRule.TerritoryLimits(0, 1, 9, 16))
            .today(Today.of(today.territoryOf(), 0, 0))
            .build();

    int[] plan = Worlds.grid("BAAABBBB", "AAAABBBB").territoryOf();
    int[] taken = TakenBack.of(scattered, today.graph(), plan, 1);

    assertThat(taken[0]).isZero();
    assertThat(Arrays.stream(taken).filter(t -> t == 1).count()).isEqualTo(9);
  }

  private String takenBack(DesignProblem problem, String... plan) {
    return today.draw(TakenBack.of(problem, today.graph(), Worlds.grid(plan).territoryOf(), 0));
  }
}
