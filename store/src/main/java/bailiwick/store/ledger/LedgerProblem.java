package bailiwick.store.ledger;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.problem.Severity;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why the ledger refuses a change. Values only. */
public sealed interface LedgerProblem extends Problem {

  @Override
  default Severity severity() {
    return Severity.ERROR;
  }

  /** A territory that the plan has not published. */
  record UnknownTerritory(TerritoryCode territory) implements LedgerProblem {
    @Override
    public String code() {
      return "LEDGER_UNKNOWN_TERRITORY";
    }

    @Override
    public String message() {
      return "The plan has published no territory `%s`.".formatted(territory);
    }

    @Override
    public Place place() {
      return new Place.OfThing("territory", territory.value());
    }
  }

  /** An account that is not on the books. */
  record UnknownAccount(AccountId account) implements LedgerProblem {
    @Override
    public String code() {
      return "LEDGER_UNKNOWN_ACCOUNT";
    }

    @Override
    public String message() {
      return "There is no account `%s`.".formatted(account);
    }

    @Override
    public Place place() {
      return new Place.OfThing("account", account.toString());
    }
  }

  /** First and last day that the ledger takes, far enough for everybody. */
  LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

  LocalDate LAST_DAY = LocalDate.of(2999, 12, 31);

  /**
   * Refuses a period without a day, or with days that no calendar of ours reaches.
   *
   * @param until first day after, null for an open end
   * @throws ProblemException with {@code LEDGER_EMPTY_PERIOD} or {@code LEDGER_FAR_DAY}
   */
  static void requirePeriod(LocalDate from, @Nullable LocalDate until) {
    findFault(from, until)
        .ifPresent(fault -> {
          throw ProblemException.of(fault);
        });
  }

  /** What is wrong with a period; empty when nothing is. */
  static Optional<LedgerProblem> findFault(LocalDate from, @Nullable LocalDate until) {
    if (isFar(from)) {
      return Optional.of(new FarDay("/from", from));
    }
    if (until != null && isFar(until)) {
      return Optional.of(new FarDay("/until", until));
    }
    return until == null || from.isBefore(until)
        ? Optional.empty()
        : Optional.of(new EmptyPeriod(from, until));
  }

  /** Whether a day lies outside of what the ledger takes. */
  static boolean isFar(LocalDate day) {
    return day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY);
  }

  /** A day so far off that it is a slip of the pen. */
  record FarDay(String pointer, LocalDate day) implements LedgerProblem {
    @Override
    public String code() {
      return "LEDGER_FAR_DAY";
    }

    @Override
    public String message() {
      return "The day %s must lie between %s and %s.".formatted(day, FIRST_DAY, LAST_DAY);
    }

    @Override
    public Place place() {
      return new Place.InRequest(pointer);
    }
  }

  /** A period that ends before it begins. */
  record EmptyPeriod(LocalDate from, LocalDate until) implements LedgerProblem {
    @Override
    public String code() {
      return "LEDGER_EMPTY_PERIOD";
    }

    @Override
    public String message() {
      return "The period from %s until %s holds no day.".formatted(from, until);
    }

    @Override
    public String hint() {
      return "The end is the first day after the period; it must lie after the first day.";
    }
  }

  /** Two assignments of one request claim the same account and day. */
  record Overlap(AccountId account) implements LedgerProblem {
    @Override
    public String code() {
      return "LEDGER_OVERLAP";
    }

    @Override
    public String message() {
      return "The account `%s` would have two owners on one day.".formatted(account);
    }

    @Override
    public Place place() {
      return new Place.OfThing("account", account.toString());
    }
  }

  /**
   * An account belongs to another than its caller believes.
   *
   * @param expected null for nobody
   * @param owner by the ledger, null for nobody
   */
  record OwnerChanged(
      AccountId account,
      LocalDate day,
      @Nullable TerritoryCode expected,
      @Nullable TerritoryCode owner)
      implements LedgerProblem {
    @Override
    public String code() {
      return "LEDGER_OWNER_CHANGED";
    }

    @Override
    public String message() {
      return "The account `%s` belongs to %s on %s, not to %s as you believed."
          .formatted(account, name(owner), day, name(expected));
    }

    private static String name(@Nullable TerritoryCode territory) {
      return territory == null ? "nobody" : territory.value();
    }

    @Override
    public Place place() {
      return new Place.OfThing("account", account.toString());
    }

    @Override
    public String hint() {
      return "Somebody was faster: look at the account again and decide anew.";
    }
  }
}
