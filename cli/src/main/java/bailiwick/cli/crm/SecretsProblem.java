package bailiwick.cli.crm;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;

/** What can be wrong with where credentials are kept. None holds a secret. */
sealed interface SecretsProblem extends Problem {

  /** Credentials are nowhere. */
  record Missing() implements SecretsProblem {
    @Override
    public String code() {
      return "CLI_SECRETS_MISSING";
    }

    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public String message() {
      return "No credentials are given: neither a file nor $BAILIWICK_CRM_TOKEN or its like.";
    }

    @Override
    public String hint() {
      return "Name a file with --credentials; `bailiwick crm connect --help` says what it holds.";
    }
  }

  /**
   * A line that names no secret.
   *
   * @param line counted from 1; its text is not told, since it may be a secret
   */
  record UnknownLine(String file, int line) implements SecretsProblem {
    @Override
    public String code() {
      return "CLI_SECRETS_UNKNOWN_LINE";
    }

    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public String message() {
      return "Line %s of the credentials names none of them.".formatted(line);
    }

    @Override
    public Place place() {
      return new Place.InFile(file);
    }

    @Override
    public String hint() {
      return "Write `clientSecret = …`; the names are clientId, clientSecret, refreshToken,"
          + " username, privateKeyFile and token.";
    }
  }

  /** A file that gives no value to any name. */
  record Blank(String file) implements SecretsProblem {
    @Override
    public String code() {
      return "CLI_SECRETS_BLANK";
    }

    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public String message() {
      return "The file `%s` holds no credentials.".formatted(file);
    }

    @Override
    public Place place() {
      return new Place.InFile(file);
    }

    @Override
    public String hint() {
      return "Write a line for each, as `clientSecret = …`; `bailiwick crm connect --help` says"
          + " which a CRM wants.";
    }
  }

  /** A file of credentials or a key in another encoding. */
  record NotUtf8(String file) implements SecretsProblem {
    @Override
    public String code() {
      return "CLI_SECRETS_NOT_UTF8";
    }

    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public String message() {
      return "The file `%s` is not text in UTF-8.".formatted(file);
    }

    @Override
    public Place place() {
      return new Place.InFile(file);
    }

    @Override
    public String hint() {
      return "Save it as UTF-8; a key must be a PEM file, not the binary DER.";
    }
  }

  /** A file of secrets that others can read. */
  record OpenToOthers(String file) implements SecretsProblem {
    @Override
    public String code() {
      return "CLI_SECRETS_OPEN";
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public String message() {
      return "Other users of this machine can read the credentials in `%s`.".formatted(file);
    }

    @Override
    public String hint() {
      return "Close it with `chmod 600`, or delete it: the server keeps them encrypted.";
    }
  }
}
