package bailiwick.core.optimize.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.Cancellation;
import bailiwick.core.design.DesignListener;
import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProgress.Stage;
import bailiwick.core.design.DesignSettings;
import bailiwick.core.design.Eligibility;
import bailiwick.core.design.Goal;
import bailiwick.core.design.Level;
import bailiwick.core.design.Objective;
import bailiwick.core.design.TerritorySpec;
import bailiwick.core.design.Today;
import bailiwick.core.exact.ExactSolver;
import bailiwick.core.fixture.Seeds;
import bailiwick.core.fixture.Worlds;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BestNumberTest {

  @Test
  void the_number_whose_mean_comes_nearest_to_the_target_is_chosen() {
    NumberOutcome found = find(row(12), request(3, 0.4));

    assertThat(found.range()).isEqualTo(new NumberRange(3, 6, OptionalInt.of(4)));
    assertThat(found.tried()).extracting(NumberTried::number).containsExactly(3, 4, 5, 6);
    assertThat(found.chosen().number()).isEqualTo(4);
    assertThat(found.reason())
        .isEqualTo(
            "4 territories, of 4 numbers with a plan: their mean of 3 comes nearest to the target of 3 `accounts`.");
    assertThat(found.chosen().deviation()).hasValue(0);
  }

  @Test
  void dear_territories_are_fewer_and_dear_ways_make_them_more() {
    NumberOutcome dearTerritories = find(row(12), costs(100, 1));
    NumberOutcome dearWays = find(row(12), costs(1, 100));

    assertThat(dearTerritories.chosen().number()).isEqualTo(3);
    assertThat(dearWays.chosen().number()).isEqualTo(6);
    assertThat(dearTerritories.chosen().cost()).hasValue(300 + 12);
    assertThat(dearTerritories.chosen().distance().orElseThrow()).isCloseTo(1, within(1e-9));
  }

  @Test
  void the_range_holds_every_number_with_a_plan_and_the_plan_keeps_to_the_target() {
    Seeds.check(
        30,
        (random, size) -> {
          var world = Worlds.grid(4, 2);
          long[] amounts = random.longs(8, 1, 6).toArray();
          DesignProblem problem = problem(world, amounts);
          NumberRequest request = request(6, 0.3);
          NumberRange range = NumberRange.of(request, Arrays.stream(amounts).sum(), 8);

          for (int number = 1; number <= 8; number++) {
            if (holdsAll(amounts, number, request)) {
              assertThat(number).isBetween(range.fewest(), range.most());
            }
          }
          if (range.size() > 0) {
            for (NumberTried tried : find(problem, request).tried()) {
              if (tried.outcome() instanceof DesignOutcome.Designed(var plan, var bound, var run)) {
                assertWithin(plan, tried.number(), request);
              }
            }
          }
        });
  }

  private static void assertWithin(DesignPlan plan, int number, NumberRequest request) {
    for (int t = 0; t < number; t++) {
      assertThat(plan.total(0, t)).isBetween(request.lower(), request.upper());
    }
  }

  /** Whether some dealing out of the amounts, contiguous or not, keeps to the target. */
  private static boolean holdsAll(long[] amounts, int number, NumberRequest request) {
    return holdsAll(amounts, 0, new long[number], request);
  }

  private static boolean holdsAll(long[] amounts, int unit, long[] totals, NumberRequest request) {
    if (unit == amounts.length) {
      return Arrays.stream(totals)
          .allMatch(total -> total >= request.lower() && total <= request.upper());
    }
    for (int t = 0; t < totals.length; t++) {
      totals[t] += amounts[unit];
      boolean holds = totals[t] <= request.upper() && holdsAll(amounts, unit + 1, totals, request);
      totals[t] -= amounts[unit];
      if (holds) {
        return true;
      }
    }
    return false;
  }

  @Test
  void of_a_long_range_the_ends_the_nearest_and_some_between_are_tried() {
    NumberOutcome found = find(row(60), request(3, 0.6));

    assertThat(found.range().fewest()).isEqualTo(15);
    assertThat(found.range().most()).isEqualTo(30);
    assertThat(found.tried()).hasSizeLessThanOrEqualTo(BestNumber.MOST_TRIED);
    assertThat(found.tried()).extracting(NumberTried::number).contains(15, 20, 30);
  }

  @Test
  void nine_numbers_are_tried_where_the_nearest_lies_between_the_steps() {
    NumberOutcome found = find(row(64), request(3, 0.6));

    assertThat(found.range()).isEqualTo(new NumberRange(16, 32, OptionalInt.of(21)));
    assertThat(found.tried()).hasSize(BestNumber.MOST_TRIED);
    assertThat(found.tried()).extracting(NumberTried::number).contains(16, 21, 32);
  }

  @Test
  void huge_amounts_are_divided_as_exactly_as_small_ones() {
    NumberRequest request = request(4_000_000_000_000_000_000L, 0);

    assertThat(NumberRange.of(request, 6_000_000_000_000_000_000L, 9).fewest()).isEqualTo(2);
  }

  @Test
  void the_more_each_gets_done_the_fewer_are_best() {
    int before = Integer.MAX_VALUE;
    for (double factor : new double[] {0.5, 0.8, 1, 1.2, 1.5, 2}) {
      NumberRange range = NumberRange.of(request(10, 0.2).scaledBy(factor), 400, 500);

      assertThat(range.ideal().orElseThrow()).isLessThanOrEqualTo(before);
      before = range.ideal().orElseThrow();
    }
  }

  @Test
  void the_same_question_has_the_same_answer_and_the_work_is_shared() {
    NumberOutcome one = find(row(12), request(3, 0.4));
    NumberOutcome other = find(row(12), request(3, 0.4));

    assertThat(other.outcome().findPlan().orElseThrow().alignment().toArray())
        .isEqualTo(one.outcome().findPlan().orElseThrow().alignment().toArray());
    assertThat(one.outcome().run().work()).isEqualTo(200_000);
    assertThat(one.chosen().outcome().run().work()).isEqualTo(50_000);
  }

  @Test
  void cancelled_at_once_the_first_number_is_kept() {
    Cancellation cancelled = Cancellation.none();
    cancelled.request();

    NumberOutcome found = find(row(12), request(3, 0.4), cancelled);

    assertThat(found.tried()).hasSize(1);
    assertThat(found.outcome().run().cancelled()).isTrue();
  }

  @Test
  void what_cannot_be_found_is_told_before_any_work() {
    assertThatThrownBy(() -> find(row(12), request(7, 0.01)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("NUMBER_RANGE_EMPTY")
        .hasMessageContaining("at least 2 territories are needed, but there may be at most 1");
    DesignProblem named =
        row(12).toBuilder().eligibility(Eligibility.builder(12, 1).build()).build();
    DesignProblem limited =
        row(12).toBuilder().rule(new BalanceRule.TerritoryLimits(0, 0, 0, 3)).build();
    DesignProblem near =
        row(12).toBuilder()
            .today(Today.of(new int[12], 0, 0))
            .then(new Level(List.of(Goal.of(new Objective.Disruption("disruption", 0))), 0))
            .build();
    for (DesignProblem apart : List.of(named, limited, near)) {
      assertThatThrownBy(() -> find(apart, request(3, 0.4)))
          .hasMessageContaining("NUMBER_NAMES_MATTER");
    }
  }

  @Test
  void a_capacity_holds_for_every_number() {
    DesignProblem problem = row(12).toBuilder().rule(new BalanceRule.Capacity(0, 2)).build();

    NumberOutcome found = find(problem, request(3, 0.4));

    assertThat(found.chosen().number()).isEqualTo(6);
  }

  @Test
  void news_goes_on_from_one_number_to_the_next() {
    List<Double> begun = new ArrayList<>();

    find(
        row(12),
        request(3, 0.4),
        Cancellation.none(),
        news -> {
          if (news.stage() == Stage.CHECK) {
            begun.add(news.fraction());
          }
        });

    assertThat(begun).containsExactly(0.0, 0.25, 0.5, 0.75);
  }

  private static DesignProblem row(int units) {
    long[] ones = new long[units];
    Arrays.fill(ones, 1);
    return problem(Worlds.grid(units, 1), ones);
  }

  private static DesignProblem problem(Worlds.Grid world, long[] amounts) {
    return DesignProblem.builder(world.units(), world.distances())
        .measure(Measure.ACCOUNTS, amounts)
        .contiguous(world.graph())
        .freeTerritories(1)
        .objective(Objective.SumOfDistances.DEFAULT)
        .build();
  }

  private static NumberRequest request(long target, double tolerance) {
    OptionalDouble none = OptionalDouble.empty();
    return new NumberRequest(0, target, tolerance, 1, 100, none, none);
  }

  private static NumberRequest costs(double territory, double distance) {
    return new NumberRequest(
        0, 3, 0.4, 1, 100, OptionalDouble.of(territory), OptionalDouble.of(distance));
  }

  private static NumberOutcome find(DesignProblem problem, NumberRequest request) {
    return find(problem, request, Cancellation.none());
  }

  private static NumberOutcome find(
      DesignProblem problem, NumberRequest request, Cancellation cancellation) {
    return find(problem, request, cancellation, DesignListener.NONE);
  }

  private static NumberOutcome find(
      DesignProblem problem,
      NumberRequest request,
      Cancellation cancellation,
      DesignListener listener) {
    return BestNumber.find(
        problem,
        request,
        BestNumberTest::free,
        DesignSettings.ofWork(1, 200_000),
        listener,
        cancellation,
        ExactSolver.NONE);
  }

  private static List<TerritorySpec> free(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(t -> TerritorySpec.free("T" + t)).toList();
  }
}
