package bailiwick.rules.syntax;

import bailiwick.rules.source.RuleProblem;

/** Leaves the part of the grammar that cannot be read on; the parser turns it into a problem. */
final class ParseFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient RuleProblem problem;

  ParseFailure(RuleProblem problem) {
    super(problem.message(), null, false, false);
    this.problem = problem;
  }

  static ParseFailure unexpected(String expected, Token found) {
    return new ParseFailure(new RuleProblem.Unexpected(expected, found.shown(), found.span()));
  }

  RuleProblem problem() {
    return problem;
  }
}
