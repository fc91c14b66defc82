package bailiwick.core.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import bailiwick.core.fixture.Worlds;
import bailiwick.core.unit.Measure;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FieldWorkTest {

  /** Half an hour for each step of the grid, whose units stand in a row. */
  private static final TravelTimes HALF_AN_HOUR =
      new TravelTimes() {
        @Override
        public double hours(int unit, int site) {
          return hoursOver(Math.abs(unit - site));
        }

        @Override
        public double hoursOver(double kilometres) {
          return 0.5 * kilometres;
        }
      };

  private static final Centre AT_THE_FIRST = new Centre.Home(0);

  private static FieldTerms terms(double days) {
    return new FieldTerms(1.5, 0.25, 8, OptionalDouble.of(days));
  }

  private static FieldWork ofThree(double days) {
    return FieldWork.of(
        terms(days), new double[] {24, 10, 0}, new double[] {0.2, 0.5, 0.5}, HALF_AN_HOUR, 0.75);
  }

  @Test
  void days_are_those_of_a_worked_example() {
    // 10 visits of 1.5 h, parking 0.25 h, 1.06 × 0.5 h to the next: 22.8 h in the field.
    // Half an hour home leaves 8 − 2 × 0.96 × 0.5 = 7.04 h of a day: 3.2386 days.
    assertThat(ofThree(220).days(1, AT_THE_FIRST)).isEqualTo(32386);
    // 24 visits, 1.962 h each, at home: 47.088 h in days of 8 h.
    assertThat(ofThree(220).days(0, AT_THE_FIRST)).isEqualTo(58860);
  }

  @Test
  void a_territory_without_a_home_reckons_with_the_way_that_is_expected() {
    // 22.8 h / (8 − 2 × 0.96 × 0.75) h
    assertThat(ofThree(220).days(1, Centre.FREE)).isEqualTo(34756);
  }

  @Test
  void a_unit_without_visits_takes_no_time() {
    assertThat(ofThree(220).days(2, AT_THE_FIRST)).isZero();
    assertThat(ofThree(220).isOvernight(2, new Centre.Home(1000))).isFalse();
  }

  @Test
  void who_lives_far_away_drives_half_of_the_day_at_most_and_stays_overnight() {
    FieldWork work = ofThree(220);
    Centre far = new Centre.Home(1000);
    assertThat(work.days(1, far)).isEqualTo(57000); // 22.8 h / 4 h
    assertThat(work.isOvernight(1, far)).isTrue();
    assertThat(work.isOvernight(1, AT_THE_FIRST)).isFalse();
  }

  @Test
  void some_of_the_units_take_the_same_days_under_new_numbers() {
    FieldWork part = ofThree(220).part(new int[] {1}, new int[] {1, 0});
    assertThat(part.unitCount()).isEqualTo(1);
    assertThat(part.days(0, new Centre.Home(1))).isEqualTo(ofThree(220).days(1, AT_THE_FIRST));
  }

  @Test
  void days_are_spent_with_customers_on_the_road_and_on_parking() {
    FieldDays days = problem(220).fieldDays().orElseThrow();
    TerritoryDays first = days.spent(new int[] {0, 0, 1}).getFirst();
    assertThat(first.days()).isCloseTo(5.886 + 3.2386, within(1e-9));
    assertThat(first.most()).hasValue(220);
    assertThat(first.visitHours()).isEqualTo(34 * 1.5);
    double parking = 34 * 0.25;
    assertThat(first.visitHours() + first.drivingHours() + parking)
        .isCloseTo(8 * first.days(), within(1e-3));
    assertThat(first.overnightUnits()).isZero();
  }

  @Test
  void a_part_timer_has_their_share_of_the_days() {
    FieldDays days = problem(220).fieldDays().orElseThrow();
    assertThat(days.most(0)).isEqualTo(2_200_000);
    assertThat(days.most(1)).isEqualTo(1_100_000);
    assertThat(days.mostInAll()).isEqualTo(330);
  }

  @Test
  void a_territory_may_take_the_days_that_it_has_in_any_case() {
    DesignProblem problem =
        problem(220).toBuilder().fieldDaysAtLeast(new long[] {0, 1_500_000}).build();
    assertThat(problem.limitedDays().orElseThrow().most(0)).isEqualTo(2_200_000);
    assertThat(problem.limitedDays().orElseThrow().most(1)).isEqualTo(1_500_000);
  }

  @Test
  void days_without_a_limit_are_known_all_the_same() {
    DesignProblem asked = problem(220);
    DesignProblem problem = asked.toBuilder().without(new Requirement.DaysInTheField()).build();
    assertThat(Requirement.of(asked)).contains(new Requirement.DaysInTheField());
    assertThat(Requirement.of(problem)).doesNotContain(new Requirement.DaysInTheField());
    assertThat(problem.limitedDays()).isEmpty();
    assertThat(problem.fieldDays().orElseThrow().totals(new int[] {0, 0, 0})[0])
        .isEqualTo(58860 + 32386);
  }

  @Test
  void what_is_no_amount_is_refused() {
    assertThatThrownBy(() -> new FieldTerms(-1, 0, 8, OptionalDouble.empty()))
        .hasMessage("The visitHours (-1.0) must be a finite number, 0 or more.");
    assertThatThrownBy(() -> new FieldTerms(1, Double.NaN, 8, OptionalDouble.empty()))
        .hasMessage("The parkingHours (NaN) must be a finite number, 0 or more.");
    assertThatThrownBy(() -> new FieldTerms(1, 0, 0, OptionalDouble.empty()))
        .hasMessage("The workdayHours (0.0) must lie above 0 and be at most 24.");
    assertThatThrownBy(() -> terms(0)).hasMessage("The days (0.0) must be above 0.");
    assertThatThrownBy(() -> work(new double[] {-2}, new double[] {0}))
        .hasMessage("The visits (-2.0) must be a finite number, 0 or more.");
    assertThatThrownBy(() -> work(new double[] {1}, new double[] {}))
        .hasMessage("There are visits of 1 units, but ways to the next customer of 0.");
    assertThatThrownBy(() -> work(new double[] {1e300}, new double[] {0}))
        .hasMessageContaining("which must be at most 1.0E12");
    assertThatThrownBy(
            () -> problem(1).toBuilder().fieldWork(work(new double[1], new double[1])).build())
        .hasMessage("The work in the field is not that of all 3 units.");
    assertThatThrownBy(() -> problem(1).toBuilder().fieldDaysAtLeast(new long[1]).build())
        .hasMessage("The days in the field (1) must be told of all 2 territories.");
  }

  private static FieldWork work(double[] visits, double[] hoursToNext) {
    return FieldWork.of(terms(220), visits, hoursToNext, HALF_AN_HOUR, 0);
  }

  private static DesignProblem problem(double days) {
    var world = Worlds.grid(3, 1);
    TerritorySpec whole = TerritorySpec.withHome("A", 0);
    TerritorySpec half = TerritorySpec.withHome("B", 2);
    return DesignProblem.builder(world.units(), world.distances())
        .measure(Measure.ACCOUNTS, new long[] {1, 1, 1})
        .graph(world.graph())
        .territory(whole)
        .territory(new TerritorySpec(half.code(), 0.5, half.centre()))
        .fieldWork(ofThree(days))
        .build();
  }
}
