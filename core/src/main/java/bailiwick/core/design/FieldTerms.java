package bailiwick.core.design;

import java.util.OptionalDouble;

/**
 * What a visit and a day of those who visit customers are made of.
 *
 * @param visitHours with the customer, for each visit; 0 or more
 * @param parkingHours to park and to walk in, for each visit; 0 or more
 * @param workdayHours from leaving home to being back, above 0 and at most 24
 * @param days in the field that a full territory has, above 0, in the time for which visits are
 *     counted; empty when nobody says
 */
public record FieldTerms(
    double visitHours, double parkingHours, double workdayHours, OptionalDouble days) {

  private static final double HOURS_OF_A_DAY = 24;

  public FieldTerms {
    requireHours(visitHours, "visitHours");
    requireHours(parkingHours, "parkingHours");
    if (!(workdayHours > 0 && workdayHours <= HOURS_OF_A_DAY)) {
      throw new IllegalArgumentException(
          "The workdayHours (%s) must lie above 0 and be at most 24.".formatted(workdayHours));
    }
    if (days.isPresent()
        && !(days.getAsDouble() > 0 && days.getAsDouble() < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "The days (%s) must be above 0.".formatted(days.getAsDouble()));
    }
  }

  private static void requireHours(double hours, String name) {
    if (!(hours >= 0 && hours < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "The %s (%s) must be a finite number, 0 or more.".formatted(name, hours));
    }
  }
}
