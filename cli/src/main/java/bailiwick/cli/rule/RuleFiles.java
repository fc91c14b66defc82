package bailiwick.cli.rule;

import bailiwick.atlas.Atlas;
import bailiwick.cli.terminal.CommandProblem;
import bailiwick.cli.terminal.InputFile;
import bailiwick.cli.terminal.ProblemPrinter;
import bailiwick.core.problem.ProblemException;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.cover.WrittenRules;
import bailiwick.rules.lookup.Compilation;
import bailiwick.rules.lookup.RuleCompiler;
import bailiwick.rules.lookup.RuleLookup;
import bailiwick.rules.source.Source;
import bailiwick.rules.syntax.Parsed;
import bailiwick.rules.syntax.RuleParser;
import bailiwick.rules.syntax.RuleSet;
import bailiwick.rules.table.DecisionTable;
import bailiwick.rules.table.DmnReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compiles rule files that the command line names. */
final class RuleFiles {

  private RuleFiles() {}

  /**
   * Compiles the chosen rules of a file against the geography of a country, and prints their
   * warnings.
   *
   * @throws ProblemException with every problem of the rules when they cannot decide
   */
  static RuleLookup compile(
      Path file, Atlas atlas, String country, RuleChoice choice, PrintWriter err)
      throws IOException {
    RuleText text = RuleText.read(file);
    return text.use(source -> compile(source, text, atlas, country, choice, err));
  }

  /**
   * Reads a file of written rules.
   *
   * @param file null for none
   * @throws ProblemException with every place that cannot be read
   */
  static WrittenRules readWritten(@Nullable Path file) throws IOException {
    return file == null ? WrittenRules.NONE : RuleText.read(file).use(WrittenRules::read);
  }

  private static Parsed layer(Source source, String name) {
    List<Parsed> layers = RuleParser.parseLayers(source);
    return layers.stream()
        .filter(layer -> layer.rules().layer().equals(name))
        .findFirst()
        .orElseThrow(() -> unknownLayer(source, name, layers.stream().map(Parsed::rules).toList()));
  }

  /** What to say of a layer that a file does not have. */
  static ProblemException unknownLayer(Source source, String name, List<RuleSet> layers) {
    String known = layers.stream().map(RuleSet::layer).collect(Collectors.joining(", "));
    return ProblemException.of(
        new CommandProblem.FileUnusable(
            source.name(), "it has no layer `%s`, but %s".formatted(name, known)));
  }

  /** Whether a file is DMN, by its name. */
  static boolean isDmn(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".dmn") || name.endsWith(".xml");
  }

  /**
   * Reads the decision tables of a DMN file.
   *
   * @throws ProblemException with every place that cannot be read
   */
  static List<DecisionTable> readTables(Path file) throws IOException {
    InputFile.requireReadable(file);
    return DmnReader.read(file.toString(), bytes(file));
  }

  /** As many bytes as are read at all, and one more that tells that there are too many. */
  private static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(DmnReader.MOST_BYTES + 1);
    }
  }

  /** The same for rules that came as a text. */
  static RuleLookup compile(
      Source source, Atlas atlas, String country, RuleChoice choice, PrintWriter err) {
    return compile(source, new RuleText(source, List::copyOf), atlas, country, choice, err);
  }

  private static RuleLookup compile(
      Source source,
      RuleText text,
      Atlas atlas,
      String country,
      RuleChoice choice,
      PrintWriter err) {
    RuleCompiler compiler =
        RuleCompiler.over(Dimensions.STANDARD, atlas.tree(country)).on(choice.day());
    Compilation compilation =
        choice.layer().isEmpty()
            ? compiler.compile(List.of(source))
            : compiler.compile(layer(source, choice.layer()));
    return switch (compilation) {
      case Compilation.Compiled(var lookup, var warnings) -> {
        new ProblemPrinter(err).print(text.located().apply(warnings));
        yield lookup;
      }
      case Compilation.Rejected(var problems) -> throw new ProblemException(problems);
    };
  }
}
