package bailiwick.intake.potential;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;

/** What is wrong with a model of potential, or odd about what it says. */
public sealed interface ModelProblem extends Problem {

  @Override
  default Severity severity() {
    return Severity.ERROR;
  }

  /**
   * The text is neither JSON nor YAML.
   *
   * @param line 1 for the first line
   * @param column 1 for the first character
   */
  record Unreadable(String file, int line, int column, String reason) implements ModelProblem {
    @Override
    public String code() {
      return "POTENTIAL_UNREADABLE";
    }

    @Override
    public Place place() {
      return new Place.InText(file, Math.max(1, line), Math.max(1, column), 1);
    }

    @Override
    public String message() {
      return "The model cannot be read as %s: %s.".formatted(file, reason);
    }
  }

  /** A field that models do not have. */
  record UnknownField(String pointer, String known) implements ModelProblem {
    @Override
    public String code() {
      return "POTENTIAL_UNKNOWN_FIELD";
    }

    @Override
    public Place place() {
      return new Place.InRequest(pointer);
    }

    @Override
    public String message() {
      return "A model has no field `%s`.".formatted(pointer);
    }

    @Override
    public String hint() {
      return "The fields here are " + known + ".";
    }
  }

  /** A value that is not as it must be. */
  record WrongValue(String pointer, String value, String expected) implements ModelProblem {
    @Override
    public String code() {
      return "POTENTIAL_WRONG_VALUE";
    }

    @Override
    public Place place() {
      return new Place.InRequest(pointer);
    }

    @Override
    public String message() {
      return "The value `%s` of `%s` is not %s.".formatted(value, pointer, expected);
    }
  }

  /** The last segment has conditions, so that some accounts may belong to none. */
  record LeavesOut(String pointer, String segment) implements ModelProblem {
    @Override
    public String code() {
      return "POTENTIAL_LEAVES_OUT";
    }

    @Override
    public Place place() {
      return new Place.InRequest(pointer);
    }

    @Override
    public String message() {
      return "The last segment `%s` has conditions, so that accounts may belong to none."
          .formatted(segment);
    }

    @Override
    public String hint() {
      return "End with a segment without conditions, which takes all that are left.";
    }
  }

  /** A segment before the last that takes every account, so that none is left for those after. */
  record TakesAll(String pointer, String segment) implements ModelProblem {
    @Override
    public String code() {
      return "POTENTIAL_TAKES_ALL";
    }

    @Override
    public Place place() {
      return new Place.InRequest(pointer);
    }

    @Override
    public String message() {
      return "The segment `%s` has no conditions and takes every account; none is left for those after it."
          .formatted(segment);
    }

    @Override
    public String hint() {
      return "Give it a condition, or put it last.";
    }
  }

  /**
   * Groups that look even by how many accounts they have, and are not.
   *
   * @param groups such as {@code segments}
   * @param countPercent largest deviation of the number of accounts from the mean
   * @param potentialPercent the same of potential
   */
  record EvenCounts(String groups, long countPercent, long potentialPercent)
      implements ModelProblem {
    @Override
    public String code() {
      return "POTENTIAL_EVEN_COUNTS";
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public String message() {
      return "The %s are even in accounts (within %s %% of the mean), but not in potential (up to %s %% from it)."
          .formatted(groups, countPercent, potentialPercent);
    }

    @Override
    public String hint() {
      return "Balance on potential: equal counts hide what the accounts may bring.";
    }
  }

  /**
   * A segment without a closed deal, whose rate is that of all.
   *
   * @param percent the rate used
   */
  record NoDeals(String segment, long accounts, String percent) implements ModelProblem {
    @Override
    public String code() {
      return "POTENTIAL_NO_DEALS";
    }

    @Override
    public Severity severity() {
      return Severity.NOTE;
    }

    @Override
    public Place place() {
      return new Place.OfThing("segment", segment);
    }

    @Override
    public String message() {
      return "No deal with the %s accounts of the segment `%s` was ever closed; %s %% is the rate of all."
          .formatted(accounts, segment, percent);
    }
  }

  /** Deals that could not be used: rejected, or with accounts that are not there. */
  record DealsLeftOut(String file, long deals, long of) implements ModelProblem {
    @Override
    public String code() {
      return "POTENTIAL_DEALS_LEFT_OUT";
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public Place place() {
      return new Place.InFile(file);
    }

    @Override
    public String message() {
      return "%s of %s deals were left out: they lack something, or their account is not among the accounts given."
          .formatted(deals, of);
    }

    @Override
    public String hint() {
      return "`bailiwick import opportunities FILE --check` tells what rows lack.";
    }
  }

  /** Accounts whose spend leaves out a size that is not known. */
  record UnknownSize(String segment, long accounts, long of) implements ModelProblem {
    @Override
    public String code() {
      return "POTENTIAL_UNKNOWN_SIZE";
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public Place place() {
      return new Place.OfThing("segment", segment);
    }

    @Override
    public String message() {
      return "The spend of %s of %s accounts in the segment `%s` leaves out employees or revenue that are not known."
          .formatted(accounts, of, segment);
    }

    @Override
    public String hint() {
      return "Import the size of these accounts, or give the segment a spend for each account.";
    }
  }
}
