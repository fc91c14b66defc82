package bailiwick.server.problem;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;

/** A problem that only a request can have, so that it knows its HTTP status. */
public sealed interface HttpProblem extends Problem permits AccessProblem, ServerProblem {

  @Override
  default Severity severity() {
    return Severity.ERROR;
  }

  /** The HTTP status that fits. */
  int status();
}
