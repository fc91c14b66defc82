package bailiwick.intake.instance;

import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What came of designing an instance.
 *
 * @param problem what the optimiser was asked
 * @param outcome plan, proof or closest plan
 * @param report what was written to {@code report.json}, for printing
 * @param warnings what is odd about the instance
 */
public record InstanceResult(
    DesignProblem problem, DesignOutcome outcome, String report, List<Problem> warnings) {

  public InstanceResult {
    warnings = List.copyOf(warnings);
  }

  /** The plan designed, or the closest one found; empty when there can be none. */
  public Optional<DesignPlan> findPlan() {
    return outcome.findPlan();
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
