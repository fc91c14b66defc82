package bailiwick.core.optimize.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bailiwick.core.design.Centre;
import bailiwick.core.design.FieldTerms;
import bailiwick.core.design.FieldWork;
import bailiwick.core.design.PlanarDistances;
import bailiwick.core.design.TravelTimes;
import bailiwick.core.fixture.Seeds;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FieldEstimateTest {

  private static final FieldTerms VISITS_ONLY = new FieldTerms(0, 0, 8, OptionalDouble.empty());

  /** A hundred kilometres an hour, straight. */
  private static final TravelTimes STRAIGHT =
      new TravelTimes() {
        @Override
        public double hours(int unit, int site) {
          return 0;
        }

        @Override
        public double hoursOver(double kilometres) {
          return kilometres / 100;
        }
      };

  private static final Centre AT_HOME = new Centre.Home(0);

  /** Hours from a customer of a unit to the next, of one visit each and nothing else to do. */
  private static double hoursToNext(FieldWork work, int unit, double visits) {
    return 8 * FieldWork.DAYS.toDecimal(work.days(unit, AT_HOME)) / visits / 1.06;
  }

  private static FieldWork inARow(double[] visits, double[] customers) {
    double[] x = {0, 30, 40, 100};
    return FieldEstimate.of(PlanarDistances.of(x, new double[4]), visits, customers)
        .work(VISITS_ONLY, STRAIGHT, 1);
  }

  @Test
  void a_customer_alone_in_a_unit_is_as_far_from_the_next_as_the_next_unit_with_visits() {
    FieldWork work = inARow(new double[] {1000, 0, 1000, 1000}, new double[] {1, 1, 1, 0});
    assertThat(hoursToNext(work, 0, 1000)).isCloseTo(0.4, within(1e-6));
    assertThat(hoursToNext(work, 2, 1000)).isCloseTo(0.4, within(1e-6));
    assertThat(hoursToNext(work, 3, 1000)).isCloseTo(0.6, within(1e-6));
  }

  @Test
  void many_customers_of_a_unit_are_the_nearer_to_each_other_the_more_they_are() {
    FieldWork work = inARow(new double[] {1000, 0, 1000, 0}, new double[] {4, 1, 100, 1});
    assertThat(hoursToNext(work, 0, 1000)).isCloseTo(0.5 * 0.3 / 2, within(1e-6));
    assertThat(hoursToNext(work, 2, 1000)).isCloseTo(0.5 * 0.1 / 10, within(1e-6));
  }

  @Test
  void a_single_unit_and_customers_at_one_place_take_no_way() {
    FieldWork one =
        FieldEstimate.of(PlanarDistances.of(new double[1], new double[1]), ones(1), ones(1))
            .work(VISITS_ONLY, STRAIGHT, 1);
    assertThat(one.days(0, Centre.FREE)).isZero();
    FieldWork same =
        FieldEstimate.of(PlanarDistances.of(new double[9], new double[9]), ones(9), ones(9))
            .work(VISITS_ONLY, STRAIGHT, 2);
    assertThat(same.days(4, Centre.FREE)).isZero();
  }

  @Test
  void customers_strewn_over_a_square_expect_two_thirds_of_the_radius_of_an_equal_part_of_it() {
    Seeds.check(
        20,
        (random, size) -> {
          int territories = 1 + size;
          double expected = 2.0 / 3 * Math.sqrt(100 * 100 / (Math.PI * territories)) / 100;
          assertThat(hoursHome(random, territories)).isCloseTo(expected, within(0.1 * expected));
        });
  }

  /** The way home that 2,000 customers in a square of 100 km expect, read from days of work. */
  private static double hoursHome(SplittableRandom random, int territories) {
    int n = 2000;
    double[] x = random.doubles(n, 0, 100).toArray();
    double[] y = random.doubles(n, 0, 100).toArray();
    FieldTerms terms = new FieldTerms(1, 0, 8, OptionalDouble.empty());
    double[] visits = ones(n);
    visits[0] = 1e6;
    FieldWork work =
        FieldEstimate.of(PlanarDistances.of(x, y), visits, ones(n))
            .work(terms, STRAIGHT, territories);
    double atHome = FieldWork.DAYS.toDecimal(work.days(0, AT_HOME));
    double expected = FieldWork.DAYS.toDecimal(work.days(0, Centre.FREE));
    return 8 * (1 - atHome / expected) / (2 * 0.96);
  }

  private static double[] ones(int count) {
    double[] ones = new double[count];
    Arrays.fill(ones, 1);
    return ones;
  }
}
