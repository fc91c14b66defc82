package bailiwick.cli.rule;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The day on which rules of a file decide. */
final class DecisionDay {

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description = "Decide by the rules of the file that count on this day (default: today).")
  private @Nullable LocalDate on;

  LocalDate day() {
    LocalDate given = on;
    return given == null ? LocalDate.now(ZoneId.systemDefault()) : given;
  }

  /**
   * Requires a file when a day is given.
   *
   * @throws ParameterException when a server is to decide, which does so for today
   */
  void requireFile(@Nullable Path file, CommandSpec spec) {
    if (on != null && file == null) {
      throw new ParameterException(
          spec.commandLine(), "Name a rule file beside --on: a server decides for today.");
    }
  }
}
