package bailiwick.cli.rule;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which rules of a file decide: those of a layer that count on a day. */
final class RuleChoice {

  @Mixin private DecisionDay on;

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
    return on.day();
  }

  /**
   * Requires a file when a day or a layer is given.
   *
   * @throws ParameterException when a server is to decide, which does so for today
   */
  void requireFile(@Nullable Path file, CommandSpec spec) {
    if ((on.isGiven() || !layer.isEmpty()) && file == null) {
      throw new ParameterException(
          spec.commandLine(),
          "Name a rule file beside --on and --layer: a server decides for today.");
    }
  }
}
