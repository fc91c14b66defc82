package bailiwick.cli.design;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;

/** Why there can be no trade-off curve. */
sealed interface TradeOffProblem extends Problem {

  @Override
  default Severity severity() {
    return Severity.ERROR;
  }

  /**
   * A curve beside territories that are not today's.
   *
   * @param mode field of the brief that makes others of them
   */
  record WithMode(String mode) implements TradeOffProblem {
    @Override
    public String code() {
      return "CLI_TRADE_OFF_WITH_MODE";
    }

    @Override
    public String message() {
      return "A trade-off curve keeps today's territories, and `%s` makes others of them."
          .formatted(mode);
    }

    @Override
    public String hint() {
      return "Design without --trade-off, publish, and ask for the curve of what is then today's.";
    }
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
