package bailiwick.geo.simplify;

import bailiwick.geo.shape.Feature;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Geometry;

/**
 * Thins the borders of a tiling, common ones alike on both sides, so that it stays a tiling.
 *
 * <p>Source: Visvalingam and Whyatt, <i>Line generalisation by repeated elimination of points</i>,
 * The Cartographic Journal 1993, as JTS applies it to coverages. Stateless.
 */
public final class TilingSimplifier {

  private TilingSimplifier() {}

  /**
   * The same features with fewer vertices.
   *
   * @param tolerance in degrees: the root of the smallest triangle that may stay; 0 keeps all
   */
  public static List<Feature> simplify(List<Feature> tiling, double tolerance) {
    Geometry[] before = tiling.stream().map(Feature::geometry).toArray(Geometry[]::new);
    Geometry[] after = CoverageSimplifier.simplify(before, tolerance);
    List<Feature> simplified = new ArrayList<>();
    for (int f = 0; f < after.length; f++) {
      Feature feature = tiling.get(f);
      simplified.add(new Feature(feature.id(), feature.properties(), after[f]));
    }
    return List.copyOf(simplified);
  }
}
