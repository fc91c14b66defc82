package bailiwick.core.optimize.proof;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProblemBuilder;
import bailiwick.core.design.Eligibility;
import bailiwick.core.design.Infeasibility;
import bailiwick.core.design.MoveBudget;
import bailiwick.core.design.TerritorySpec;
import bailiwick.core.design.Today;
import bailiwick.core.fixture.Seeds;
import bailiwick.core.fixture.Worlds;
import bailiwick.core.optimize.AskedWorlds;
import bailiwick.core.optimize.BruteForce;
import bailiwick.core.unit.Measure;
import bailiwick.core.unit.UnitGraph;
import bailiwick.core.unit.UnitId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConflictsTest {

  @Test
  void a_problem_without_conflict_has_none() {
    assertThat(Conflicts.find(strip(1, 1, 1, 1).freeTerritories(2).build())).isEmpty();
  }

  @Test
  void more_territories_than_units() {
    assertThat(Conflicts.find(strip(1, 1).freeTerritories(3).build()))
        .containsExactly(new Infeasibility.TooManyTerritories(3, 2));
  }

  @Test
  void a_unit_larger_than_any_territory_may_be_names_the_tolerance_that_could_work() {
    DesignProblem problem =
        strip(80, 10, 10).freeTerritories(2).rule(new BalanceRule.Tolerance(0, 0.1)).build();

    assertThat(Conflicts.find(problem))
        .singleElement()
        .isInstanceOfSatisfying(
            Infeasibility.UnitTooLarge.class,
            conflict -> {
              assertThat(conflict.unit().value()).isEqualTo("u0");
              assertThat(conflict.message())
                  .isEqualTo(
                      "Unit `u0` alone holds 145.5 % of the `accounts` a territory may have at"
                          + " most.");
              assertThat(conflict.hint())
                  .isEqualTo("No tolerance under 60.0 % can work; or split the unit.");
            });
  }

  @Test
  void a_unit_above_a_capacity_is_not_told_to_need_another_tolerance() {
    DesignProblem problem =
        strip(80, 70, 90, 60)
            .freeTerritories(2)
            .rule(new BalanceRule.Limits(0, 0, 85)) // of a mean of 150
            .build();

    assertThat(Conflicts.find(problem))
        .filteredOn(Infeasibility.UnitTooLarge.class::isInstance)
        .extracting(Infeasibility::hint)
        .containsExactly("Let a territory hold more, or split the unit.");
  }

  @Test
  void large_units_of_which_two_must_share_a_territory() {
    DesignProblem problem =
        strip(60, 50, 50, 20, 20).freeTerritories(2).rule(new BalanceRule.Limits(0, 0, 99)).build();

    assertThat(Conflicts.find(problem))
        .extracting(Infeasibility::message)
        .containsExactly(
            "All units hold 200 of `accounts`, but the territories together may hold from 0 to"
                + " 198.");
    assertThat(
            Conflicts.find(
                strip(60, 50, 50, 5, 5)
                    .freeTerritories(2)
                    .rule(new BalanceRule.Limits(0, 0, 99))
                    .build()))
        .extracting(Infeasibility::message)
        .containsExactly(
            "One of the 2 territories must hold 2 of the 3 largest units, and any 2 of these hold"
                + " at least 101.0 % of the `accounts` a territory may have at most.");
  }

  @Test
  void totals_that_do_not_fit_the_limits() {
    DesignProblem problem =
        strip(5, 5).freeTerritories(2).rule(new BalanceRule.Limits(0, 6, 8)).build();

    assertThat(Conflicts.find(problem))
        .containsExactly(new Infeasibility.TotalOutOfLimits("accounts", 10, 12, 16));
  }

  @Test
  void a_unit_that_is_locked_where_it_is_not_eligible_has_no_territory() {
    DesignProblem problem =
        strip(1, 1, 1)
            .freeTerritories(2)
            .eligibility(Eligibility.builder(3, 2).only(1, 0).build())
            .lock(1, 1)
            .build();

    assertThat(Conflicts.find(problem))
        .containsExactly(new Infeasibility.NoTerritory(new UnitId("u1")));
  }

  @Test
  void units_that_are_too_much_for_all_the_territories_they_may_belong_to() {
    DesignProblem problem =
        strip(6, 4, 4, 1, 6)
            .freeTerritories(3)
            .rule(new BalanceRule.Limits(0, 0, 7))
            .eligibility(
                Eligibility.builder(5, 3).only(0, 0, 1).only(1, 0).only(2, 0, 1).only(3, 1).build())
            .build();

    assertThat(Conflicts.find(problem))
        .singleElement()
        .isInstanceOfSatisfying(
            Infeasibility.TooMuchEligible.class,
            conflict -> {
              assertThat(conflict.units()).isEqualTo(4);
              assertThat(conflict.total()).isEqualTo(15);
              assertThat(conflict.upperSum()).isEqualTo(14);
            });
  }

  @Test
  void territories_whose_eligible_units_are_too_little_for_them() {
    DesignProblem problem =
        strip(5, 4, 4, 1, 6)
            .freeTerritories(3)
            .rule(new BalanceRule.Limits(0, 4, 20))
            .eligibility(
                Eligibility.builder(5, 3)
                    .only(0, 1, 2)
                    .only(1, 1, 2)
                    .only(2, 1, 2)
                    .only(4, 1, 2)
                    .build())
            .build();

    assertThat(Conflicts.find(problem))
        .containsExactly(
            new Infeasibility.TooLittleEligible(
                List.of(problem.territories().get(0).code()), "accounts", 1, 4));
  }

  @Test
  void more_territories_than_units_they_could_have() {
    DesignProblem problem =
        strip(1, 1, 1, 1)
            .freeTerritories(3)
            .eligibility(Eligibility.builder(4, 3).only(0, 0).only(1, 0).only(2, 0).build())
            .build();

    assertThat(Conflicts.find(problem))
        .singleElement()
        .extracting(Infeasibility::message)
        .isEqualTo(
            "There are 1 units eligible for territories `T2`, `T3`, too few for each to have one.");
  }

  @Test
  void a_family_that_locks_tear_or_that_no_territory_holds() {
    assertThat(
            Conflicts.find(
                strip(1, 1, 1).freeTerritories(2).together(0, 2).lock(0, 0).lock(2, 1).build()))
        .containsExactly(new Infeasibility.FamilyTorn(new UnitId("u0"), new UnitId("u2")));
    assertThat(
            Conflicts.find(
                strip(3, 3, 3, 3)
                    .freeTerritories(3)
                    .rule(new BalanceRule.Limits(0, 3, 6))
                    .together(0, 1)
                    .together(1, 2)
                    .build()))
        .containsExactly(new Infeasibility.FamilyTooLarge(new UnitId("u0"), 3, "accounts", 150));
  }

  @Test
  void a_family_that_a_locked_unit_of_another_territory_cuts_in_two() {
    DesignProblem problem =
        strip(1, 1, 1).freeTerritories(2).together(0, 2).lock(1, 1).lock(0, 0).build();

    assertThat(Conflicts.find(problem))
        .contains(new Infeasibility.FamilyApart(new UnitId("u0"), new UnitId("u2")));
  }

  @Test
  void units_that_cannot_be_apart() {
    assertThat(Conflicts.find(strip(1, 1, 1).freeTerritories(2).together(0, 1).apart(0, 1).build()))
        .containsExactly(new Infeasibility.ApartAndTogether(new UnitId("u0"), new UnitId("u1")));
    assertThat(Conflicts.find(strip(1, 1, 1).freeTerritories(2).apart(0, 1, 2).build()))
        .containsExactly(new Infeasibility.TooManyApart(new UnitId("u0"), 3, 2));
  }

  @Test
  void a_budget_smaller_than_what_has_to_change_hands() {
    int[] today = {0, 0, 0, 0, 0, 1};
    DesignProblemBuilder enough =
        sixAlike(today).budget(new MoveBudget.InAll(0, 3)).budget(new MoveBudget.Entering(0, 1, 3));

    assertThat(Conflicts.find(enough.build())).isEmpty();
    assertThat(Conflicts.find(sixAlike(today).budget(new MoveBudget.Leaving(0, 0, 2)).build()))
        .containsExactly(new Infeasibility.BudgetTooSmall("accounts", 3, 2));
  }

  private static DesignProblemBuilder sixAlike(int[] today) {
    return strip(3, 3, 3, 3, 3, 3)
        .freeTerritories(2)
        .rule(new BalanceRule.Limits(0, 6, 12))
        .today(Today.of(today, 0, 0));
  }

  @Test
  void what_can_be_dealt_out_by_brute_force_is_no_conflict_of_eligibility() {
    Seeds.check(
        60,
        (random, size) -> {
          DesignProblem problem = AskedWorlds.onGrid(random, Worlds.grid(4, 2), 3);
          if (!Conflicts.find(problem).isEmpty()) {
            assertThat(BruteForce.bestPlan(problem)).isEmpty();
          }
        });
  }

  @Test
  void two_homes_at_one_unit() {
    DesignProblem problem =
        strip(1, 1)
            .territory(TerritorySpec.withHome("A", 0))
            .territory(TerritorySpec.withHome("B", 0))
            .build();

    assertThat(Conflicts.find(problem))
        .singleElement()
        .isInstanceOf(Infeasibility.HomesClash.class);
  }

  @Test
  void locks_that_fill_a_territory_over() {
    DesignProblem problem =
        strip(5, 5, 5, 5)
            .freeTerritories(2)
            .rule(new BalanceRule.Tolerance(0, 0.2))
            .lock(0, 0)
            .lock(1, 0)
            .lock(2, 0)
            .build();

    assertThat(Conflicts.find(problem))
        .singleElement()
        .isInstanceOf(Infeasibility.LocksTooLarge.class);
  }

  @Test
  void locks_with_another_territory_s_lock_between_them() {
    DesignProblem problem =
        strip(1, 1, 1).freeTerritories(2).lock(0, 0).lock(1, 1).lock(2, 0).build();

    assertThat(Conflicts.find(problem))
        .singleElement()
        .isInstanceOf(Infeasibility.LocksApart.class);
  }

  @Test
  void more_pieces_of_land_than_territories() {
    var world = Worlds.grid(4, 1);
    DesignProblem problem =
        DesignProblem.builder(world.units(), world.distances())
            .measure(Measure.ACCOUNTS, new long[] {1, 1, 1, 1})
            .contiguous(UnitGraph.of(4, new int[] {0}, new int[] {1}))
            .freeTerritories(2)
            .build();

    assertThat(Conflicts.find(problem)).containsExactly(new Infeasibility.TooManyPieces(3, 2));
  }

  @Test
  void a_piece_of_land_that_makes_no_whole_territories() {
    var world = Worlds.grid(4, 1);
    DesignProblem problem =
        DesignProblem.builder(world.units(), world.distances())
            .measure(Measure.ACCOUNTS, new long[] {7, 7, 3, 3})
            .contiguous(UnitGraph.of(4, new int[] {0, 2}, new int[] {1, 3}))
            .freeTerritories(2)
            .rule(new BalanceRule.Tolerance(0, 0.1))
            .build();

    assertThat(Conflicts.find(problem))
        .isNotEmpty()
        .allMatch(Infeasibility.PieceOutOfLimits.class::isInstance);
  }

  @Test
  void a_small_end_behind_a_large_unit_must_go_with_it() {
    DesignProblem problem =
        strip(2, 10, 5, 5).freeTerritories(2).rule(new BalanceRule.Limits(0, 10, 11)).build();

    assertThat(Conflicts.find(problem))
        .contains(
            new Infeasibility.PocketTooLarge(
                problem.units().id(1), 1, "accounts", 100.0 * 12 / 11));
  }

  @Test
  void an_end_with_too_little_of_one_measure_goes_along_with_all_it_has_of_another() {
    DesignProblem problem =
        strip(6, 5, 2, 5)
            .measure(Measure.WORKLOAD, new long[] {1, 9, 7, 3})
            .freeTerritories(2)
            .rule(new BalanceRule.Limits(0, 5, 9))
            .rule(new BalanceRule.Limits(1, 8, 20))
            .build();

    assertThat(Conflicts.find(problem))
        .filteredOn(Infeasibility.PocketTooLarge.class::isInstance)
        .contains(
            new Infeasibility.PocketTooLarge(problem.units().id(1), 1, "accounts", 100.0 * 11 / 9));
  }

  private static DesignProblemBuilder strip(long... amounts) {
    var world = Worlds.grid(amounts.length, 1);
    return DesignProblem.builder(world.units(), world.distances())
        .measure(Measure.ACCOUNTS, amounts)
        .contiguous(world.graph());
  }
}
