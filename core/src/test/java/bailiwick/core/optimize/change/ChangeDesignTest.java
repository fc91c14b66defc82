package bailiwick.core.optimize.change;

import static bailiwick.core.optimize.change.Changes.MOMENT;
import static bailiwick.core.optimize.change.Changes.add;
import static bailiwick.core.optimize.change.Changes.drawn;
import static bailiwick.core.optimize.change.Changes.drawnAmounts;
import static bailiwick.core.optimize.change.Changes.figures;
import static bailiwick.core.optimize.change.Changes.merge;
import static bailiwick.core.optimize.change.Changes.plan;
import static bailiwick.core.optimize.change.Changes.remove;
import static bailiwick.core.optimize.change.Changes.run;
import static bailiwick.core.optimize.change.Changes.settings;
import static bailiwick.core.optimize.change.Changes.split;
import static bailiwick.core.optimize.change.Changes.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import bailiwick.core.design.Cancellation;
import bailiwick.core.design.DesignListener;
import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProblemBuilder;
import bailiwick.core.design.Eligibility;
import bailiwick.core.design.FieldTerms;
import bailiwick.core.design.FieldWork;
import bailiwick.core.design.Goal;
import bailiwick.core.design.GoalLimit;
import bailiwick.core.design.MoveBudget;
import bailiwick.core.design.Objective;
import bailiwick.core.exact.ExactSolver;
import bailiwick.core.fixture.Seeds;
import bailiwick.core.fixture.Share;
import bailiwick.core.fixture.Worlds;
import bailiwick.core.optimize.BruteForce;
import bailiwick.core.optimize.FieldWorlds;
import bailiwick.core.optimize.change.ChangeFigures.Fate;
import bailiwick.core.optimize.change.ChangeFigures.TerritoryChange;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.Measure;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ChangeDesignTest {

  @Test
  void a_split_moves_units_of_the_split_territory_only() {
    var world = Worlds.grid("AAAABBCC", "AAAABBCC");

    ChangeOutcome changed = run(today(world, 0.1), split("A", "A2"));

    assertThat(drawn(world, changed)).isIn("AADDBBCC\nAADDBBCC", "DDAABBCC\nDDAABBCC");
    assertThat(figures(changed).besides().units()).isEqualTo(4);
    assertThat(((DesignOutcome.Designed) changed.outcome()).gap().orElseThrow())
        .isCloseTo(0, within(1e-6));
    assertThat(figures(changed).untouched()).isEqualTo(2);
    assertThat(changed.problem().territories())
        .extracting(spec -> spec.code().value())
        .containsExactly("A", "B", "C", "A2");
  }

  @Test
  void a_split_keeps_as_much_with_the_old_name_as_balance_allows() {
    var world = Worlds.grid("AAAAAAAAAABBBBB");

    ChangeOutcome changed = run(today(world, 0.2), split("A", "A2"));

    assertThat(figures(changed).besides().units()).isEqualTo(4);
  }

  @Test
  void a_split_that_breaks_a_budget_is_not_called_a_design() {
    var world = Worlds.grid("AAAABBCC", "AAAABBCC");
    DesignProblem budgeted =
        today(world, 0.1).toBuilder().budget(new MoveBudget.InAll(0, 0)).build();

    assertThat(run(budgeted, split("A", "A2")).outcome())
        .isInstanceOf(DesignOutcome.Infeasible.class);
  }

  @Test
  void a_merge_moves_what_the_ended_territory_had_and_nothing_else() {
    var world = Worlds.grid("AABBCC", "AABBCC");

    ChangeOutcome changed = run(today(world, 0.1), merge(OptionalDouble.empty(), "A", "B"));

    assertThat(drawn(world, changed)).isEqualTo("AAAABB\nAAAABB");
    assertThat(figures(changed).hadTo().units()).isEqualTo(4);
    assertThat(figures(changed).besides().units()).isZero();
    assertThat(figures(changed).territories())
        .extracting(TerritoryChange::fate)
        .containsExactly(Fate.CHANGED, Fate.ENDED);
  }

  @Test
  void land_on_which_nothing_counts_lies_where_it_lay_wherever_a_change_has_no_business() {
    var world = Worlds.grid("AAABBBCCCDDD", "AAABBBCCCDDD", "AAABBBCCCDDD", "AAABBBCCCDDD");
    for (long seed = 1; seed <= 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      long[] amounts =
          random.ints(world.unitCount(), 0, 10).mapToLong(n -> Math.max(0, n - 6)).toArray();
      DesignProblem scattered =
          today(world, amounts, 0.9).toBuilder().objective(Objective.MomentOfInertia.of(0)).build();

      ChangeOutcome changed = run(scattered, merge(OptionalDouble.empty(), "A", "B"));

      assertThat(figures(changed).besides().units()).as("seed %s", seed).isZero();
      assertThat(figures(changed).untouched()).as("seed %s", seed).isEqualTo(2);
    }
  }

  @Test
  void a_merged_territory_that_one_person_serves_gives_the_rest_to_its_neighbours() {
    var world = Worlds.grid("AABBCC", "AABBCC");

    ChangeOutcome changed = run(today(world, 0.1), merge(OptionalDouble.of(1), "A", "B"));

    assertThat(drawn(world, changed)).isEqualTo("AAABBB\nAAABBB");
    assertThat(figures(changed).besides().units()).isEqualTo(2);
  }

  @Test
  void what_a_removed_territory_had_goes_to_its_neighbours_and_others_stay() {
    var world = Worlds.grid("AABBCCDDEE", "AABBCCDDEE");

    ChangeOutcome changed = run(today(world, 0.3), remove("B"));

    assertThat(drawn(world, changed)).isEqualTo("AAABBBCCDD\nAAABBBCCDD");
    assertThat(figures(changed).hadTo().units()).isEqualTo(4);
    assertThat(figures(changed).besides().units()).isZero();
    assertThat(figures(changed).untouched()).isEqualTo(2);
  }

  @Test
  void a_territory_out_of_balance_today_may_stay_so_unless_all_are_rebalanced() {
    var world = Worlds.grid("AABBCCCCDD", "AABBCCCCDD");
    DesignProblem problem = today(world, 0.34);

    ChangeOutcome least = run(problem, merge(OptionalDouble.empty(), "A", "B"));
    ChangeOutcome balanced =
        ChangeDesign.run(
            problem,
            new ChangeRequest(merge(OptionalDouble.empty(), "A", "B").change(), 0, 0, true),
            settings(),
            DesignListener.NONE,
            Cancellation.none(),
            ExactSolver.NONE);

    assertThat(figures(least).besides().units()).isZero();
    assertThat(figures(balanced).besides().units()).isPositive();
  }

  @Test
  void a_territory_with_too_many_days_today_may_go_on_so_and_a_merged_one_has_those_of_both() {
    var world = Worlds.grid("AABBCCCCDD", "AABBCCCCDD");
    double[] visits = new double[world.unitCount()];
    Arrays.fill(visits, 8); // an hour each of a day of 8 hours: 8 days in C, 4 in the others
    FieldTerms terms = new FieldTerms(1, 0, 8, OptionalDouble.of(5));
    DesignProblem problem =
        today(world, 2).toBuilder()
            .fieldWork(
                FieldWork.of(terms, visits, new double[visits.length], FieldWorlds.times(world), 0))
            .build();

    ChangeOutcome merged = run(problem, merge(OptionalDouble.empty(), "A", "B"));
    ChangeOutcome served = run(problem, merge(OptionalDouble.of(1), "A", "B"));

    assertThat(figures(merged).besides().units()).isZero();
    assertThat(drawn(world, merged)).isEqualTo("AAAABBBBCC\nAAAABBBBCC");
    assertThat(served.outcome()).isNotInstanceOf(DesignOutcome.Designed.class);
  }

  @Test
  void an_added_territory_gets_room_from_the_fullest() {
    var world = Worlds.grid("AAABBBBBBBBCCC", "AAABBBBBBBBCCC");

    ChangeOutcome changed = run(today(world, 0.2), add("D"));

    assertThat(figures(changed).territories())
        .extracting(each -> each.code().value(), TerritoryChange::fate)
        .containsExactly(tuple("B", Fate.CHANGED), tuple("D", Fate.NEW));
    assertThat(figures(changed).besides().units()).isEqualTo(6);
  }

  @Test
  void of_ten_units_a_split_nearly_always_moves_the_fewest_and_mostly_draws_them_most_compactly() {
    var fewest = new Share();
    var mostCompact = new Share();
    Seeds.check(
        15,
        (random, size) -> {
          var world = Worlds.grid("AAAAABB", "AAAAABB");
          DesignProblem problem = drawnAmounts(random, world, 0.3 + size % 3 * 0.1);

          ChangeOutcome changed = run(problem, split("A", "A2"));

          DesignProblem first = held(changed.problem(), world);
          Optional<DesignPlan> least = BruteForce.bestPlan(first);
          if (least.isEmpty()) {
            assertThat(changed.outcome()).isNotInstanceOf(DesignOutcome.Designed.class);
            return;
          }
          requireFair(changed, least.get());
          fewest.add(moved(changed), moved(least.get()));
          double compact = mostCompact(first, least.get().objective()).objective();
          double found = plan(changed).goals().getLast().value();
          mostCompact.add(found <= compact * (1 + 1e-9));
        });
    fewest.requireAtLeast(0.98);
    mostCompact.requireAtLeast(0.8);
  }

  @Test
  void in_tiny_worlds_nearly_every_change_moves_the_least_possible() {
    var fewest = new Share();
    Seeds.check(
        15,
        (random, size) -> {
          var world = Worlds.grid("AAB", "DCB", "DCC");
          DesignProblem problem = drawnAmounts(random, world, 0.5);
          Change change =
              switch (size % 3) {
                case 0 -> merge(OptionalDouble.of(1.5), "A", "B").change();
                case 1 -> remove("D").change();
                default -> merge(OptionalDouble.empty(), "C", "D").change();
              };

          ChangeOutcome changed = run(problem, ChangeRequest.of(change, 0));

          Optional<DesignPlan> least = BruteForce.bestPlan(firstLevel(changed.problem()));
          if (least.isEmpty()) {
            assertThat(changed.outcome()).isNotInstanceOf(DesignOutcome.Designed.class);
            return;
          }
          requireFair(changed, least.get());
          fewest.add(moved(changed), moved(least.get()));
        });
    fewest.requireAtLeast(0.99);
  }

  @Test
  void the_same_change_with_the_same_seed_is_the_same_on_any_number_of_threads() {
    var world = Worlds.grid("AAABBBCCC", "AAABBBCCC", "AAABBBCCC");
    DesignProblem problem = drawnAmounts(new SplittableRandom(7), world, 0.4);
    ChangeRequest request = add("D");

    int[] one = plan(run(problem, request)).alignment().toArray();
    int[] four =
        plan(ChangeDesign.run(
                problem,
                request,
                settings().withThreads(4),
                DesignListener.NONE,
                Cancellation.none(),
                ExactSolver.NONE))
            .alignment()
            .toArray();

    assertThat(four).isEqualTo(one);
  }

  @Test
  void a_cancelled_change_keeps_the_best_so_far() {
    var world = Worlds.grid("AABBCCDDEE", "AABBCCDDEE");
    Cancellation cancelled = Cancellation.none();
    cancelled.request();

    ChangeOutcome changed =
        ChangeDesign.run(
            today(world, 0.3),
            remove("B"),
            settings(),
            DesignListener.NONE,
            cancelled,
            ExactSolver.NONE);

    assertThat(changed.outcome().run().cancelled()).isTrue();
    assertThat(changed.outcome().findPlan()).isPresent();
  }

  @Test
  void a_change_that_the_clock_stops_is_repeated_by_the_look_that_stopped_it() {
    DesignProblem problem =
        drawnAmounts(new SplittableRandom(3), Worlds.grid("AAABBBCC", "AAABBBCC"), 0.4);
    for (ChangeRequest request : List.of(add("D"), split("A", "A2"), remove("B"))) {
      for (long look : new long[] {1, 2, 5, 40}) {
        ChangeOutcome once = stoppedAt(problem, request, look);

        assertThat(once.outcome().run().stoppedAt()).hasValue(look);
        assertThat(plans(once)).isEqualTo(plans(stoppedAt(problem, request, look)));
      }
      ChangeOutcome late =
          run(problem, request, settings().withTimeLimit(Optional.of(Duration.ofNanos(1))));
      assertThat(late.outcome().run().stoppedAt())
          .as("the clock is looked at before the search, too")
          .hasValue(1);
      assertThat(plans(late)).isEqualTo(plans(stoppedAt(problem, request, 1)));
    }
  }

  private static ChangeOutcome stoppedAt(DesignProblem problem, ChangeRequest request, long look) {
    return run(problem, request, settings().stoppedAt(OptionalLong.of(look)));
  }

  private static int[] plans(ChangeOutcome changed) {
    return changed.outcome().findPlan().orElseThrow().alignment().toArray();
  }

  @Test
  void what_cannot_be_changed_is_told_before_any_work() {
    var world = Worlds.grid("AABBCC");
    DesignProblem problem = today(world, 0.2);

    assertRefused(problem, split("X", "A2"), "CHANGE_UNKNOWN_TERRITORY");
    assertRefused(problem, split("A", "B"), "CHANGE_CODE_TAKEN");
    assertRefused(problem, split("A", "A2", "A3"), "CHANGE_TOO_MANY_PARTS");
    assertRefused(problem, merge(OptionalDouble.empty(), "A", "C"), "CHANGE_NOT_TOUCHING");
    assertRefused(problem, merge(OptionalDouble.empty(), "A", "A"), "CHANGE_TERRITORY_TWICE");
    assertRefused(problem, remove("A", "B", "C"), "CHANGE_NONE_LEFT");
    assertRefused(problem.toBuilder().lock(0, 0).build(), remove("A"), "CHANGE_UNIT_LOCKED");
    assertRefused(
        problem.toBuilder().rules(List.of()).build(), add("D"), "CHANGE_NOTHING_BALANCED");
    assertRefused(
        DesignProblem.builder(world.units(), world.distances())
            .measure(Measure.ACCOUNTS, new long[6])
            .freeTerritories(2)
            .build(),
        add("D"),
        "CHANGE_NO_TODAY");
  }

  private static void assertRefused(DesignProblem problem, ChangeRequest request, String code) {
    assertThatThrownBy(() -> ChangeDesign.requirePossible(problem, request))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(code);
    assertThatThrownBy(() -> run(problem, request)).hasMessageContaining(code);
  }

  private static double moved(ChangeOutcome changed) {
    return moved(plan(changed));
  }

  private static double moved(DesignPlan plan) {
    return plan.goals().getFirst().value();
  }

  /** The bound of a plan must not be above what brute force found. */
  private static void requireFair(ChangeOutcome changed, DesignPlan least) {
    assertThat(((DesignOutcome.Designed) changed.outcome()).bound().orElseThrow())
        .isLessThanOrEqualTo(least.goals().getFirst().value() * (1 + 1e-9));
  }

  private static DesignProblem firstLevel(DesignProblem problem) {
    return problem.toBuilder().onlyGoals(problem.goals()).build();
  }

  /** The first goals' problem in which everything but the split territory's units stays. */
  private static DesignProblem held(DesignProblem problem, Worlds.Grid world) {
    Eligibility.Builder held = Eligibility.builder(problem.unitCount(), problem.territoryCount());
    int[] today = world.territoryOf();
    for (int unit = 0; unit < today.length; unit++) {
      if (today[unit] == 0) {
        held.only(unit, 0, problem.territoryCount() - 1);
      } else {
        held.only(unit, today[unit]);
      }
    }
    return firstLevel(problem).toBuilder().eligibility(held.build()).build();
  }

  private static DesignPlan mostCompact(DesignProblem first, double moved) {
    DesignProblemBuilder second = first.toBuilder().limit(new GoalLimit(first.goals(), moved));
    return BruteForce.bestPlan(second.onlyGoals(List.of(Goal.of(MOMENT))).build()).orElseThrow();
  }
}
