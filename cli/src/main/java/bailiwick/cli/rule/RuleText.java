package bailiwick.cli.rule;

import bailiwick.cli.terminal.CommandProblem;
import bailiwick.cli.terminal.InputFile;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.source.Source;
import bailiwick.rules.syntax.RulePrinter;
import bailiwick.rules.table.RuleRows;
import bailiwick.server.rule.JsonRules;
import bailiwick.server.rule.RuleTableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Rules as a text, whatever file they stood in: a text itself, a table as CSV or XLSX, or JSON over
 * the standard fields. The one door of rule files.
 *
 * @param source the text under the file's name
 * @param located turns problems of the text into those of the file
 */
record RuleText(Source source, Function<List<? extends Problem>, List<Problem>> located) {

  /**
   * Reads a rule file.
   *
   * @throws ProblemException with every place that cannot be read
   */
  static RuleText read(Path file) throws IOException {
    InputFile.requireReadable(file);
    if (RuleFiles.isDmn(file)) {
      throw ProblemException.of(
          new CommandProblem.FileUnusable(
              file.toString(),
              "it holds DMN decision tables, which `bailiwick rules check` proves and"
                  + " `bailiwick rules diff` compares; rules are given as text, CSV, XLSX or JSON"));
    }
    if (RuleTableFile.isTable(file)) {
      RuleRows.Text text = RuleTableFile.read(file);
      return new RuleText(text.source(), text::located);
    }
    var source = new Source(file.toString(), Files.readString(file));
    return isJson(file) ? ofJson(source) : new RuleText(source, List::copyOf);
  }

  /** Whether a file is JSON, by its name. */
  static boolean isJson(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
  }

  private static RuleText ofJson(Source source) {
    JsonRules read = JsonRules.read(source);
    if (!read.dimensions().equals(Dimensions.STANDARD)) {
      throw ProblemException.of(
          new CommandProblem.FileUnusable(
              source.name(),
              "its `domain` takes the place of all fields that accounts have; write `fields`"));
    }
    // Lines of the text are none of the document: its problems are told without them.
    return new RuleText(
        new Source("the rules of " + source.name(), RulePrinter.print(read.rules())),
        found -> Stream.concat(read.problems().stream(), found.stream()).toList());
  }

  /**
   * Does something with the text.
   *
   * @throws ProblemException with its problems, as those of the file
   */
  <T> T use(Function<Source, T> work) {
    try {
      return work.apply(source);
    } catch (ProblemException unfit) {
      throw new ProblemException(located.apply(unfit.problems()));
    }
  }
}
