package bailiwick.cli.rule;

import bailiwick.atlas.Atlas;
import bailiwick.cli.atlas.KnownCountry;
import bailiwick.cli.terminal.DataFolder;
import bailiwick.cli.terminal.ProblemPrinter;
import bailiwick.core.area.AreaTree;
import bailiwick.core.problem.ProblemException;
import bailiwick.server.rule.ReadRules;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
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
   * Reads a text or, by its name, a JSON document, and prints its warnings.
   *
   * @throws ProblemException with everything that is wrong with it
   */
  ReadRules read(Path file, PrintWriter err) throws IOException {
    ReadRules read =
        file.toString().toLowerCase(Locale.ROOT).endsWith(".json")
            ? ReadRules.ofJson(RuleFiles.source(file))
            : ReadRules.ofText(RuleFiles.source(file), tree());
    new ProblemPrinter(err).print(read.warnings());
    return read;
  }

  private AreaTree tree() {
    Atlas atlas = Atlas.open(data.atlas());
    KnownCountry.require(atlas, country);
    return atlas.tree(country);
  }
}
