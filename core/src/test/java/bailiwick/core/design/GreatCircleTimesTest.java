package bailiwick.core.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bailiwick.core.fixture.Seeds;
import bailiwick.core.unit.LonLat;
import java.util.List;
import org.junit.jupiter.api.Test;

class GreatCircleTimesTest {

  private static final LonLat MUNICH = new LonLat(11.575, 48.137);
  private static final LonLat AUGSBURG = new LonLat(10.898, 48.371);

  private final TravelTimes times =
      new GreatCircleTimes(GreatCircleDistances.of(List.of(MUNICH, AUGSBURG)));

  @Test
  void a_hundredth_of_a_kilometre_is_driven_twice_over_at_the_speed_of_towns() {
    assertThat(times.hoursOver(0.01)).isCloseTo(0.02 / 30, within(1e-12));
  }

  @Test
  void a_hundred_kilometres_are_longer_by_road_and_driven_in_three_bands() {
    double road = 100 * (1.22 + 0.55 / 10);
    double expected = 5.0 / 30 + 25.0 / 55 + (road - 30) / 90;
    assertThat(times.hoursOver(100)).isCloseTo(expected, within(1e-12));
  }

  @Test
  void nowhere_takes_no_time_and_between_sites_their_distance_counts() {
    assertThat(times.hours(0, 0)).isZero();
    double km = MUNICH.distanceKm(AUGSBURG);
    assertThat(times.hours(0, 1)).isCloseTo(times.hoursOver(km), within(1e-6)).isBetween(0.9, 1.3);
  }

  @Test
  void a_longer_way_never_takes_less_time() {
    Seeds.check((random, size) -> {
      double km = random.nextDouble(0, 1 + 10.0 * size);
      double longer = km + random.nextDouble(0, 1);
      assertThat(times.hoursOver(longer)).isGreaterThanOrEqualTo(times.hoursOver(km));
    });
  }
}
