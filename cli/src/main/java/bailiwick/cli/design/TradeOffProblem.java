package bailiwick.cli.design;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;

/** Why there can be no trade-off curve. */
sealed interface TradeOffProblem extends Problem {

  @Override
  default Severity severity() {
    return Severity.ERROR;
  }

  /** Nothing says whose each unit is today. */
  record NoToday() implements TradeOffProblem {
    @Override
    public String code() {
      return "CLI_TRADE_OFF_NO_TODAY";
    }

    @Override
    public String message() {
      return "A trade-off curve needs a plan of today, and nothing says whose each unit is.";
    }

    @Override
    public String hint() {
      return "Give accounts with an owner or territory column, or units with `current` and"
          + " `home_of`, and design as many territories as today.";
    }
  }
}
