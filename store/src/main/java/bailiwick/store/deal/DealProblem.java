package bailiwick.store.deal;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Why an opportunity is not held. Values only. */
public sealed interface DealProblem extends Problem {

  @Override
  default Severity severity() {
    return Severity.ERROR;
  }

  /** Nobody has it, so that it cannot stay with anybody. */
  record NobodyToKeep(String opportunity, LocalDate day) implements DealProblem {
    @Override
    public String code() {
      return "DEAL_NOBODY_TO_KEEP";
    }

    @Override
    public String message() {
      return "The opportunity `%s` cannot stay where it is: nobody has it on %s."
          .formatted(opportunity, day);
    }

    @Override
    public Place place() {
      return new Place.OfThing("opportunity", opportunity);
    }

    @Override
    public @Nullable String hint() {
      return "Give its account an owner first.";
    }
  }
}
