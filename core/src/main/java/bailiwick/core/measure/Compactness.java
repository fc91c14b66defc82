package bailiwick.core.measure;

import bailiwick.core.unit.LonLat;
import bailiwick.core.unit.UnitGraph;
import java.util.List;

/** How tight territories are. */
public final class Compactness {

  private Compactness() {}

  /**
   * Returns each territory's moment of inertia: the sum over its units of weight times squared
   * great-circle distance to the territory's weighted middle, in weight × km².
   *
   * @param points {@code points[unit]}
   * @param weightOf {@code weightOf[unit]}, 0 or more
   * @param territoryOf {@code territoryOf[unit]} is a territory number or -1
   * @return {@code [territory]}, 0 or more; 0 without units or weight
   */
  public static double[] momentOfInertia(
      List<LonLat> points, double[] weightOf, int[] territoryOf, int territoryCount) {
    Middle[] middles = middles(points, weightOf, territoryOf, territoryCount);
    double[] moment = new double[territoryCount];
    for (int unit = 0; unit < territoryOf.length; unit++) {
      int territory = territoryOf[unit];
      if (territory >= 0 && weightOf[unit] > 0) {
        double km = points.get(unit).distanceKm(middles[territory].toLonLat());
        moment[territory] += weightOf[unit] * km * km;
      }
    }
    return moment;
  }

  /** Returns the number of pairs of touching units that lie in different territories. */
  public static int cutEdges(UnitGraph graph, int[] territoryOf) {
    int cut = 0;
    for (int unit = 0; unit < territoryOf.length; unit++) {
      for (int k = graph.first(unit); k < graph.end(unit); k++) {
        int other = graph.neighbourAt(k);
        cut += unit < other && territoryOf[unit] != territoryOf[other] ? 1 : 0;
      }
    }
    return cut;
  }

  private static Middle[] middles(
      List<LonLat> points, double[] weightOf, int[] territoryOf, int territoryCount) {
    Middle[] middles = new Middle[territoryCount];
    for (int t = 0; t < territoryCount; t++) {
      middles[t] = new Middle();
    }
    for (int unit = 0; unit < territoryOf.length; unit++) {
      if (territoryOf[unit] >= 0) {
        middles[territoryOf[unit]].add(points.get(unit), weightOf[unit]);
      }
    }
    return middles;
  }

  /** Weighted mean of points on the sphere, so that the date line is no border. */
  private static final class Middle {
    private double x;
    private double y;
    private double z;

    void add(LonLat point, double weight) {
      double lon = StrictMath.toRadians(point.lon());
      double lat = StrictMath.toRadians(point.lat());
      x += weight * StrictMath.cos(lat) * StrictMath.cos(lon);
      y += weight * StrictMath.cos(lat) * StrictMath.sin(lon);
      z += weight * StrictMath.sin(lat);
    }

    LonLat toLonLat() {
      return new LonLat(
          StrictMath.toDegrees(StrictMath.atan2(y, x)),
          StrictMath.toDegrees(StrictMath.atan2(z, StrictMath.hypot(x, y))));
    }
  }
}
