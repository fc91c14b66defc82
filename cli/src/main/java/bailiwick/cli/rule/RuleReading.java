package bailiwick.cli.rule;

import bailiwick.cli.terminal.DataFolder;
import bailiwick.core.problem.ProblemException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of commands that read rule files: where the areas of a text are. */
final class RuleReading {

  @Option(
      names = "--country",
      paramLabel = "CODE",
      description = "Country of the areas of a text (default: ${DEFAULT-VALUE}).")
  private String country = "US";

  @Mixin private DataFolder data;

  /**
   * Reads a rule file and prints its warnings.
   *
   * @throws ProblemException with everything that is wrong with it
   */
  ReadRules read(Path file, PrintWriter err) throws IOException {
    return ReadRules.read(file, data.atlas(), country, err);
  }
}
