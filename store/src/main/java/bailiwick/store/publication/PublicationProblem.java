package bailiwick.store.publication;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why a publication is refused. Values only. */
public sealed interface PublicationProblem extends Problem {

  @Override
  default Severity severity() {
    return Severity.ERROR;
  }

  /** The key was used for another publication. */
  record KeyReused(String key, String scenarioName, String effectiveFrom)
      implements PublicationProblem {
    @Override
    public String code() {
      return "PUBLICATION_KEY_REUSED";
    }

    @Override
    public String message() {
      return "The idempotency key `%s` belongs to the publication of `%s` from %s."
          .formatted(key, scenarioName, effectiveFrom);
    }

    @Override
    public @Nullable String hint() {
      return "Send a new key with every new publication.";
    }
  }

  /** More of the potential rests on doubtful accounts than the company allows. */
  record DataDoubtful(double share, double most, List<DataDoubt.OfTerritory> worst)
      implements PublicationProblem {
    public DataDoubtful {
      worst = List.copyOf(worst);
    }

    @Override
    public String code() {
      return "PUBLICATION_DATA_DOUBTFUL";
    }

    @Override
    public String message() {
      return "%s of the potential rests on doubtful accounts, and at most %s may%s."
          .formatted(percent(share), percent(most), worstWords());
    }

    private String worstWords() {
      return worst.isEmpty()
          ? ""
          : worst.stream()
              .map(each -> "`%s` (%s)".formatted(each.code(), percent(each.share())))
              .collect(Collectors.joining(", ", "; worst: ", ""));
    }

    private static String percent(double ratio) {
      return String.format(Locale.ROOT, "%.1f %%", 100 * ratio);
    }

    @Override
    public @Nullable String hint() {
      return "Put the data right (the report on data quality lists every account), or let somebody"
          + " accept it with a reason.";
    }
  }

  /**
   * A limit was set while the publication was prepared, so that nobody looked at its accounts.
   *
   * @param most share of the potential that may be doubtful, 0 to 1
   */
  record DataUnseen(double most) implements PublicationProblem {
    @Override
    public String code() {
      return "PUBLICATION_DATA_UNSEEN";
    }

    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "A limit of %.1f %% for doubtful accounts was set while this was being prepared.",
          100 * most);
    }

    @Override
    public @Nullable String hint() {
      return "Publish again; the accounts are looked at then.";
    }
  }

  /** Decisions speak of accounts that are not on the books. */
  record UnknownAccounts(long number, String example) implements PublicationProblem {
    @Override
    public String code() {
      return "PUBLICATION_UNKNOWN_ACCOUNTS";
    }

    @Override
    public String message() {
      return "%s of the accounts to publish are not on the books, such as `%s`."
          .formatted(number, example);
    }

    @Override
    public @Nullable String hint() {
      return "Decide the accounts again and repeat the publication.";
    }
  }

  /** A code that belongs to somebody's named accounts. */
  record PersonalTerritory(TerritoryCode territory) implements PublicationProblem {
    @Override
    public String code() {
      return "PUBLICATION_PERSONAL_TERRITORY";
    }

    @Override
    public String message() {
      return "The territory `%s` of the scenario has the code of somebody's named accounts."
          .formatted(territory);
    }

    @Override
    public Place place() {
      return new Place.OfThing("territory", territory.value());
    }

    @Override
    public @Nullable String hint() {
      return "Give the scenario's territory another code.";
    }
  }

  /** It was taken back before. */
  record UndoneAlready(String scenarioName, LocalDate effectiveFrom) implements PublicationProblem {
    @Override
    public String code() {
      return "PUBLICATION_UNDONE";
    }

    @Override
    public String message() {
      return "The publication of `%s` from %s was taken back already."
          .formatted(scenarioName, effectiveFrom);
    }

    @Override
    public @Nullable String hint() {
      return "Publish the scenario again to bring it into force.";
    }
  }

  /**
   * The layer has got another publication since this one was looked at or approved.
   *
   * @param undone whether the one it rests on was taken back, otherwise another was published
   */
  record Stale(String scenarioName, LocalDate effectiveFrom, boolean undone, String who, Instant at)
      implements PublicationProblem {
    @Override
    public String code() {
      return "PUBLICATION_STALE";
    }

    @Override
    public String message() {
      return undone
          ? "This rests on the publication of `%s` from %s, which %s took back on %s."
              .formatted(scenarioName, effectiveFrom, who, at)
          : "%s published `%s` from %s on %s, after this was looked at."
              .formatted(who, scenarioName, effectiveFrom, at);
    }

    @Override
    public @Nullable String hint() {
      return "Look at the dry run again; what was approved before needs to be approved anew.";
    }
  }

  /** Another one was published after it. */
  record NotLast(
      String scenarioName, LocalDate effectiveFrom, String laterName, LocalDate laterFrom)
      implements PublicationProblem {
    @Override
    public String code() {
      return "PUBLICATION_NOT_LAST";
    }

    @Override
    public String message() {
      return "The publication of `%s` from %s cannot be taken back: `%s` from %s was published after it."
          .formatted(scenarioName, effectiveFrom, laterName, laterFrom);
    }

    @Override
    public @Nullable String hint() {
      return "Take back the later one first.";
    }
  }
}
