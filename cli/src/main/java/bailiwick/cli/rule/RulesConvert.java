package bailiwick.cli.rule;

import bailiwick.cli.terminal.ExitCode;
import bailiwick.core.problem.ProblemException;
import bailiwick.intake.export.OutputFile;
import bailiwick.rules.syntax.Parsed;
import bailiwick.rules.syntax.RuleParser;
import bailiwick.rules.syntax.RulePrinter;
import bailiwick.rules.syntax.RuleSet;
import bailiwick.server.rule.JsonRules;
import bailiwick.server.rule.RuleTableFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes rules in another form: the same rules come back from each. */
@Command(
    name = "convert",
    description = {
      "Write the rules of a text, a table (CSV or XLSX) or JSON as a text or a table. A table has",
      "one row for each rule and a column for each field; rules that join fields by `or` do not",
      "fit into one and are named."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class RulesConvert implements Callable<Integer> {

  /** What rules are written as. */
  enum Form {
    TEXT,
    CSV,
    XLSX,
    JSON
  }

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RULES",
      description = "Rule file; by its name .csv, .xlsx, .json or text.")
  private Path rules;

  @Option(
      names = "--to",
      paramLabel = "FORM",
      required = true,
      description = "One of ${COMPLETION-CANDIDATES}.")
  private Form to;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "File to write (default: the terminal; needed for XLSX).")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    RuleText text = RuleText.read(rules);
    RuleSet read =
        text.use(source -> {
          Parsed parsed = RuleParser.parse(source);
          if (!parsed.problems().isEmpty()) {
            throw new ProblemException(parsed.problems());
          }
          return parsed.rules();
        });
    write(read);
    return ExitCode.DONE;
  }

  private void write(RuleSet read) throws IOException {
    Path file = out;
    if (to == Form.XLSX) {
      if (file == null) {
        throw new ParameterException(spec.commandLine(), "Name the workbook to write with --out.");
      }
      RuleTableFile.writeXlsx(file, read);
      return;
    }
    StringBuilder written = new StringBuilder();
    switch (to) {
      case CSV -> RuleTableFile.writeCsv(written, read);
      case JSON -> written.append(JsonRules.write(read)).append('\n');
      case TEXT, XLSX -> written.append(RulePrinter.print(read));
    }
    if (file == null) {
      PrintWriter terminal = spec.commandLine().getOut();
      terminal.print(written);
      terminal.flush();
    } else {
      OutputFile.write(file, writer -> writer.append(written));
    }
  }
}
