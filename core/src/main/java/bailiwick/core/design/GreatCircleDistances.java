package bailiwick.core.design;

import bailiwick.core.unit.LonLat;
import java.util.List;

/**
 * Great-circle distances in kilometres between points of the globe. Immutable.
 *
 * <p>Works on the chord between points of the unit sphere, so that one distance costs a root and a
 * short polynomial; agrees with {@link LonLat#distanceKm} to about a millimetre.
 */
public final class GreatCircleDistances implements Distances {

  /** Half chords below this use the series of the arc sine: its rest is under 1e-13 there. */
  private static final double SERIES_LIMIT = 0.1;

  private final double[] place; // [3 * site + dimension] -> coordinate on the unit sphere

  private GreatCircleDistances(double[] place) {
    this.place = place;
  }

  /**
   * Distances between these points.
   *
   * @param sites the units in order of their numbers, then the homes
   */
  public static GreatCircleDistances of(List<LonLat> sites) {
    double[] place = new double[3 * sites.size()];
    for (int site = 0; site < sites.size(); site++) {
      double lon = StrictMath.toRadians(sites.get(site).lon());
      double lat = StrictMath.toRadians(sites.get(site).lat());
      double cosLat = StrictMath.cos(lat);
      place[3 * site] = cosLat * StrictMath.cos(lon);
      place[3 * site + 1] = cosLat * StrictMath.sin(lon);
      place[3 * site + 2] = StrictMath.sin(lat);
    }
    return new GreatCircleDistances(place);
  }

  @Override
  public int siteCount() {
    return place.length / 3;
  }

  @Override
  public double between(int unit, int site) {
    int a = 3 * unit;
    int b = 3 * site;
    double dx = place[a] - place[b];
    double dy = place[a + 1] - place[b + 1];
    double dz = place[a + 2] - place[b + 2];
    double half = 0.5 * Math.sqrt(dx * dx + dy * dy + dz * dz);
    return 2 * LonLat.EARTH_RADIUS_KM * arcSine(half);
  }

  private static double arcSine(double s) {
    if (s > SERIES_LIMIT) {
      return StrictMath.asin(Math.min(1, s));
    }
    double q = s * s;
    return s
        * (1
            + q
                * (1.0 / 6
                    + q * (3.0 / 40 + q * (15.0 / 336 + q * (105.0 / 3456 + q * 945.0 / 42240)))));
  }

  @Override
  public double coordinate(int site, int dimension) {
    return LonLat.EARTH_RADIUS_KM * place[3 * site + dimension];
  }

  @Override
  public boolean isAtLeastStraight() {
    return true;
  }
}
