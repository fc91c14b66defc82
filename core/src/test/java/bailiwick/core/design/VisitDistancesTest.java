package bailiwick.core.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import bailiwick.core.fixture.Seeds;
import bailiwick.core.unit.LonLat;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VisitDistancesTest {

  /** Two units at 0 and 10, a home at 20, and places at 4 and 40. */
  private static final Distances LINE =
      PlanarDistances.of(new double[] {0, 10, 20, 4, 40}, new double[5]);

  private static final int HOME = 2;
  private static final int NEAR = 3;
  private static final int FAR = 4;

  @Test
  void a_distance_is_the_mean_over_the_visits_in_person() {
    Distances visits = line().visit(0, NEAR, 3, 0).visit(0, FAR, 1, 0).build();

    assertThat(visits.between(0, HOME)).isEqualTo((3 * 16 + 1 * 20) / 4.0);
    assertThat(visits.squareBetween(0, HOME)).isEqualTo((3 * 16 * 16 + 1 * 20 * 20) / 4.0);
    assertThat(visits.inPerson(0)).isEqualTo(1);
    assertThat(visits.siteCount()).isEqualTo(3);
  }

  @Test
  void nobody_travels_for_visits_from_afar() {
    Distances visits = line().visit(0, NEAR, 1, 0.5).visit(0, FAR, 1, 1).build();

    assertThat(visits.between(0, HOME)).isEqualTo(16);
    assertThat(visits.inPerson(0)).isEqualTo(0.25);
    assertThat(visits.inPerson(1)).isEqualTo(1);
  }

  @Test
  void a_unit_lies_where_most_of_its_visits_in_person_go() {
    Distances visits = line().visit(0, NEAR, 2, 0).visit(0, FAR, 8, 0.9).build();

    assertThat(visits.coordinate(0, 0)).isEqualTo(4);
    assertThat(visits.between(1, 0)).isEqualTo(6);
    assertThat(visits.places().between(0, 1)).isEqualTo(visits.places().between(1, 0)).isEqualTo(6);
  }

  @Test
  void a_unit_that_is_never_visited_in_person_lies_at_its_own_place_and_weighs_nothing() {
    Distances visits = line().visit(0, FAR, 1, 1).build();

    assertThat(visits.coordinate(0, 0)).isZero();
    assertThat(visits.between(0, HOME)).isEqualTo(20);
    assertThat(visits.inPerson(0)).isZero();
  }

  @Test
  void one_visit_at_its_own_place_changes_nothing() {
    Distances visits = line().visit(0, 0, 7, 0).build();

    for (int unit = 0; unit < 2; unit++) {
      for (int site = 0; site < 3; site++) {
        assertThat(visits.between(unit, site)).isEqualTo(LINE.between(unit, site));
        assertThat(visits.squareBetween(unit, site)).isEqualTo(LINE.squareBetween(unit, site));
      }
      assertThat(visits.middle(unit, 0)).isEqualTo(LINE.coordinate(unit, 0));
      assertThat(visits.spread(unit)).isZero();
    }
  }

  @Test
  void squares_in_a_plane_are_those_from_the_middle_and_the_spread_around_it() {
    Seeds.check((random, size) -> {
      double[] x = random.doubles(12, -50, 50).toArray();
      double[] y = random.doubles(12, -50, 50).toArray();
      Distances visits = somewhere(PlanarDistances.of(x, y), random);
      for (int site = 0; site < 5; site++) {
        assertThat(visits.squareBetween(0, site))
            .isCloseTo(squareFromMiddle(visits, site) + visits.spread(0), within(1e-9));
      }
    });
  }

  @Test
  void on_the_globe_no_visit_is_shorter_than_the_straight_line_from_the_middle() {
    Seeds.check((random, size) -> {
      Distances visits =
          somewhere(
              GreatCircleDistances.of(
                  IntStream.range(0, 12)
                      .mapToObj(
                          k -> new LonLat(random.nextDouble(-180, 180), random.nextDouble(-90, 90)))
                      .toList()),
              random);
      assertThat(visits.isAtLeastStraight()).isTrue();
      for (int site = 0; site < 5; site++) {
        double square = squareFromMiddle(visits, site);
        assertThat(visits.between(0, site)).isGreaterThanOrEqualTo(Math.sqrt(square) - 1e-6);
        assertThat(visits.squareBetween(0, site))
            .isGreaterThanOrEqualTo((square + visits.spread(0)) * (1 - 1e-9));
      }
    });
  }

  @Test
  void a_part_of_the_units_is_visited_where_it_was() {
    Distances whole = line().visit(1, NEAR, 3, 0.5).visit(1, FAR, 1, 0).build();
    Distances part = new PartDistances(whole, new int[] {1, HOME});

    assertThat(part.between(0, 1)).isEqualTo(whole.between(1, HOME));
    assertThat(part.squareBetween(0, 1)).isEqualTo(whole.squareBetween(1, HOME));
    assertThat(part.inPerson(0)).isEqualTo(whole.inPerson(1)).isEqualTo(0.625);
    assertThat(part.middle(0, 0)).isEqualTo(whole.middle(1, 0));
    assertThat(part.spread(0)).isEqualTo(whole.spread(1)).isPositive();
    assertThat(part.places().between(0, 1)).isEqualTo(LINE.between(NEAR, HOME));
  }

  @Test
  void a_weight_of_0_and_a_remote_share_above_1_are_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> line().visit(0, NEAR, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> line().visit(0, NEAR, Double.NaN, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> line().visit(0, NEAR, 1, 1.1));
    assertThatIllegalArgumentException().isThrownBy(() -> line().visit(0, 5, 1, 0));
  }

  private static VisitDistances.Builder line() {
    return VisitDistances.builder(LINE, 2, 3);
  }

  /** Five sites, of which the first is a unit visited at some of seven places. */
  private static Distances somewhere(Distances all, SplittableRandom random) {
    VisitDistances.Builder visits = VisitDistances.builder(all, 3, 5);
    for (int place = 5; place < 6 + random.nextInt(7); place++) {
      visits.visit(0, place, random.nextDouble(0.01, 9), random.nextDouble(0.9));
    }
    return visits.build();
  }

  private static double squareFromMiddle(Distances visits, int site) {
    double square = 0;
    for (int d = 0; d < Distances.DIMENSIONS; d++) {
      double step = visits.middle(0, d) - visits.coordinate(site, d);
      square += step * step;
    }
    return square;
  }
}
