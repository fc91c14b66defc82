package bailiwick.server.problem;

/** Who may not ask: nobody is signed in, or the caller's rights do not reach. Values only. */
public sealed interface AccessProblem extends HttpProblem {

  /** Nobody is signed in. */
  record NotSignedIn() implements AccessProblem {
    @Override
    public String code() {
      return "NOT_SIGNED_IN";
    }

    @Override
    public int status() {
      return 401;
    }

    @Override
    public String message() {
      return "Nobody is signed in.";
    }

    @Override
    public String hint() {
      return "Sign in at POST /api/v1/session, or send an API key.";
    }
  }

  /** The session that the request names has ended. */
  record SessionEnded() implements AccessProblem {
    @Override
    public String code() {
      return "SESSION_ENDED";
    }

    @Override
    public int status() {
      return 401;
    }

    @Override
    public String message() {
      return "The session has ended.";
    }

    @Override
    public String hint() {
      return "Sign in again; nothing that was saved is lost.";
    }
  }

  /** Name or password are wrong; which of them is not told. */
  record WrongPassword() implements AccessProblem {
    @Override
    public String code() {
      return "SIGN_IN_WRONG";
    }

    @Override
    public int status() {
      return 401;
    }

    @Override
    public String message() {
      return "The user name or the password is wrong.";
    }
  }

  /** Too many failed attempts. */
  record TooManySignIns(long waitSeconds) implements AccessProblem {
    @Override
    public String code() {
      return "SIGN_IN_TOO_OFTEN";
    }

    @Override
    public int status() {
      return 429;
    }

    @Override
    public String message() {
      return "Signing in failed too often; wait %s seconds.".formatted(waitSeconds);
    }
  }

  /** The API key is unknown or withdrawn. */
  record UnknownApiKey() implements AccessProblem {
    @Override
    public String code() {
      return "API_KEY_UNKNOWN";
    }

    @Override
    public int status() {
      return 401;
    }

    @Override
    public String message() {
      return "The API key is unknown or was withdrawn.";
    }
  }

  /** The role does not allow it. */
  record NotAllowed(String role) implements AccessProblem {
    @Override
    public String code() {
      return "NOT_ALLOWED";
    }

    @Override
    public int status() {
      return 403;
    }

    @Override
    public String message() {
      return "The role %s does not allow this.".formatted(role);
    }
  }

  /** A change without the token that proves it comes from our own pages. */
  record CsrfMissing() implements AccessProblem {
    @Override
    public String code() {
      return "CSRF_MISSING";
    }

    @Override
    public int status() {
      return 403;
    }

    @Override
    public String message() {
      return "The header X-XSRF-TOKEN is missing or does not fit the session.";
    }

    @Override
    public String hint() {
      return "Send the value of the cookie XSRF-TOKEN in the header X-XSRF-TOKEN.";
    }
  }

  /** The one-time secret is still in use. */
  record PasswordMustChange() implements AccessProblem {
    @Override
    public String code() {
      return "PASSWORD_MUST_CHANGE";
    }

    @Override
    public int status() {
      return 403;
    }

    @Override
    public String message() {
      return "The one-time secret must be changed before anything else.";
    }

    @Override
    public String hint() {
      return "Set a password at PUT /api/v1/session/password.";
    }
  }
}
