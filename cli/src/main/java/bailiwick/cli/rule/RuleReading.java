package bailiwick.cli.rule;

import bailiwick.atlas.Atlas;
import bailiwick.cli.atlas.KnownCountry;
import bailiwick.cli.terminal.CommandProblem;
import bailiwick.cli.terminal.DataFolder;
import bailiwick.cli.terminal.InputFile;
import bailiwick.cli.terminal.ProblemPrinter;
import bailiwick.core.account.Account;
import bailiwick.core.area.AreaTree;
import bailiwick.core.problem.ProblemException;
import bailiwick.rules.source.Source;
import bailiwick.server.rule.ReadRules;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
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

  @Option(
      names = "--layer",
      paramLabel = "NAME",
      description = "One layer of a file that has several.")
  private String layer = "";

  /**
   * Reads one layer of a text or, by its name, of a table or a JSON document, and prints its
   * warnings.
   *
   * @throws ProblemException with everything that is wrong with it, or when it has several layers
   *     and none was named
   */
  ReadRules read(Path file, PrintWriter err) throws IOException {
    List<ReadRules> layers = readLayers(file, err);
    if (layers.size() > 1) {
      throw ProblemException.of(
          new CommandProblem.FileUnusable(
              file.toString(), "it has several layers; name one by --layer"));
    }
    return layers.getFirst();
  }

  /**
   * The same for all layers of a file, or the one that was named.
   *
   * @throws ProblemException with everything that is wrong with it
   */
  List<ReadRules> readLayers(Path file, PrintWriter err) throws IOException {
    if (RuleText.isJson(file)) {
      InputFile.requireReadable(file);
      Source source = new Source(file.toString(), Files.readString(file));
      List<ReadRules> chosen = chosen(source, ReadRules.ofJsonLayers(source));
      chosen.forEach(read -> new ProblemPrinter(err).print(read.warnings()));
      return chosen;
    }
    RuleText text = RuleText.read(file);
    List<ReadRules> all = text.use(source -> ReadRules.ofTextLayers(source, tree()));
    List<ReadRules> chosen = chosen(text.source(), all);
    chosen.forEach(read -> new ProblemPrinter(err).print(text.located().apply(read.warnings())));
    return chosen;
  }

  private List<ReadRules> chosen(Source source, List<ReadRules> all) {
    List<ReadRules> chosen =
        all.stream().filter(read -> layer.isEmpty() || read.layer().equals(layer)).toList();
    if (chosen.isEmpty()) {
      throw RuleFiles.unknownLayer(
          source, layer, all.stream().map(read -> read.checked().rules()).toList());
    }
    return chosen;
  }

  /** Takes the accounts of a file one by one; a problem is thrown after the last. */
  void eachAccount(Path file, RuleAccounts accounts, PrintWriter err, Consumer<Account> take) {
    accounts.each(file, atlas(), country, err, take);
  }

  private AreaTree tree() {
    return atlas().tree(country);
  }

  private Atlas atlas() {
    Atlas atlas = Atlas.open(data.atlas());
    KnownCountry.require(atlas, country);
    return atlas;
  }
}
