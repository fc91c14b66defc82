package bailiwick.cli.design;

import bailiwick.cli.terminal.Json;
import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.RuleBreach;
import bailiwick.core.measure.Balance;
import bailiwick.core.unit.Measure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What reports say alike of territories and of districts. */
final class ReportRows {

  private ReportRows() {}

  /** The rules that a plan breaks, or why there can be none; empty for a plan that keeps all. */
  static List<?> violations(DesignOutcome outcome) {
    return switch (outcome) {
      case DesignOutcome.Designed designed -> List.of();
      case DesignOutcome.Infeasible(var proof, var run) -> Json.problems(proof);
      case DesignOutcome.NotFound(var closest, var run) ->
          closest.breaches().stream().map(RuleBreach::message).toList();
    };
  }

  /** How even totals are in a measure, against their shares. */
  static Map<String, Object> balance(Measure measure, long[] totals, double[] shares) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("measure", measure.name());
    row.put("largestDeviation", Balance.largestDeviation(totals, shares));
    return row;
  }
}
