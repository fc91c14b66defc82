package bailiwick.core.optimize.district;

/**
 * What is asked of districts.
 *
 * @param count how many, at least 1
 * @param tolerance largest relative deviation of a district from its target, in every measure that
 *     territories are limited in; 0 or more
 * @param order what is drawn first
 */
public record DistrictRequest(int count, double tolerance, Order order) {

  /** What is drawn first. */
  public enum Order {
    /** Territories are drawn as if there were no districts, then grouped. */
    TERRITORIES_FIRST,
    /** Districts are drawn of units, then territories inside each. */
    DISTRICTS_FIRST
  }

  public DistrictRequest {
    if (count < 1 || !(tolerance >= 0 && tolerance < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "The districts (%s) must be at least 1 and their tolerance (%s) 0 or more."
              .formatted(count, tolerance));
    }
  }
}
