package bailiwick.cli.design;

import bailiwick.cli.terminal.Json;
import bailiwick.core.design.BalanceBound;
import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.RuleBreach;
import bailiwick.core.measure.Balance;
import bailiwick.core.optimize.Optimizer;
import bailiwick.core.unit.Measure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

  /** How even every measure could be at best where it is held near its target, by its name. */
  static Map<String, Double> balanceBounds(DesignProblem problem) {
    return Optimizer.balanceBounds(problem).stream()
        .collect(
            Collectors.toMap(
                bound -> problem.measures().get(bound.measure()).name(), BalanceBound::deviation));
  }
}
