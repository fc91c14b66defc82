package bailiwick.intake.brief;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A wish for as many territories as suit what each should hold.
 *
 * @param measure name of what territories hold
 * @param target what each should hold, in whole units of the measure, above 0
 * @param tolerance largest relative deviation from the target
 * @param least fewest territories
 * @param most most territories
 * @param territoryCost what a territory costs
 * @param distanceCost what one kilometre costs for each whole amount
 * @param assumptions under which the target would be another one
 */
public record BriefNumber(
    String measure,
    double target,
    double tolerance,
    int least,
    int most,
    OptionalDouble territoryCost,
    OptionalDouble distanceCost,
    List<Assumption> assumptions) {

  public BriefNumber {
    assumptions = List.copyOf(assumptions);
  }

  /** The same for so many territories at least, which must be no more than the most. */
  BriefNumber withAtLeast(int territories) {
    return new BriefNumber(
        measure,
        target,
        tolerance,
        Math.max(least, territories),
        most,
        territoryCost,
        distanceCost,
        assumptions);
  }

  /**
   * What if each got so many times as much done?
   *
   * @param name as it is told
   * @param factor of the target, above 0
   */
  public record Assumption(String name, double factor) {}
}
