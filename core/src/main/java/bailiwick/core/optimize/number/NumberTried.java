package bailiwick.core.optimize.number;

import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignProblem;
import java.util.OptionalDouble;

/**
 * A number of territories that was tried. Immutable.
 *
 * @param number of territories
 * @param problem of so many
 * @param outcome what came of it
 * @param mean what a territory holds on average, in whole units of the measure
 * @param deviation largest relative deviation of a territory from the target; empty without a plan
 * @param distance mean distance of an amount from its territory's centre; empty without a plan
 * @param cost of territories and distances; empty where nothing costs anything, or without a plan
 */
public record NumberTried(
    int number,
    DesignProblem problem,
    DesignOutcome outcome,
    double mean,
    OptionalDouble deviation,
    OptionalDouble distance,
    OptionalDouble cost) {

  /** Whether a plan keeps every rule. */
  public boolean isDesigned() {
    return outcome instanceof DesignOutcome.Designed;
  }
}
