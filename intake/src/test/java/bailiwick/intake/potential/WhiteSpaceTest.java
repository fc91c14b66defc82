package bailiwick.intake.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import bailiwick.intake.potential.WhiteSpace.Row;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WhiteSpaceTest {

  @Test
  void customers_stand_against_establishments_and_the_largest_gap_comes_first() {
    WhiteSpace space =
        WhiteSpace.of(
            Map.of("US/IL/1/A", 1_000L, "US/IL/1/B", 5_000L, "US/IL/2/C", 400L),
            Map.of(
                "US/IL/1/A", customers(4),
                "US/IL/2/C", customers(9),
                "US/IL/2/D", customers(1),
                "US/IL", customers(2)),
            AreaSize.POSTCODE,
            OwnFigure.CUSTOMERS);

    assertThat(space.rows())
        .extracting(Row::area, Row::market, Row::own, Row::open, Row::share)
        .containsExactly(
            tuple("US/IL/1/B", 5_000L, 0L, 5_000L, OptionalDouble.of(0)),
            tuple("US/IL/1/A", 1_000L, 400L, 600L, OptionalDouble.of(0.4)),
            tuple("US/IL/2/C", 400L, 900L, 0L, OptionalDouble.of(2.25)),
            tuple("US/IL/2/D", 0L, 100L, 0L, OptionalDouble.empty()));
    assertThat(space.unplaced()).isEqualTo(customers(2));
    assertThat(space.undivided()).isZero();
    assertThat(space.total().share()).hasValue(1_300 / 6_400.0);
  }

  @Test
  void business_where_no_market_is_known_makes_the_share_elsewhere_no_larger() {
    WhiteSpace space =
        WhiteSpace.of(
            Map.of("US/IL/1", 1_000L),
            Map.of("US/IL/1", customers(2), "US/IL/2", customers(50)),
            AreaSize.COUNTY,
            OwnFigure.CUSTOMERS);

    assertThat(space.total().share()).hasValue(0.2);
    assertThat(space.total().business()).isEqualTo(customers(52));
  }

  @Test
  void an_area_s_own_figure_goes_before_the_sum_of_its_parts() {
    Map<String, Long> market =
        Map.of("US/IL/1", 900L, "US/IL/1/A", 300L, "US/IL/2/B", 50L, "US/WI", 70L);

    WhiteSpace counties = WhiteSpace.of(market, Map.of(), AreaSize.COUNTY, OwnFigure.CUSTOMERS);
    WhiteSpace postcodes = WhiteSpace.of(market, Map.of(), AreaSize.POSTCODE, OwnFigure.CUSTOMERS);
    WhiteSpace country = WhiteSpace.of(market, Map.of(), AreaSize.COUNTRY, OwnFigure.CUSTOMERS);

    assertThat(counties.rows())
        .extracting(Row::area, Row::market)
        .containsExactly(tuple("US/IL/1", 900L), tuple("US/IL/2", 50L));
    assertThat(counties.undivided()).isEqualTo(70);
    assertThat(postcodes.total().market()).isEqualTo(350);
    assertThat(postcodes.undivided()).isEqualTo(670);
    assertThat(country.total().market()).isEqualTo(1_020);
  }

  @Test
  void money_stands_against_spend_and_people_against_employees() {
    OwnBusiness own = new OwnBusiness(2, 3, 40, 12_345);

    assertThat(OwnFigure.of("spend").hundredthsOf(own)).isEqualTo(12_345);
    assertThat(OwnFigure.of("Employees").hundredthsOf(own)).isEqualTo(4_000);
    assertThat(OwnFigure.of("households").hundredthsOf(own)).isEqualTo(200);
  }

  @Test
  void credit_notes_make_no_market_larger_than_it_is() {
    WhiteSpace space =
        WhiteSpace.of(
            Map.of("US", 1_000L),
            Map.of("US", new OwnBusiness(1, 0, 0, -500)),
            AreaSize.COUNTRY,
            OwnFigure.SALES);

    assertThat(space.rows().getFirst().open()).isEqualTo(1_000);
  }

  @Test
  void whatever_the_size_nothing_is_lost_and_nothing_counted_twice() {
    for (long seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Map<String, Long> market = new HashMap<>();
      Map<String, OwnBusiness> business = new HashMap<>();
      for (int k = 0; k < 30; k++) {
        String postcode =
            "C%s/R%s/K%s/P%s"
                .formatted(
                    random.nextInt(2), random.nextInt(2), random.nextInt(2), random.nextInt(3));
        market.put(postcode, random.nextLong(1_000));
        business.put(postcode, customers(random.nextInt(5)));
      }
      long all = market.values().stream().mapToLong(Long::longValue).sum();
      long customers = business.values().stream().mapToLong(OwnBusiness::customers).sum();
      for (AreaSize size : AreaSize.values()) {
        WhiteSpace space = WhiteSpace.of(market, business, size, OwnFigure.CUSTOMERS);

        assertThat(space.total().market()).as("seed " + seed).isEqualTo(all);
        assertThat(space.total().business().customers()).isEqualTo(customers);
        for (Row row : space.rows()) {
          assertThat(row.market()).isEqualTo(bruteForce(market, row.area()));
        }
      }
    }
  }

  private static long bruteForce(Map<String, Long> market, String area) {
    return market.entrySet().stream()
        .filter(entry -> (entry.getKey() + "/").startsWith(area + "/"))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private static OwnBusiness customers(long count) {
    return new OwnBusiness(count, 0, 0, 0);
  }
}
