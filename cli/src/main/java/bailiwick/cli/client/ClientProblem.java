package bailiwick.cli.client;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;
import org.jspecify.annotations.Nullable;

/** What can go wrong between the command line and a server. */
public sealed interface ClientProblem extends Problem {

  @Override
  default Severity severity() {
    return Severity.ERROR;
  }

  /**
   * Nobody answers at the address.
   *
   * @param address asked
   * @param reason what the network says
   */
  record Unreachable(String address, String reason) implements ClientProblem {
    @Override
    public String code() {
      return "CLI_SERVER_UNREACHABLE";
    }

    @Override
    public String message() {
      return "The server at %s does not answer: %s.".formatted(address, reason);
    }

    @Override
    public String hint() {
      return "Start it with `bailiwick serve`, or say another address with --server.";
    }
  }

  /**
   * Somebody answers who is no Bailiwick.
   *
   * @param address asked
   * @param status HTTP status of the answer
   */
  record Stranger(String address, int status) implements ClientProblem {
    @Override
    public String code() {
      return "CLI_SERVER_STRANGE";
    }

    @Override
    public String message() {
      return "What answers at %s is no Bailiwick server (status %s).".formatted(address, status);
    }

    @Override
    public String hint() {
      return "Give the address that `bailiwick serve` prints, without a path.";
    }
  }

  /** A server was named, but no key to sign in with. */
  record KeyMissing(String address) implements ClientProblem {
    @Override
    public String code() {
      return "CLI_KEY_MISSING";
    }

    @Override
    public String message() {
      return "The server at %s wants an API key, and none is given.".formatted(address);
    }

    @Override
    public String hint() {
      return "Make one under Access in the workbench, then set BAILIWICK_KEY or say --key.";
    }
  }

  /**
   * The server has no such thing.
   *
   * @param kind what was looked for, such as {@code plan}
   * @param wanted name or id
   * @param known names it has, between commas
   */
  record NotThere(String kind, String wanted, String known) implements ClientProblem {
    @Override
    public String code() {
      return "CLI_NOT_ON_SERVER";
    }

    @Override
    public String message() {
      return wanted.isEmpty()
          ? "Say which %s is meant; the server has %s.".formatted(kind, known)
          : "The server has no %s `%s`; it has %s.".formatted(kind, wanted, known);
    }
  }

  /**
   * A job of the server ended without a result.
   *
   * @param state such as {@code CANCELLED}
   * @param said its last message
   */
  record JobEnded(String state, String said) implements ClientProblem {
    @Override
    public String code() {
      return "CLI_JOB_ENDED";
    }

    @Override
    public String message() {
      return "The server's job ended as %s: %s".formatted(state, said);
    }
  }

  /**
   * A problem that the server told, under the server's own code.
   *
   * @param message the server's sentence
   * @param hint the server's advice, null when it has none
   */
  record Told(String code, Severity severity, String message, Place place, @Nullable String hint)
      implements ClientProblem {}
}
