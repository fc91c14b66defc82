package bailiwick.core.design;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.fixture.Worlds;
import bailiwick.core.unit.Measure;
import java.lang.reflect.Field;
import java.util.List;
import java.util.OptionalDouble;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonDifferenceCalculator;
import org.junit.jupiter.api.Test;

class DesignProblemBuilderTest {

  private static final Goal BORDERS = Goal.of(Objective.CutEdges.DEFAULT);

  @Test
  void what_a_problem_asks_is_asked_again_field_by_field() throws IllegalAccessException {
    DesignProblemBuilder everything = everything();
    DesignProblemBuilder nothing = DesignProblem.builder(everything.units, everything.distances);

    DesignProblemBuilder again = everything.build().toBuilder();

    for (Field field : DesignProblemBuilder.class.getDeclaredFields()) {
      assertThat(field.get(again))
          .as("%s of the problem asked again", field.getName())
          .usingRecursiveComparison()
          .isEqualTo(field.get(everything));
      if (!List.of("units", "distances").contains(field.getName())) {
        assertThat(isAlike(field.get(everything), field.get(nothing)))
            .as("%s is not asked for in this test: ask for it", field.getName())
            .isFalse();
      }
    }
  }

  private static boolean isAlike(Object one, Object other) {
    return new RecursiveComparisonDifferenceCalculator()
        .determineDifferences(one, other, new RecursiveComparisonConfiguration())
        .isEmpty();
  }

  @Test
  void a_builder_that_goes_on_changes_no_problem_made_before() {
    DesignProblemBuilder builder = everything();
    DesignProblem before = builder.build();

    builder.lock(3, 1).rule(new BalanceRule.Limits(0, 15, 25)).goal(BORDERS).beginFrom(new int[4]);

    assertThat(before.lockedTo(3)).isEqualTo(-1);
    assertThat(before.upper(0, 0)).isEqualTo(30);
    assertThat(before.goals()).hasSize(3);
    assertThat(before.beginning()).hasValue(new int[] {0, 0, 1, 1});
  }

  @Test
  void only_some_goals_are_the_only_goals_also_when_asked_again() {
    DesignProblem one = everything().onlyGoals(List.of(BORDERS)).build();

    assertThat(one.goals()).containsExactly(BORDERS);
    assertThat(one.laterLevels()).isEmpty();
    assertThat(one.neverWorse()).isFalse();
    assertThat(one.toBuilder().build().goals()).containsExactly(BORDERS);
    assertThat(one.today().orElseThrow().toArray()).containsExactly(0, 0, 1, -1);
  }

  @Test
  void a_price_of_moving_is_one_goal_however_often_it_is_asked_again() {
    DesignProblem problem = everything().build();

    DesignProblem again = problem.toBuilder().build().toBuilder().build();

    assertThat(again.goals()).isEqualTo(problem.goals()).hasSize(3);
    assertThat(again.toBuilder().withoutPriceOfMoving().build().goals()).hasSize(2);
  }

  /** Everything that can be asked, of four units in a row. */
  private static DesignProblemBuilder everything() {
    var row = Worlds.grid("AABB");
    return DesignProblem.builder(row.units(), row.distances())
        .measure(Measure.ACCOUNTS, new long[] {10, 10, 10, 10})
        .contiguous(row.graph())
        .freeTerritories(2)
        .rule(new BalanceRule.Tolerance(0, 0.5))
        .objective(Objective.MomentOfInertia.of(0))
        .goal(new Goal(Preference.of("skillFit", 2, new double[8]), 2))
        .limit(new GoalLimit(List.of(BORDERS), 5))
        .then(new Level(List.of(BORDERS), 0.1))
        .neverWorse()
        .eligibility(Eligibility.builder(4, 2).not(0, 1).build())
        .lock(1, 0, "cooling off")
        .budget(new MoveBudget.InAll(0, 20))
        .fieldWork(
            FieldWork.of(
                new FieldTerms(1, 0, 8, OptionalDouble.of(5)),
                new double[4],
                new double[4],
                new GreatCircleTimes(row.distances()),
                0))
        .fieldDaysAtLeast(new long[] {1, 2})
        .together(0, 1)
        .apart(0, 3)
        .today(Today.of(new int[] {0, 0, 1, -1}, 0, 0.5))
        .beginFrom(new int[] {0, 0, 1, 1});
  }
}
