package bailiwick.cli.rule;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which rules of a file decide: those of a layer that count on a day. */
final class RuleChoice {

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description = "Decide by the rules of the file that count on this day (default: today).")
  private @Nullable LocalDate on;

  @Option(
      names = "--layer",
      paramLabel = "NAME",
      description = "Layer of the file that decides; needed when it has several.")
  private String layer = "";

  /** The layer, empty for the only one. */
  String layer() {
    return layer;
  }

  LocalDate day() {
    LocalDate given = on;
    return given == null ? LocalDate.now(ZoneId.systemDefault()) : given;
  }

  /**
   * Requires a file when a day or a layer is given.
   *
   * @throws ParameterException when a server is to decide, which does so for today
   */
  void requireFile(@Nullable Path file, CommandSpec spec) {
    if ((on != null || !layer.isEmpty()) && file == null) {
      throw new ParameterException(
          spec.commandLine(),
          "Name a rule file beside --on and --layer: a server decides for today.");
    }
  }
}
