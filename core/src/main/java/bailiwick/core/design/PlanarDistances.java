package bailiwick.core.design;

/** Straight-line distances in a plane. Immutable. */
public final class PlanarDistances implements Distances {

  /** What becomes of the straight line's length after division by the scale. */
  public enum Rounding {
    /** Kept as it is. */
    NONE,
    /** To the nearest whole, halves to the even one. */
    HALF_EVEN,
    /** To the whole below. */
    FLOOR
  }

  private final double[] x; // [site] -> first coordinate
  private final double[] y; // [site] -> second coordinate
  private final double scale;
  private final Rounding rounding;

  private PlanarDistances(double[] x, double[] y, double scale, Rounding rounding) {
    this.x = x;
    this.y = y;
    this.scale = scale;
    this.rounding = rounding;
  }

  /** Straight lines in the unit of the coordinates. */
  public static PlanarDistances of(double[] x, double[] y) {
    return of(x, y, 1, Rounding.NONE);
  }

  /**
   * Straight lines divided by {@code scale}, then rounded.
   *
   * @param x first coordinates of the units, then of the homes; finite
   * @param y second coordinates, as many
   * @param scale units of the coordinates in one unit of distance: 1000 makes kilometres of metres
   */
  public static PlanarDistances of(double[] x, double[] y, double scale, Rounding rounding) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "The coordinates must be as many (%s, %s).".formatted(x.length, y.length));
    }
    if (!(scale > 0)) {
      throw new IllegalArgumentException("The scale (%s) must be above 0.".formatted(scale));
    }
    for (int site = 0; site < x.length; site++) {
      if (!Double.isFinite(x[site]) || !Double.isFinite(y[site])) {
        throw new IllegalArgumentException(
            "The coordinates of site %s (%s, %s) must be finite."
                .formatted(site, x[site], y[site]));
      }
    }
    return new PlanarDistances(x.clone(), y.clone(), scale, rounding);
  }

  @Override
  public int siteCount() {
    return x.length;
  }

  @Override
  public double between(int unit, int site) {
    double dx = x[unit] - x[site];
    double dy = y[unit] - y[site];
    double length = Math.sqrt(dx * dx + dy * dy) / scale;
    return switch (rounding) {
      case NONE -> length;
      case HALF_EVEN -> Math.rint(length);
      case FLOOR -> Math.floor(length);
    };
  }

  @Override
  public double coordinate(int site, int dimension) {
    return dimension == 0 ? x[site] / scale : dimension == 1 ? y[site] / scale : 0;
  }

  @Override
  public boolean isAtLeastStraight() {
    return rounding == Rounding.NONE;
  }
}
