package bailiwick.core.optimize.change;

import static bailiwick.core.optimize.change.Changes.today;
import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.Centre;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.FieldTerms;
import bailiwick.core.design.FieldWork;
import bailiwick.core.design.TerritorySpec;
import bailiwick.core.design.Today;
import bailiwick.core.design.TravelTimes;
import bailiwick.core.fixture.Worlds;
import bailiwick.core.unit.Measure;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TakenBackTest {

  private static final TravelTimes NO_TIME_AT_ALL =
      new TravelTimes() {
        @Override
        public double hours(int unit, int site) {
          return 0;
        }

        @Override
        public double hoursOver(double kilometres) {
          return 0;
        }
      };

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

  @Test
  void what_its_people_have_no_days_for_stays() {
    var row = Worlds.grid("AABB");
    long[] counted = {3, 2, 1, 1};

    assertThat(takenBack(row, counted, "BBBA", 4, 4)).isEqualTo("AABB");
    assertThat(takenBack(row, counted, "BBBA", 2, 2)).as("what counts most").isEqualTo("ABBA");
    assertThat(takenBack(row, counted, "BBBA", 1, 1)).as("no room").isEqualTo("BBBA");
  }

  @Test
  void what_is_exchanged_finds_days_on_both_sides() {
    var row = Worlds.grid("AAAB");
    long[] counted = {3, 1, 2, 1};

    assertThat(takenBack(row, counted, "BAAB", 2, 2)).isEqualTo("ABAB");
    assertThat(takenBack(row, counted, "BAAB", 2, 1)).isEqualTo("BAAB");
  }

  /** What goes back where each unit takes a day, and A and B have so many. */
  private static String takenBack(
      Worlds.Grid row, long[] counted, String plan, double daysOfA, double daysOfB) {
    double[] visits = new double[row.unitCount()];
    Arrays.fill(visits, 1);
    FieldTerms aDayEach = new FieldTerms(8, 0, 8, OptionalDouble.of(1));
    DesignProblem problem =
        DesignProblem.builder(row.units(), row.distances())
            .measure(Measure.ACCOUNTS, counted)
            .territory(new TerritorySpec(new TerritoryCode("A"), daysOfA, new Centre.Home(0)))
            .territory(
                new TerritorySpec(
                    new TerritoryCode("B"), daysOfB, new Centre.Home(row.unitCount() - 1)))
            .fieldWork(FieldWork.of(aDayEach, visits, new double[visits.length], NO_TIME_AT_ALL, 0))
            .today(Today.of(row.territoryOf(), 0, 0))
            .build();
    return row.draw(TakenBack.of(problem, row.graph(), Worlds.grid(plan).territoryOf(), 0));
  }

  private String takenBack(DesignProblem problem, String... plan) {
    return today.draw(TakenBack.of(problem, today.graph(), Worlds.grid(plan).territoryOf(), 0));
  }
}
