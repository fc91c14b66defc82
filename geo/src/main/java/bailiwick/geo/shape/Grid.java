package bailiwick.geo.shape;

import org.locationtech.jts.geom.Coordinate;

/**
 * A grid of whole numbers over longitudes and latitudes, on which shapes are held so that equal
 * points are equal. Immutable.
 *
 * @param stepX degrees between columns, above 0
 * @param stepY degrees between rows, above 0
 * @param originX longitude of column 0
 * @param originY latitude of row 0
 */
public record Grid(double stepX, double stepY, double originX, double originY) {

  /** Steps of a ten-thousandth of a degree, 11 m at most: enough for shapes of a postcode. */
  public static final Grid FINE = ofStep(1e-4);

  public Grid {
    if (!(stepX > 0 && stepY > 0)) {
      throw new IllegalArgumentException(
          "The steps (%s, %s) must be above 0.".formatted(stepX, stepY));
    }
  }

  /** A grid of equal steps around longitude 0, latitude 0. */
  public static Grid ofStep(double degrees) {
    return new Grid(degrees, degrees, 0, 0);
  }

  /** The column nearest to a longitude. */
  public int column(double lon) {
    return (int) Math.round((lon - originX) / stepX);
  }

  /** The row nearest to a latitude. */
  public int row(double lat) {
    return (int) Math.round((lat - originY) / stepY);
  }

  /** The place in degrees of a column and a row. */
  public Coordinate degrees(double column, double row) {
    return new Coordinate(clean(column * stepX + originX), clean(row * stepY + originY));
  }

  /** Takes the noise of binary fractions off, so that 0.30000000000000004 is 0.3. */
  private static double clean(double degrees) {
    return Math.round(degrees * 1e9) / 1e9;
  }
}
