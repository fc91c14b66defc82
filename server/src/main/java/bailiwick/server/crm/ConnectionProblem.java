package bailiwick.server.crm;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;
import bailiwick.intake.crm.CrmKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What stands in the way of a connection here, not at the CRM. Values only. */
sealed interface ConnectionProblem extends Problem {

  /** The key of this installation is none. */
  record BadSecretKey(String where) implements ConnectionProblem {
    @Override
    public String code() {
      return "CRM_BAD_SECRET_KEY";
    }

    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public String message() {
      return "The key in %s is not 32 bytes in Base64.".formatted(where);
    }

    @Override
    public String hint() {
      return "Put the right key back, or remove it and enter the credentials of all connections"
          + " again.";
    }
  }

  /** Credentials that were encrypted by another key. */
  record SecretUnreadable(String connection) implements ConnectionProblem {
    @Override
    public String code() {
      return "CRM_SECRET_UNREADABLE";
    }

    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public String message() {
      return "The credentials of `%s` were encrypted by another key.".formatted(connection);
    }

    @Override
    public String hint() {
      return "Enter them again; after a restore, put the key file of the old data folder back"
          + " instead.";
    }
  }

  /** Credentials that were entered for one server and shall go to another. */
  record CredentialsNeeded(String connection, String address) implements ConnectionProblem {
    @Override
    public String code() {
      return "CRM_CREDENTIALS_NEEDED";
    }

    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public String message() {
      return "The credentials of `%s` were entered for another server than %s."
          .formatted(connection, address);
    }

    @Override
    public String hint() {
      return "Enter the credentials together with the new address.";
    }
  }

  /** A connection that shall lead elsewhere, or nowhere, in the middle of its work. */
  record AtWork(String connection) implements ConnectionProblem {
    @Override
    public String code() {
      return "CRM_AT_WORK";
    }

    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public String message() {
      return "A pull or push of `%s` is under way.".formatted(connection);
    }

    @Override
    public String hint() {
      return "Wait until it has ended, or cancel its job; then change or disconnect it.";
    }
  }

  /** A connection that was led elsewhere while somebody called the CRM at its address of before. */
  record Moved(String connection, String before, String address) implements ConnectionProblem {
    @Override
    public String code() {
      return "CRM_MOVED";
    }

    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public String message() {
      return "The address of `%s` was changed from %s to %s meanwhile."
          .formatted(connection, before, address);
    }

    @Override
    public String hint() {
      return "Try again: the new address is called then.";
    }
  }

  /** A push over rows that nobody knows. */
  record NothingPulled(String connection) implements ConnectionProblem {
    @Override
    public String code() {
      return "CRM_NOTHING_PULLED";
    }

    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public String message() {
      return "Nothing was pulled of `%s` since it was made or its address or field changed."
          .formatted(connection);
    }

    @Override
    public String hint() {
      return "Pull first: a push writes only over what was seen.";
    }
  }

  /** A second connection to take up what is another's. */
  record SourceTaken(String source, String holder) implements ConnectionProblem {
    @Override
    public String code() {
      return "CRM_SOURCE_TAKEN";
    }

    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public String message() {
      return "Accounts of the source `%s` belong to the connection `%s` already."
          .formatted(source, holder);
    }

    @Override
    public String hint() {
      return "Give this connection a source of its own, such as `%s-2`: ids of two companies at one"
              .formatted(source)
          + " CRM say nothing about each other.";
    }
  }

  /**
   * Rows that the CRM has no longer.
   *
   * @param rows how many
   * @param ids of the first of them, where nothing else lists them
   */
  record DeletedThere(String connection, CrmKind kind, long rows, List<String> ids)
      implements ConnectionProblem {
    public DeletedThere {
      ids = List.copyOf(ids);
    }

    @Override
    public String code() {
      return "CRM_DELETED_THERE";
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public String message() {
      String things = kind.name().toLowerCase(Locale.ROOT);
      String named =
          ids.isEmpty()
              ? ""
              : " (%s%s)".formatted(String.join(", ", ids), ids.size() < rows ? ", …" : "");
      return "%s %s of `%s` are no longer in the CRM%s; %s."
          .formatted(rows, things, connection, named, fate());
    }

    private String fate() {
      return switch (kind) {
        case PEOPLE -> "they stay here";
        case ACCOUNTS -> "they stay here and are marked as missing";
        case DEALS -> "they count no longer here";
      };
    }

    @Override
    public @Nullable String hint() {
      return kind == CrmKind.ACCOUNTS
          ? "`GET /accounts?missing=true` lists them; they lose the mark when they come again."
          : null;
    }
  }

  /**
   * Accounts that somebody merged in the CRM.
   *
   * @param name of the account that they have become
   * @param id of it there
   * @param before id of the account that goes on here under the new one, empty when none does
   * @param others ids of those that are marked as missing
   */
  record MergedThere(String connection, String name, String id, String before, List<String> others)
      implements ConnectionProblem {
    public MergedThere {
      others = List.copyOf(others);
    }

    @Override
    public String code() {
      return "CRM_MERGED_THERE";
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public String message() {
      List<String> parts = new ArrayList<>();
      if (!before.isEmpty()) {
        parts.add("%s goes on here under that id".formatted(before));
      }
      if (!others.isEmpty()) {
        parts.add("%s: marked as missing".formatted(String.join(", ", others)));
      }
      return "Accounts of `%s` were merged in the CRM into `%s` (%s): %s."
          .formatted(connection, name, id, String.join("; ", parts));
    }

    @Override
    public String hint() {
      return "Merge those that are marked here, too, so that they no longer count twice.";
    }
  }
}
