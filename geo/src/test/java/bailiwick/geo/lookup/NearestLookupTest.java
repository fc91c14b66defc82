package bailiwick.geo.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.unit.LonLat;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestLookupTest {

  private static LonLat anywhere(RandomGenerator random) {
    return new LonLat(random.nextDouble(-180, 180), random.nextDouble(-90, 90));
  }

  @Test
  void it_finds_what_a_search_through_all_points_finds() {
    for (long seed = 1; seed <= 50; seed++) {
      RandomGenerator random = new SplittableRandom(seed);
      List<LonLat> points = new ArrayList<>();
      for (int i = 0; i < 1 + seed * 7; i++) {
        points.add(anywhere(random));
      }
      NearestLookup lookup = NearestLookup.of(points);
      LonLat target = anywhere(random);

      int found = lookup.findNearest(target).orElseThrow();

      double least = points.stream().mapToDouble(target::distanceKm).min().orElseThrow();
      assertThat(target.distanceKm(points.get(found))).as("seed %s", seed).isEqualTo(least);
    }
  }

  @Test
  void the_date_line_does_not_part_neighbours() {
    NearestLookup lookup = NearestLookup.of(List.of(new LonLat(170, 0), new LonLat(-179, 0)));

    assertThat(lookup.findNearest(new LonLat(179, 0))).hasValue(1);
  }

  @Test
  void of_points_in_one_place_the_first_is_found() {
    LonLat place = new LonLat(5, 5);

    assertThat(NearestLookup.of(List.of(place, place, place)).findNearest(place)).hasValue(0);
  }

  @Test
  void points_that_are_not_accepted_are_passed_over() {
    NearestLookup lookup = NearestLookup.of(List.of(new LonLat(0, 0), new LonLat(10, 0)));

    assertThat(lookup.findNearest(new LonLat(1, 0), number -> number != 0)).hasValue(1);
    assertThat(lookup.findNearest(new LonLat(1, 0), number -> false)).isEmpty();
  }

  @Test
  void nothing_is_nearest_among_no_points() {
    NearestLookup nothing = NearestLookup.of(List.of());
    LonLat here = new LonLat(0, 0);

    assertThat(nothing.findNearest(here)).isEmpty();
    assertThat(nothing.findNearestOutside(here, nothing.grouped(new int[0]), 0, 1)).isEmpty();
  }

  @Test
  void of_other_groups_it_finds_what_a_search_through_all_points_finds() {
    for (long seed = 1; seed <= 50; seed++) {
      RandomGenerator random = new SplittableRandom(seed);
      int n = 2 + random.nextInt(200);
      int[] groupOf = random.ints(n, 0, 4).toArray();
      List<LonLat> points = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        points.add(new LonLat(groupOf[i] * 40 + random.nextDouble(30), random.nextDouble(-40, 40)));
      }
      NearestLookup lookup = NearestLookup.of(points);
      LonLat target = anywhere(random);
      double withinKm = random.nextDouble(20_000);

      OptionalDouble least =
          IntStream.range(0, n)
              .filter(i -> groupOf[i] != 2)
              .mapToDouble(i -> points.get(i).distanceKm(target))
              .filter(km -> km <= withinKm)
              .min();
      OptionalInt found = lookup.findNearestOutside(target, lookup.grouped(groupOf), 2, withinKm);

      assertThat(found.isPresent()).as("seed %s", seed).isEqualTo(least.isPresent());
      found.ifPresent(
          i -> assertThat(points.get(i).distanceKm(target)).isEqualTo(least.getAsDouble()));
    }
  }
}
