package bailiwick.server.crm;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;

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

  /** Rows that the CRM has in its bin. */
  record DeletedThere(String connection, String things, long rows) implements ConnectionProblem {
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
      return "%s %s of `%s` were deleted in the CRM since the last pull; they stay here."
          .formatted(rows, things, connection);
    }
  }
}
