package bailiwick.intake.today;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;
import java.time.LocalDate;

/** What is odd about today's alignment, one record per kind. Values only; all are warnings. */
public sealed interface TodayProblem extends Problem {

  /** How many accounts it concerns. */
  long accounts();

  @Override
  default Severity severity() {
    return Severity.WARNING;
  }

  /** Accounts whose owner no longer works here. */
  record OwnerLeft(String owner, LocalDate leftOn, long accounts) implements TodayProblem {
    @Override
    public String code() {
      return "TODAY_OWNER_LEFT";
    }

    @Override
    public Place place() {
      return new Place.OfThing("representative", owner);
    }

    @Override
    public String message() {
      return "The owner `%s` left on %s and still has %s accounts."
          .formatted(owner, leftOn, accounts);
    }

    @Override
    public String hint() {
      return "Publish a plan that gives these accounts to someone who is here.";
    }
  }

  /** Accounts whose owner is not among the representatives. */
  record OwnerUnknown(String owner, long accounts) implements TodayProblem {
    @Override
    public String code() {
      return "TODAY_OWNER_UNKNOWN";
    }

    @Override
    public Place place() {
      return new Place.OfThing("representative", owner);
    }

    @Override
    public String message() {
      return "The owner `%s` of %s accounts is not among the representatives."
          .formatted(owner, accounts);
    }

    @Override
    public String hint() {
      return "Add the person to the representatives, or correct the owner column.";
    }
  }

  /** Accounts that name neither an owner nor a territory. */
  record NoOwner(long accounts) implements TodayProblem {
    @Override
    public String code() {
      return "TODAY_NO_OWNER";
    }

    @Override
    public String message() {
      return "%s accounts have neither an owner nor a territory today.".formatted(accounts);
    }

    @Override
    public String hint() {
      return "Fill in their owner or territory, or let a plan give them to somebody.";
    }
  }
}
