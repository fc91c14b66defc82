package bailiwick.server.scenario;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;

/** Why there is no trade-off curve. Values only. */
sealed interface TradeOffProblem extends Problem {

  @Override
  default Severity severity() {
    return Severity.ERROR;
  }

  /** None of the searches found a plan. */
  record NoPlan() implements TradeOffProblem {
    @Override
    public String code() {
      return "TRADE_OFF_NO_PLAN";
    }

    @Override
    public String message() {
      return "No plan that keeps every rule was found, so there is nothing to choose from.";
    }

    @Override
    public String hint() {
      return "Design once with the same wishes: it tells which of them stand in the way.";
    }
  }
}
