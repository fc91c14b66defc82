package bailiwick.rules.source;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;

/**
 * A problem that points into a rule text. Each family of them is sealed in the package that finds
 * them. Values only.
 */
public interface TextProblem extends Problem {

  /** Where it stands, {@link Span#NONE} in a rule set that the program made. */
  Span span();

  @Override
  default Place place() {
    return span().place();
  }

  @Override
  default Severity severity() {
    return Severity.ERROR;
  }
}
