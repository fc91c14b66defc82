package bailiwick.intake.instance;

import bailiwick.core.design.DesignOutcome;
import bailiwick.core.problem.Problem;
import java.util.List;

/**
 * What came of designing an instance.
 *
 * @param outcome plan, proof or closest plan
 * @param report what was written to {@code report.json}, for printing
 * @param warnings what is odd about the instance
 */
public record InstanceResult(DesignOutcome outcome, String report, List<Problem> warnings) {

  public InstanceResult {
    warnings = List.copyOf(warnings);
  }

  /** Exit code of the command: 0 feasible, 2 proved infeasible, 3 none found. */
  public int exitCode() {
    return switch (outcome) {
      case DesignOutcome.Designed designed -> 0;
      case DesignOutcome.Infeasible infeasible -> 2;
      case DesignOutcome.NotFound notFound -> 3;
    };
  }
}
