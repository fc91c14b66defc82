package bailiwick.cli.rule;

import bailiwick.atlas.Atlas;
import bailiwick.cli.terminal.InputFile;
import bailiwick.cli.terminal.ProblemPrinter;
import bailiwick.core.problem.ProblemException;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.cover.WrittenRules;
import bailiwick.rules.lookup.Compilation;
import bailiwick.rules.lookup.RuleCompiler;
import bailiwick.rules.lookup.RuleLookup;
import bailiwick.rules.source.Source;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles rule files that the command line names. */
final class RuleFiles {

  private RuleFiles() {}

  /**
   * Compiles the rules of a file that count on a day against the geography of a country, and prints
   * their warnings.
   *
   * @throws ProblemException with every problem of the rules when they cannot decide
   */
  static RuleLookup compile(Path file, Atlas atlas, String country, LocalDate day, PrintWriter err)
      throws IOException {
    return compile(source(file), atlas, country, day, err);
  }

  /**
   * Reads a file of written rules.
   *
   * @param file null for none
   * @throws ProblemException with every place that cannot be read
   */
  static WrittenRules readWritten(@Nullable Path file) throws IOException {
    return file == null ? WrittenRules.NONE : WrittenRules.read(source(file));
  }

  /** Reads a rule file as it is. */
  static Source source(Path file) throws IOException {
    InputFile.requireReadable(file);
    return new Source(file.toString(), Files.readString(file));
  }

  /** The same for rules that came as a text. */
  static RuleLookup compile(
      Source source, Atlas atlas, String country, LocalDate day, PrintWriter err) {
    RuleCompiler compiler = RuleCompiler.over(Dimensions.STANDARD, atlas.tree(country)).on(day);
    return switch (compiler.compile(List.of(source))) {
      case Compilation.Compiled(var lookup, var warnings) -> {
        new ProblemPrinter(err).print(warnings);
        yield lookup;
      }
      case Compilation.Rejected(var problems) -> throw new ProblemException(problems);
    };
  }
}
