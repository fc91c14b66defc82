package bailiwick.cli.rule;

import bailiwick.atlas.Atlas;
import bailiwick.cli.terminal.InputFile;
import bailiwick.core.problem.ProblemException;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.lookup.Compilation;
import bailiwick.rules.lookup.RuleCompiler;
import bailiwick.rules.lookup.RuleLookup;
import bailiwick.rules.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Compiles rule files that the command line names. */
final class RuleFiles {

  private RuleFiles() {}

  /**
   * Compiles a rule file against the geography of a country.
   *
   * @throws ProblemException with every problem of the rules when they cannot decide
   */
  static RuleLookup compile(Path file, Atlas atlas, String country) throws IOException {
    InputFile.requireReadable(file);
    return compile(new Source(file.toString(), Files.readString(file)), atlas, country);
  }

  /** The same for rules that came as a text. */
  static RuleLookup compile(Source source, Atlas atlas, String country) {
    RuleCompiler compiler = RuleCompiler.over(Dimensions.STANDARD, atlas.tree(country));
    return lookupOf(compiler.compile(List.of(source)));
  }

  /** The lookup of a compilation that succeeded. */
  static RuleLookup lookupOf(Compilation compilation) {
    return switch (compilation) {
      case Compilation.Compiled(var lookup, var warnings) -> lookup;
      case Compilation.Rejected(var problems) -> throw new ProblemException(problems);
    };
  }
}
