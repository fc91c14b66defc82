package bailiwick.server.intake;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;

/**
 * Opportunities were kept, and not decided by the published rules.
 *
 * @param why one sentence
 */
record OpportunitiesNotDecided(String why) implements Problem {

  @Override
  public String code() {
    return "IMPORT_OPPORTUNITIES_NOT_DECIDED";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String message() {
    return "The rows are loaded, and the published rules did not decide where they go: " + why;
  }

  @Override
  public String hint() {
    return "The next load, or the next standing check, decides them.";
  }
}
