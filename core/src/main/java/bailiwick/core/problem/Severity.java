package bailiwick.core.problem;

/** How much a {@link Problem} stands in the way. */
public enum Severity {
  /** The work cannot go on with what was given. */
  ERROR,
  /** The work goes on, but the result deserves a second look. */
  WARNING,
  /** Worth knowing, for example a value that was repaired. */
  NOTE
}
