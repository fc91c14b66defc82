package bailiwick.store.stability;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why accounts may not move, or a limit may not be set. Values only. */
public sealed interface StabilityProblem extends Problem {

  @Override
  default Severity severity() {
    return Severity.ERROR;
  }

  /** A limit outside its range. */
  record WrongLimit(String limit, int value, int least, int most) implements StabilityProblem {
    @Override
    public String code() {
      return "STABILITY_WRONG_LIMIT";
    }

    @Override
    public String message() {
      return "The limit `%s` (%s) must lie between %s and %s.".formatted(limit, value, least, most);
    }

    @Override
    public Place place() {
      return new Place.InRequest("/" + limit);
    }
  }

  /**
   * An account would move again too soon.
   *
   * @param account external id
   * @param on the day on which it would move
   * @param other the day on which it moves besides
   * @param months how long it is to stay
   */
  record TooSoon(
      String account,
      String name,
      String from,
      String to,
      LocalDate on,
      LocalDate other,
      int months)
      implements StabilityProblem {
    @Override
    public String code() {
      return "STABILITY_TOO_SOON";
    }

    @Override
    public String message() {
      return ("The account `%s` (%s) cannot move from %s to %s on %s: it moves on %s, and an account"
              + " moves once in %s months.")
          .formatted(account, name, from, to, on, other, months);
    }

    @Override
    public Place place() {
      return new Place.OfThing("account", account);
    }

    @Override
    public @Nullable String hint() {
      return "Leave it where it is, or choose a later day.";
    }
  }

  /**
   * An account's territory had another representative too short a time ago.
   *
   * @param account external id
   * @param on the day on which it would move
   * @param changed the day on which the representative changed
   * @param months how long it is to stay after that
   */
  record CoolingOff(
      String account,
      String name,
      String from,
      String to,
      LocalDate on,
      LocalDate changed,
      int months)
      implements StabilityProblem {
    @Override
    public String code() {
      return "STABILITY_COOLING_OFF";
    }

    @Override
    public String message() {
      return ("The account `%s` (%s) cannot move from %s to %s on %s: its representative changed on"
              + " %s, and it stays for %s months after that.")
          .formatted(account, name, from, to, on, changed, months);
    }

    @Override
    public Place place() {
      return new Place.OfThing("account", account);
    }

    @Override
    public @Nullable String hint() {
      return "Leave it where it is, or choose a later day.";
    }
  }

  /**
   * A representative would lose too many accounts within twelve months.
   *
   * @param on last day of the twelve months
   * @param had how many the representative had in these twelve months
   * @param moved how many of them would have moved away
   * @param mostBasisPoints of them at most may, in hundredths of a percent
   * @param example external id of an account that would move
   */
  record TooMany(
      String representative,
      LocalDate on,
      long had,
      long moved,
      int mostBasisPoints,
      String example)
      implements StabilityProblem {
    @Override
    public String code() {
      return "STABILITY_TOO_MANY";
    }

    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "%s would have lost %s of %s accounts in the twelve months to %s, and at most %.2f %% may"
              + " move away; `%s` is one of those that would move.",
          representative,
          moved,
          had,
          on,
          mostBasisPoints / 100.0,
          example);
    }

    @Override
    public Place place() {
      return new Place.OfThing("representative", representative);
    }

    @Override
    public @Nullable String hint() {
      return "Leave more of these accounts where they are, or choose a later day.";
    }
  }

  /** More is wrong than is told one by one. */
  record More(long number) implements StabilityProblem {
    @Override
    public String code() {
      return "STABILITY_MORE";
    }

    @Override
    public String message() {
      return "%s further accounts may not move either.".formatted(number);
    }
  }
}
