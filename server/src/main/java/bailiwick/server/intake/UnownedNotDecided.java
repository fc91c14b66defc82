package bailiwick.server.intake;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;

/**
 * Accounts were kept, and those that nobody owns were not decided by the published rules.
 *
 * @param why one sentence
 */
record UnownedNotDecided(String why) implements Problem {

  @Override
  public String code() {
    return "IMPORT_UNOWNED_NOT_DECIDED";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String message() {
    return "The rows are loaded, and accounts without an owner got none by the published rules: "
        + why;
  }

  @Override
  public String hint() {
    return "The next load or pull of accounts decides them.";
  }
}
