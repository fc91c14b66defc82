package bailiwick.core.optimize.number;

import static bailiwick.core.unit.Measure.words;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;
import org.jspecify.annotations.Nullable;

/** Why no number of territories can be looked for. */
public sealed interface NumberProblem extends Problem {

  @Override
  default Severity severity() {
    return Severity.ERROR;
  }

  /**
   * No number of territories holds the total within the tolerance and the numbers asked for.
   *
   * @param total of all units, in whole units of the measure
   * @param lower smallest total of a territory
   * @param upper largest total of a territory
   */
  record EmptyRange(String measure, double total, double lower, double upper, int fewest, int most)
      implements NumberProblem {
    @Override
    public String code() {
      return "NUMBER_RANGE_EMPTY";
    }

    @Override
    public String message() {
      return "All units hold %s of `%s`: with %s to %s each, at least %s territories are needed, but there may be at most %s."
          .formatted(words(total), measure, words(lower), words(upper), fewest, most);
    }

    @Override
    public @Nullable String hint() {
      return "Change the target, widen its tolerance, or allow other numbers.";
    }
  }

  /** What is asked of single territories, of which it is not yet known how many there are. */
  record NamesMatter() implements NumberProblem {
    @Override
    public String code() {
      return "NUMBER_NAMES_MATTER";
    }

    @Override
    public String message() {
      return "Locks, eligible territories, preferences, budgets, homes, limits of single territories and being near to today's plan need territories that are named.";
    }

    @Override
    public @Nullable String hint() {
      return "Find the number without them, then design with so many.";
    }
  }
}
