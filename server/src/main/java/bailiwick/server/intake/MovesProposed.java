package bailiwick.server.intake;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;

/**
 * Accounts changed so that the published rules give them to others than own them.
 *
 * @param accounts how many
 */
record MovesProposed(long accounts) implements Problem {

  @Override
  public String code() {
    return "IMPORT_MOVES_PROPOSED";
  }

  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public String message() {
    return "%s accounts changed so that the published rules would move them: they stay with their owners until somebody makes the move."
        .formatted(accounts);
  }

  @Override
  public String hint() {
    return "Look at the proposed moves under Rules, and make them or publish anew.";
  }
}
