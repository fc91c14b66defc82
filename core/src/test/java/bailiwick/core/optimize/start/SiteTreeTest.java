package bailiwick.core.optimize.start;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.design.PlanarDistances;
import bailiwick.core.fixture.Seeds;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SiteTreeTest {

  @Test
  void the_nearest_places_are_those_of_a_plain_search() {
    Seeds.check((random, size) -> {
      int n = 8 + size;
      var distances =
          PlanarDistances.of(random.doubles(n, 0, 9).toArray(), random.doubles(n, 0, 9).toArray());
      int[] sites = random.ints(6, 0, n).toArray(); // some of them may be the same
      SiteTree tree = new SiteTree(distances, sites, 4);
      int place = random.nextInt(n);

      assertThat(tree.find(place, -1)).isEqualTo(4);

      double[] found =
          IntStream.range(0, 4)
              .mapToDouble(rank -> distances.between(place, sites[tree.nearest(rank)]))
              .toArray();
      double[] nearest =
          IntStream.of(sites)
              .mapToDouble(site -> distances.between(place, site))
              .sorted()
              .limit(4)
              .toArray();
      assertThat(found).isEqualTo(nearest);
    });
  }
}
