package bailiwick.cli.rule;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;

/** What stands in the way of publishing a design from the command line. */
public sealed interface PublishProblem extends Problem {

  @Override
  default Severity severity() {
    return Severity.ERROR;
  }

  /** The design's units are accounts, which no area covers. */
  record UnitsAreAccounts() implements PublishProblem {
    @Override
    public String code() {
      return "CLI_UNITS_ARE_ACCOUNTS";
    }

    @Override
    public String message() {
      return "The design's units are accounts, so no set of areas says the same.";
    }

    @Override
    public String hint() {
      return "The design's assignment.csv is the list of who owns what; or design over postcodes.";
    }
  }
}
