package bailiwick.core.optimize.change;

import static bailiwick.core.optimize.change.Changes.MOMENT;
import static bailiwick.core.optimize.change.Changes.drawn;
import static bailiwick.core.optimize.change.Changes.figures;
import static bailiwick.core.optimize.change.Changes.plan;
import static bailiwick.core.optimize.change.Changes.run;
import static bailiwick.core.optimize.change.Changes.split;
import static bailiwick.core.optimize.change.Changes.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.Centre;
import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProblemBuilder;
import bailiwick.core.design.MoveBudget;
import bailiwick.core.design.TerritorySpec;
import bailiwick.core.design.Today;
import bailiwick.core.fixture.Seeds;
import bailiwick.core.fixture.Worlds;
import bailiwick.core.unit.Measure;
import bailiwick.core.unit.UnitGraph;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SplitTerritoryTest {

  @Test
  void parts_share_out_land_that_is_nobody_s_today_too() {
    var world = Worlds.grid("..AAAAAAAAAABB");

    ChangeOutcome changed = run(today(world, 0.05), split("A", "A2"));

    assertThat(plan(changed).total(0, 0)).isEqualTo(6);
    assertThat(plan(changed).total(0, 2)).isEqualTo(6);
    assertThat(figures(changed).besides().units()).isEqualTo(4);
  }

  @Test
  void others_may_stay_as_they_are_with_the_land_around_them() {
    var world = Worlds.grid("AAAAAABBBBBB.");

    ChangeOutcome changed = run(today(world, 0.05), split("A", "A2"));

    assertThat(changed.outcome()).isInstanceOf(DesignOutcome.Designed.class);
    assertThat(plan(changed).total(0, 1)).isEqualTo(7);
  }

  @Test
  void budgets_are_kept_in_the_search_and_not_looked_at_afterwards_only() {
    Measure revenue = Measure.potential("USD");
    DesignProblem problem =
        today(Worlds.grid("AAAAAABBB"), 0.1).toBuilder()
            .measure(Measure.WORKLOAD, new long[] {20, 20, 20, 10, 10, 10, 0, 0, 0})
            .measure(revenue, new long[] {1, 1, 1, 100, 100, 100, 0, 0, 0})
            .budget(new MoveBudget.InAll(2, 10))
            .build();

    ChangeOutcome changed = run(problem, new ChangeRequest(split("A", "A2").change(), 1, 0, false));

    assertThat(changed.outcome()).isInstanceOf(DesignOutcome.Designed.class);
    assertThat(figures(changed).besides().amounts()).containsExactly(3L, 60L, 3L);
  }

  @Test
  void units_that_no_land_of_today_reaches_are_told() {
    var world = Worlds.grid("AAAA..");
    UnitGraph torn = UnitGraph.of(6, new int[] {0, 1, 2, 4}, new int[] {1, 2, 3, 5});
    DesignProblem problem = today(world, 0.1).toBuilder().graph(torn).build();

    assertThatThrownBy(() -> run(problem, split("A", "A2")))
        .hasMessageContaining("CHANGE_UNIT_UNREACHED")
        .hasMessageContaining("Unit `u4` and 1 other are");
  }

  @Test
  void no_unit_of_another_territory_takes_the_place_of_a_dearer_one() {
    var world = Worlds.grid("AAAABB");
    long[] accounts = {1000, 50, 1, 1, 1, 1};
    long[] workload = {100, 10, 85, 105, 6, 100};
    DesignProblem problem = balanced(world, accounts, workload, 0.1).build();

    ChangeOutcome changed = run(problem, split("A", "A2", "A3"));

    assertThat(drawn(world, changed)).isIn("ACCDBB", "ADDCBB");
    assertThat(figures(changed).besides().amounts().getFirst()).isEqualTo(52);
  }

  @Test
  void nothing_outside_the_split_territory_moves() {
    AtomicInteger splits = new AtomicInteger();
    Seeds.check(
        40,
        (random, size) -> {
          var world = Worlds.grid("AAAAABBCC");
          long[] accounts = new long[9];
          long[] workload = new long[9];
          for (int unit = 0; unit < 9; unit++) {
            boolean isOfSplit = unit < 5; // others have cheap units, half of them small ones
            accounts[unit] = isOfSplit ? random.nextLong(1, 100) : 1;
            workload[unit] =
                isOfSplit || unit % 2 == 0 ? random.nextLong(10, 100) : random.nextLong(1, 10);
          }
          DesignProblem problem = balanced(world, accounts, workload, 0.1).build();

          ChangeOutcome changed = run(problem, split("A", "A2", "A3"));

          if (changed.outcome().findPlan().isPresent()) {
            int[] now = changed.outcome().findPlan().get().alignment().toArray();
            assertThat(world.draw(now).replaceAll("[DE]", "A"))
                .isEqualTo(world.draw(world.territoryOf()));
            splits.incrementAndGet();
          }
        });
    assertThat(splits.get()).isGreaterThan(10);
  }

  /** Accounts are counted where they change hands, workload is to be even. */
  private static DesignProblemBuilder balanced(
      Worlds.Grid world, long[] accounts, long[] workload, double tolerance) {
    DesignProblemBuilder builder =
        DesignProblem.builder(world.units(), world.distances())
            .measure(Measure.ACCOUNTS, accounts)
            .measure(Measure.WORKLOAD, workload)
            .rule(new BalanceRule.Tolerance(1, tolerance))
            .objective(MOMENT)
            .today(Today.of(world.territoryOf(), 0, 0));
    for (int t = 0; t < world.territoryCount(); t++) {
      builder.territory(TerritorySpec.free(String.valueOf((char) ('A' + t))));
    }
    return builder;
  }

  @Test
  void a_part_with_its_home_in_another_territory_is_told() {
    TerritorySpec away = new TerritorySpec(new TerritoryCode("A2"), 1, new Centre.Home(5));
    ChangeRequest request =
        ChangeRequest.of(new Change.Split(new TerritoryCode("A"), List.of(away)), 0);

    assertThatThrownBy(() -> run(today(Worlds.grid("AAAABB"), 0.1), request))
        .hasMessageContaining("CHANGE_HOME_ELSEWHERE");
  }

  @Test
  void nothing_else_can_be_rebalanced_by_a_split() {
    assertThatThrownBy(() -> new ChangeRequest(split("A", "A2").change(), 0, 0, true))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
