package bailiwick.geo.tiling;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.geo.shape.Feature;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

class TilingMergeTest {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  @Test
  void borders_within_a_group_vanish_and_areas_add_up() {
    List<Feature> tiles = List.of(square("a", 0), square("b", 1), square("c", 2));
    Map<String, String> groups = Map.of("a", "T1", "b", "T1", "c", "T2");
    List<Feature> merged = TilingMerge.merge(tiles, id -> Optional.ofNullable(groups.get(id)));
    assertThat(merged).extracting(Feature::id).containsExactly("T1", "T2");
    assertThat(merged).extracting(each -> each.geometry().getArea()).containsExactly(2.0, 1.0);
    assertThat(merged.getFirst().geometry().getNumGeometries()).isEqualTo(1);
  }

  @Test
  void tiles_without_a_group_are_left_out() {
    assertThat(TilingMerge.merge(List.of(square("a", 0)), id -> Optional.empty())).isEmpty();
  }

  private static Feature square(String id, int x) {
    return Feature.of(id, GEOMETRY.toGeometry(new Envelope(x, x + 1, 0, 1)));
  }
}
