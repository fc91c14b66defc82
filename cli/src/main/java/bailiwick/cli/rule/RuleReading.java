package bailiwick.cli.rule;

import bailiwick.atlas.Atlas;
import bailiwick.cli.atlas.KnownCountry;
import bailiwick.cli.terminal.DataFolder;
import bailiwick.cli.terminal.InputFile;
import bailiwick.cli.terminal.ProblemPrinter;
import bailiwick.core.area.AreaTree;
import bailiwick.core.problem.ProblemException;
import bailiwick.rules.source.Source;
import bailiwick.server.rule.ReadRules;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
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
   * Reads a text or, by its name, a table or a JSON document, and prints its warnings.
   *
   * @throws ProblemException with everything that is wrong with it
   */
  ReadRules read(Path file, PrintWriter err) throws IOException {
    if (RuleText.isJson(file)) {
      InputFile.requireReadable(file);
      ReadRules read = ReadRules.ofJson(new Source(file.toString(), Files.readString(file)));
      new ProblemPrinter(err).print(read.warnings());
      return read;
    }
    RuleText text = RuleText.read(file);
    ReadRules read = text.use(source -> ReadRules.ofText(source, tree()));
    new ProblemPrinter(err).print(text.located().apply(read.warnings()));
    return read;
  }

  private AreaTree tree() {
    Atlas atlas = Atlas.open(data.atlas());
    KnownCountry.require(atlas, country);
    return atlas.tree(country);
  }
}
