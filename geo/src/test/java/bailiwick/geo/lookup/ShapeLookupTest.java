package bailiwick.geo.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.unit.LonLat;
import bailiwick.geo.Squares;
import bailiwick.geo.shape.Feature;
import bailiwick.geo.shape.Grid;
import bailiwick.geo.shape.Topology;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.GeometryFactory;

class ShapeLookupTest {

  private static final List<Feature> WORLD = Squares.drawn("AAA.C", "ABA..", "AAA.C", "DDDDD");
  private static final ShapeLookup LOOKUP = ShapeLookup.of(Topology.of(Grid.ofStep(0.1), WORLD));

  @Test
  void holes_and_parts_belong_to_whom_they_are_drawn() {
    assertThat(LOOKUP.findUnder(new LonLat(1.5, 2.5))).hasValue(1);
    assertThat(LOOKUP.findUnder(new LonLat(0.5, 2.5))).hasValue(0);
    assertThat(LOOKUP.findUnder(new LonLat(4.5, 3.5))).hasValue(2);
    assertThat(LOOKUP.findUnder(new LonLat(4.5, 1.5))).hasValue(2);
    assertThat(LOOKUP.findUnder(new LonLat(4.5, 2.5))).isEmpty();
    assertThat(LOOKUP.findUnder(new LonLat(100, 80))).isEmpty();
  }

  @Test
  void it_finds_what_a_search_through_all_shapes_finds() {
    GeometryFactory geometries = new GeometryFactory();
    for (long seed = 1; seed <= 500; seed++) {
      RandomGenerator random = new SplittableRandom(seed);
      LonLat point = new LonLat(random.nextDouble(-1, 6), random.nextDouble(-1, 5));
      var target = geometries.createPoint(Squares.at(point.lon(), point.lat()));

      List<Integer> around =
          List.of(0, 1, 2, 3).stream()
              .filter(shape -> WORLD.get(shape).geometry().contains(target))
              .toList();

      assertThat(LOOKUP.findUnder(point).stream().boxed().toList())
          .as("seed %s", seed)
          .isEqualTo(around);
    }
  }

  @Test
  void a_point_on_a_border_belongs_to_one_side() {
    for (double lat = 1; lat <= 4; lat += 0.25) {
      assertThat(LOOKUP.findUnder(new LonLat(1, lat)).isPresent()).isEqualTo(lat < 4);
    }
  }
}
