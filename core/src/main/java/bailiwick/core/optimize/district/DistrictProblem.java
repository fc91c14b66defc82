package bailiwick.core.optimize.district;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;
import org.jspecify.annotations.Nullable;

/** Why districts cannot be tried. */
public sealed interface DistrictProblem extends Problem {

  @Override
  default Severity severity() {
    return Severity.ERROR;
  }

  /** More districts than territories. */
  record TooMany(int districts, int territories) implements DistrictProblem {
    @Override
    public String code() {
      return "DISTRICT_TOO_MANY";
    }

    @Override
    public String message() {
      return "There are %s territories, too few for %s districts."
          .formatted(territories, districts);
    }
  }

  /** Territories with names that matter, of which it is not known in which district they lie. */
  record NamesMatter() implements DistrictProblem {
    @Override
    public String code() {
      return "DISTRICT_NAMES_MATTER";
    }

    @Override
    public String message() {
      return "Districts can only be drawn first where it does not matter which territory is which: without homes, locks, eligible territories, preferences, budgets and a plan of today to be near to.";
    }

    @Override
    public @Nullable String hint() {
      return "Draw territories first and group them.";
    }
  }
}
