package bailiwick.core.optimize.number;

import bailiwick.core.design.BalanceRule;
import java.util.OptionalDouble;

/**
 * What a territory should hold, and how many there may be.
 *
 * @param measure number of the measure
 * @param target what each territory should hold, fixed-point, above 0
 * @param tolerance largest relative deviation from the target, from 0 to below 1
 * @param least fewest territories, at least 1
 * @param most most territories, at least as many
 * @param territoryCost what a territory costs; empty when that does not matter
 * @param distanceCost what one unit of distance costs for each whole amount of the measure; empty
 *     when that does not matter
 */
public record NumberRequest(
    int measure,
    long target,
    double tolerance,
    int least,
    int most,
    OptionalDouble territoryCost,
    OptionalDouble distanceCost) {

  public NumberRequest {
    if (target < 1 || !(tolerance >= 0 && tolerance < 1) || least < 1 || most < least) {
      throw new IllegalArgumentException(
          "The target (%s) must be above 0, the tolerance (%s) from 0 to below 1, and the numbers (%s, %s) in order from 1."
              .formatted(target, tolerance, least, most));
    }
  }

  /** Smallest total of a territory. */
  long lower() {
    return new BalanceRule.Tolerance(measure, tolerance).lower((double) target);
  }

  /** Largest total of a territory. */
  long upper() {
    return new BalanceRule.Tolerance(measure, tolerance).upper((double) target);
  }

  /** What each territory may hold. */
  public BalanceRule limits() {
    return new BalanceRule.Limits(measure, lower(), upper());
  }

  /** Whether a choice goes by costs. */
  boolean hasCosts() {
    return territoryCost.isPresent() || distanceCost.isPresent();
  }

  /** The same for people who get more done, or less: their target is so many times as large. */
  public NumberRequest scaledBy(double factor) {
    return new NumberRequest(
        measure,
        Math.max(1, Math.round(target * factor)),
        tolerance,
        least,
        most,
        territoryCost,
        distanceCost);
  }
}
