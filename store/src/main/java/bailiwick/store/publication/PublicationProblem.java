package bailiwick.store.publication;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;
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
}
