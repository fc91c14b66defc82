package bailiwick.core.optimize.number;

import bailiwick.core.design.DesignOutcome;
import java.util.List;

/**
 * The numbers tried and the one chosen. Immutable.
 *
 * @param range all numbers that can hold the total
 * @param tried in ascending order, at least one; not all of a long range
 * @param chosen the best of those with a plan; without any, the one nearest to the target
 * @param outcome of the chosen one, with the work of all
 * @param reason for the choice, a whole sentence
 */
public record NumberOutcome(
    NumberRange range,
    List<NumberTried> tried,
    NumberTried chosen,
    DesignOutcome outcome,
    String reason) {

  public NumberOutcome {
    tried = List.copyOf(tried);
  }
}
