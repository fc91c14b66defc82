package bailiwick.store.exception;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why an exception or a split of credit is refused. Values only. */
public sealed interface ExceptionProblem extends Problem {

  @Override
  default Severity severity() {
    return Severity.ERROR;
  }

  /** Nobody said why. */
  record NoReason() implements ExceptionProblem {
    @Override
    public String code() {
      return "EXCEPTION_NO_REASON";
    }

    @Override
    public String message() {
      return "An exception needs a reason.";
    }

    @Override
    public Place place() {
      return new Place.InRequest("/why");
    }

    @Override
    public @Nullable String hint() {
      return "Say in a sentence why the rules do not fit here.";
    }
  }

  /** It would never end. */
  record NoEnd(ExceptionKind kind) implements ExceptionProblem {
    @Override
    public String code() {
      return "EXCEPTION_NO_END";
    }

    @Override
    public String message() {
      return "An exception of the kind %s needs the first day on which it holds no more."
          .formatted(kind);
    }

    @Override
    public Place place() {
      return new Place.InRequest("/until");
    }

    @Override
    public @Nullable String hint() {
      return "Only a strategic account stands without an end; it has a day of review instead.";
    }
  }

  /** A strategic account that nobody would look at again, or a review of what ends by itself. */
  record WrongReview(ExceptionKind kind, @Nullable LocalDate reviewOn, LocalDate after)
      implements ExceptionProblem {
    @Override
    public String code() {
      return "EXCEPTION_WRONG_REVIEW";
    }

    @Override
    public String message() {
      return kind == ExceptionKind.STRATEGIC
          ? "A strategic account needs a day of review after %s, and there is %s."
              .formatted(after, reviewOn == null ? "none" : reviewOn)
          : "An exception of the kind %s ends by itself and needs no review on %s."
              .formatted(kind, reviewOn);
    }

    @Override
    public Place place() {
      return new Place.InRequest("/reviewOn");
    }
  }

  /**
   * Another exception holds on some of the days.
   *
   * @param account external id
   * @param until of the other one, null for an open end
   */
  record Overlap(String account, String territory, LocalDate from, @Nullable LocalDate until)
      implements ExceptionProblem {
    @Override
    public String code() {
      return "EXCEPTION_OVERLAP";
    }

    @Override
    public String message() {
      return "The account `%s` has an exception already: it belongs to %s from %s%s."
          .formatted(account, territory, from, until == null ? " on" : " until " + until);
    }

    @Override
    public Place place() {
      return new Place.OfThing("account", account);
    }

    @Override
    public @Nullable String hint() {
      return "End that one first, or choose other days.";
    }
  }

  /** An account that nobody owns cannot be held. */
  record NobodyToKeep(String account, LocalDate day) implements ExceptionProblem {
    @Override
    public String code() {
      return "EXCEPTION_NOBODY_TO_KEEP";
    }

    @Override
    public String message() {
      return "The account `%s` cannot stay with its owner: nobody owns it on %s."
          .formatted(account, day);
    }

    @Override
    public Place place() {
      return new Place.OfThing("account", account);
    }
  }

  /** Somebody who is not with the company any more cannot be given accounts. */
  record PersonLeft(String person, LocalDate leftOn, LocalDate from) implements ExceptionProblem {
    @Override
    public String code() {
      return "EXCEPTION_PERSON_LEFT";
    }

    @Override
    public String message() {
      return "%s cannot have the account from %s on: %s left on %s."
          .formatted(person, from, person, leftOn);
    }

    @Override
    public Place place() {
      return new Place.InRequest("/representativeId");
    }

    @Override
    public @Nullable String hint() {
      return "Name somebody else, or put the day right in the roster.";
    }
  }

  /** A merged account is owned through another. */
  record Merged(String account) implements ExceptionProblem {
    @Override
    public String code() {
      return "EXCEPTION_ACCOUNT_MERGED";
    }

    @Override
    public String message() {
      return "The account `%s` was merged into another, which stands for it.".formatted(account);
    }

    @Override
    public Place place() {
      return new Place.OfThing("account", account);
    }

    @Override
    public @Nullable String hint() {
      return "Make the exception for the account that it was merged into.";
    }
  }

  /** It holds no more from that day on anyway. */
  record EndedAlready(LocalDate until) implements ExceptionProblem {
    @Override
    public String code() {
      return "EXCEPTION_ENDED";
    }

    @Override
    public String message() {
      return "It holds no more from %s on.".formatted(until);
    }
  }

  /**
   * Shares that are not the whole.
   *
   * @param basisPoints together
   */
  record NotWhole(long basisPoints) implements ExceptionProblem {
    @Override
    public String code() {
      return "CREDIT_NOT_WHOLE";
    }

    @Override
    public String message() {
      return String.format(
          Locale.ROOT, "The shares are %.2f %% together, and must be 100 %%.", basisPoints / 100.0);
    }

    @Override
    public Place place() {
      return new Place.InRequest("/shares");
    }
  }

  /**
   * A share that is nothing, or more than all.
   *
   * @param basisPoints asked for
   */
  record WrongShare(String territory, long basisPoints) implements ExceptionProblem {
    @Override
    public String code() {
      return "CREDIT_WRONG_SHARE";
    }

    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "The share of %s (%.2f %%) must be more than 0 %% and at most 100 %%.",
          territory,
          basisPoints / 100.0);
    }

    @Override
    public Place place() {
      return new Place.InRequest("/shares");
    }
  }

  /** One that gets two shares. */
  record ShareTwice(String territory) implements ExceptionProblem {
    @Override
    public String code() {
      return "CREDIT_SHARE_TWICE";
    }

    @Override
    public String message() {
      return "%s has two shares.".formatted(territory);
    }

    @Override
    public Place place() {
      return new Place.InRequest("/shares");
    }

    @Override
    public @Nullable String hint() {
      return "Add them up.";
    }
  }
}
