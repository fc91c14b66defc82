package bailiwick.cli.rule;

import bailiwick.cli.terminal.CommandProblem;
import bailiwick.cli.terminal.ExitCode;
import bailiwick.cli.terminal.Json;
import bailiwick.cli.terminal.JsonOption;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.ProblemException;
import bailiwick.rules.proof.Budget;
import bailiwick.rules.proof.RuleDifference;
import bailiwick.server.rule.DifferenceDocument;
import bailiwick.server.rule.ReadRules;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two versions of rules over all their fields together. */
@Command(
    name = "diff",
    description = {
      "Show where two versions of rules decide otherwise: from whom to whom, how many points, and",
      "one of them. Exit code 0 when they decide alike, 1 when not, 3 when it was not decided."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class RulesDiff implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "BEFORE",
      description = "Rule file; a table when its name ends in .csv or .xlsx, JSON in .json.")
  private Path before;

  @Parameters(paramLabel = "AFTER", description = "The later version, over the same fields.")
  private Path after;

  @Mixin private RuleReading files;
  @Mixin private JsonOption json;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    ReadRules old = read(before);
    ReadRules fresh = read(after);
    if (!old.checked().dimensions().equals(fresh.checked().dimensions())
        || !old.domains().equals(fresh.domains())) {
      throw ProblemException.of(
          new CommandProblem.FileUnusable(
              after.toString(), "its fields or their values are not those of " + before));
    }
    RuleDifference difference =
        RuleDifference.of(old.checked(), fresh.checked(), old.domains(), Budget.USUAL);
    if (json.isWanted()) {
      Json.print(out, DifferenceDocument.of(old, difference));
    } else {
      print(out, difference, old);
    }
    if (!difference.moves().isEmpty()) {
      return ExitCode.PROBLEMS;
    }
    return difference.undecided().signum() == 0 ? ExitCode.DONE : ExitCode.NOTHING_FOUND;
  }

  private ReadRules read(Path file) throws IOException {
    return files.read(file, spec.commandLine().getErr());
  }

  private static void print(PrintWriter out, RuleDifference difference, ReadRules read) {
    List<RuleDifference.Move> moves = difference.moves();
    out.println(moves.isEmpty() ? "Both versions decide alike." : "The versions decide otherwise.");
    for (RuleDifference.Move move : moves) {
      out.printf(
          Locale.ROOT,
          "%s to %s: %,d of %,d points, such as %s%n",
          move.from().map(TerritoryCode::value).orElse("nobody"),
          move.to().map(TerritoryCode::value).orElse("nobody"),
          move.points(),
          difference.points(),
          read.words(move.witness()));
    }
    if (difference.undecided().signum() > 0) {
      out.printf(Locale.ROOT, "Not looked into: %,d points.%n", difference.undecided());
    }
    out.flush();
  }
}
