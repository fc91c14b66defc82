package bailiwick.store.ledger;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;
import java.time.LocalDate;
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
