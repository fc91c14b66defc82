package bailiwick.core.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bailiwick.core.fixture.Seeds;
import bailiwick.core.unit.LonLat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DistancesTest {

  @Test
  void great_circles_agree_with_the_haversine_formula() {
    Seeds.check((random, size) -> {
      LonLat one = somewhere(random);
      LonLat other = somewhere(random);
      Distances distances = GreatCircleDistances.of(List.of(one, other));
      assertThat(distances.between(0, 1)).isCloseTo(one.distanceKm(other), within(1e-5));
    });
  }

  @Test
  void near_points_are_measured_to_the_millimetre() {
    LonLat one = new LonLat(-87.65, 41.9);
    LonLat other = new LonLat(-87.6501, 41.9);
    Distances distances = GreatCircleDistances.of(List.of(one, other));

    assertThat(distances.between(0, 1)).isCloseTo(one.distanceKm(other), within(1e-6));
  }

  private static LonLat somewhere(SplittableRandom random) {
    return new LonLat(random.nextDouble(-180, 180), random.nextDouble(-90, 90));
  }

  @Test
  void halves_round_to_the_even_kilometre() {
    double[] x = {0, 500, 1500, 2500};
    Distances distances =
        PlanarDistances.of(x, new double[4], 1000, PlanarDistances.Rounding.HALF_EVEN);

    assertThat(distances.between(0, 1)).isZero();
    assertThat(distances.between(0, 2)).isEqualTo(2);
    assertThat(distances.between(0, 3)).isEqualTo(2);
  }

  @Test
  void the_shortest_way_may_be_a_detour() {
    Distances distances =
        NetworkDistances.of(
            new double[3],
            new double[3],
            new int[] {0, 0, 1},
            new int[] {2, 1, 2},
            new double[] {10, 3, 4});

    assertThat(distances.between(0, 2)).isEqualTo(7);
  }

  @Test
  void of_two_roads_the_shorter_counts() {
    Distances distances =
        NetworkDistances.of(
            new double[2], new double[2], new int[] {0, 1}, new int[] {1, 0}, new double[] {5, 2});

    assertThat(distances.between(0, 1)).isEqualTo(2);
  }
}
