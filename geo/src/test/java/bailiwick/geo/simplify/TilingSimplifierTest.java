package bailiwick.geo.simplify;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.geo.Squares;
import bailiwick.geo.shape.Feature;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;

class TilingSimplifierTest {

  private static Geometry[] shapes(List<Feature> features) {
    return features.stream().map(Feature::geometry).toArray(Geometry[]::new);
  }

  @Test
  void a_thinned_tiling_is_still_a_tiling() {
    List<Feature> stairs = Squares.drawn("ABBBBB", "AABBBB", "AAABBB", "AAAABB", "AAAAAB");

    List<Feature> thinned = TilingSimplifier.simplify(stairs, 1.5);

    assertThat(CoverageValidator.isValid(shapes(thinned))).isTrue();
    assertThat(thinned).extracting(Feature::id).containsExactly("A", "B");
    assertThat(thinned.getFirst().geometry().getNumPoints())
        .isLessThan(stairs.getFirst().geometry().getNumPoints());
  }
}
