package bailiwick.core.unit;

/**
 * A place on the globe, longitude first.
 *
 * @param lon degrees east, -180 to 180
 * @param lat degrees north, -90 to 90
 */
public record LonLat(double lon, double lat) {

  /** Mean radius of the earth (IUGG), in kilometres. */
  public static final double EARTH_RADIUS_KM = 6371.0088;

  public LonLat {
    if (!(lon >= -180 && lon <= 180)) {
      throw new IllegalArgumentException(
          "The longitude (%s) must lie from -180 to 180.".formatted(lon));
    }
    if (!(lat >= -90 && lat <= 90)) {
      throw new IllegalArgumentException(
          "The latitude (%s) must lie from -90 to 90.".formatted(lat));
    }
  }

  /**
   * Returns the great-circle distance by the haversine formula, in kilometres, 0 or more. Uses
   * {@link StrictMath}, so that every machine gets the same bits.
   */
  public double distanceKm(LonLat other) {
    double dLat = StrictMath.toRadians(other.lat - lat);
    double dLon = StrictMath.toRadians(other.lon - lon);
    double sinLat = StrictMath.sin(dLat / 2);
    double sinLon = StrictMath.sin(dLon / 2);
    double h =
        sinLat * sinLat
            + StrictMath.cos(StrictMath.toRadians(lat))
                * StrictMath.cos(StrictMath.toRadians(other.lat))
                * sinLon
                * sinLon;
    return 2 * EARTH_RADIUS_KM * StrictMath.asin(Math.min(1, StrictMath.sqrt(h)));
  }
}
