package bailiwick.intake.brief;

import bailiwick.core.optimize.district.DistrictRequest;
import bailiwick.core.optimize.district.DistrictRequest.Order;

/**
 * A wish for districts of the territories.
 *
 * @param count how many
 * @param tolerance largest relative deviation of a district from its target
 * @param first whether districts are drawn before the territories inside them
 */
public record BriefDistricts(int count, double tolerance, boolean first) {

  /** The same for the optimiser. */
  DistrictRequest request() {
    return new DistrictRequest(
        count, tolerance, first ? Order.DISTRICTS_FIRST : Order.TERRITORIES_FIRST);
  }
}
