package bailiwick.intake.instance;

import bailiwick.core.design.Cancellation;
import bailiwick.core.design.DesignListener;
import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignSettings;
import bailiwick.core.exact.ExactSolver;
import bailiwick.core.optimize.Optimizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Designs territories for an instance folder. Stateless. */
public final class InstanceDesign {

  private InstanceDesign() {}

  /**
   * Reads an instance, designs its territories and writes {@code assignment.csv} and {@code
   * report.json}.
   *
   * @param instance folder with units.csv, instance.json and, where contiguity is asked, edges.csv
   * @param objective where the instance offers several; empty takes its first
   * @param settings how hard to search the problem read
   * @param out folder for the results, made when missing
   * @param solver for what is small enough to be answered exactly
   * @throws bailiwick.core.problem.ProblemException with every problem of the files
   * @throws IOException when a file cannot be read or written
   */
  public static InstanceResult run(
      Path instance,
      Optional<String> objective,
      Function<DesignProblem, DesignSettings> settings,
      Path out,
      DesignListener listener,
      Cancellation cancellation,
      ExactSolver solver)
      throws IOException {
    InstanceFolder folder = InstanceFolder.read(instance);
    DesignProblem problem = folder.problem(objective.orElse(folder.objectives().getFirst()));
    // What cannot be written is told before the work, not after it.
    Files.createDirectories(out);
    DesignOutcome outcome =
        Optimizer.optimize(problem, settings.apply(problem), listener, cancellation, solver);
    var source = new InstanceSource(instance.toString(), folder.inputHash(), folder.warnings());
    DesignReport report = new DesignReport(problem, outcome, source);
    report.write(out);
    return new InstanceResult(problem, outcome, report.json(), folder.warnings());
  }
}
