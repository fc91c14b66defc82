package bailiwick.atlas.build;

import bailiwick.core.unit.LonLat;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/** The weighted middle of places, taken on the globe so that the date line does no harm. */
final class Middle {

  private double x;
  private double y;
  private double z;

  void add(LonLat point, double weight) {
    double phi = StrictMath.toRadians(point.lat());
    double lambda = StrictMath.toRadians(point.lon());
    x += weight * StrictMath.cos(phi) * StrictMath.cos(lambda);
    y += weight * StrictMath.cos(phi) * StrictMath.sin(lambda);
    z += weight * StrictMath.sin(phi);
  }

  /** Adds a row by its people, at least one. */
  void add(NamedCsvRecord place) {
    String population = place.getField("population");
    add(pointOf(place), population.isEmpty() ? 1 : Math.max(1, Double.parseDouble(population)));
  }

  static LonLat pointOf(NamedCsvRecord row) {
    return new LonLat(
        Double.parseDouble(row.getField("lon")), Double.parseDouble(row.getField("lat")));
  }

  LonLat point() {
    double lon = StrictMath.toDegrees(StrictMath.atan2(y, x));
    double lat = StrictMath.toDegrees(StrictMath.atan2(z, StrictMath.hypot(x, y)));
    return new LonLat(lon, lat);
  }
}
