package bailiwick.cli.rule;

import bailiwick.cli.terminal.CommandProblem;
import bailiwick.cli.terminal.ExitCode;
import bailiwick.cli.terminal.Json;
import bailiwick.cli.terminal.JsonOption;
import bailiwick.cli.terminal.ProblemPrinter;
import bailiwick.core.account.Account;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.ProblemException;
import bailiwick.rules.check.CheckedRules;
import bailiwick.rules.lookup.RuleCompiler;
import bailiwick.rules.proof.AccountDifference;
import bailiwick.rules.proof.Box;
import bailiwick.rules.proof.RuleDifference;
import bailiwick.rules.syntax.RulePrinter;
import bailiwick.rules.table.TableDifference;
import bailiwick.server.rule.DifferenceDocument;
import bailiwick.server.rule.ReadRules;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two versions of rules over all their fields together. */
@Command(
    name = "diff",
    description = {
      "Show where two versions of rules decide otherwise: from whom to whom, how many points, and",
      "one of them; with --accounts, also which accounts move. Of two DMN files each decision table",
      "that both have: from which outputs to which.",
      "Exit code 0 when they decide alike, 1 when not, 3 when it was not decided."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class RulesDiff implements Callable<Integer> {

  private static final int MOST_REGIONS = 3;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "BEFORE",
      description =
          "Rule file; a table when its name ends in .csv or .xlsx, JSON in .json, DMN in .dmn.")
  private Path before;

  @Parameters(paramLabel = "AFTER", description = "The later version, over the same fields.")
  private Path after;

  @Option(
      names = "--accounts",
      paramLabel = "FILE",
      description = "Accounts that both versions decide, as assign reads them.")
  private @Nullable Path accounts;

  @Option(
      names = "--value",
      paramLabel = "WHAT",
      description =
          "What accounts are added up by: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private AccountWorth value = AccountWorth.POTENTIAL;

  @Mixin private DecisionDay on;
  @Mixin private ProofTime time;
  @Mixin private RuleReading files;
  @Mixin private JsonOption json;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (RuleFiles.isDmn(before) && RuleFiles.isDmn(after)) {
      return tables(out);
    }
    ReadRules old = read(before);
    ReadRules fresh = read(after);
    if (!old.checked().dimensions().equals(fresh.checked().dimensions())
        || !old.domains().equals(fresh.domains())) {
      throw ProblemException.of(
          new CommandProblem.FileUnusable(
              after.toString(), "its fields or their values are not those of " + before));
    }
    CheckedRules then = old.checked().on(on.day());
    CheckedRules now = fresh.checked().on(on.day());
    RuleDifference difference = RuleDifference.of(then, now, old.domains(), time.budget());
    Optional<MovedTold> moved = moved(then, now);
    if (json.isWanted()) {
      Map<String, @Nullable Object> told = DifferenceDocument.of(old, difference);
      moved.ifPresent(accountsTold -> told.put("accounts", accountsTold.told()));
      Json.print(out, told);
    } else {
      print(out, difference, old);
      moved.ifPresent(accountsTold -> accountsTold.print(out));
    }
    if (!difference.moves().isEmpty()) {
      return ExitCode.PROBLEMS;
    }
    return difference.undecided().isEmpty() ? ExitCode.DONE : ExitCode.NOTHING_FOUND;
  }

  private int tables(PrintWriter out) throws IOException {
    if (accounts != null) {
      throw new ParameterException(
          spec.commandLine(), "Accounts have no values in the inputs of decision tables.");
    }
    TableDifference.Files tables =
        TableDifference.of(
            RuleFiles.readTables(before), RuleFiles.readTables(after), time.budget());
    tables
        .compared()
        .forEach(table -> new ProblemPrinter(spec.commandLine().getErr()).print(table.warnings()));
    var changed = new TableChangesTold(tables);
    if (json.isWanted()) {
      Json.print(out, changed.told());
    } else {
      changed.print(out);
    }
    if (changed.isOtherwise()) {
      return ExitCode.PROBLEMS;
    }
    return changed.isDecided() ? ExitCode.DONE : ExitCode.NOTHING_FOUND;
  }

  private ReadRules read(Path file) throws IOException {
    return files.read(file, spec.commandLine().getErr());
  }

  private Optional<MovedTold> moved(CheckedRules then, CheckedRules now) {
    Path file = accounts;
    if (file == null) {
      return Optional.empty();
    }
    var comparison =
        new AccountDifference.Comparison(RuleCompiler.compile(then), RuleCompiler.compile(now));
    RuleAccounts known = RuleAccounts.of(List.of(then, now));
    files.eachAccount(
        file,
        known,
        spec.commandLine().getErr(),
        account ->
            comparison.add(
                id(account),
                known.attributes(account).subject(then.dimensions()),
                value.of(account)));
    return Optional.of(new MovedTold(comparison.difference(), value));
  }

  private static String id(Account account) {
    return account.externalId().isEmpty() ? account.id().toString() : account.externalId();
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
      for (Box box : move.where().boxes(MOST_REGIONS)) {
        out.printf("  when %s%n", RulePrinter.print(box.condition()));
      }
    }
    difference
        .undecided()
        .witness()
        .ifPresent(witness ->
            out.printf(
                Locale.ROOT,
                "Not looked into: %,d of %,d points, such as %s%n",
                difference.undecided().points(),
                difference.points(),
                read.words(witness)));
    for (Box box : difference.undecided().boxes(MOST_REGIONS)) {
      out.printf("  when %s%n", RulePrinter.print(box.condition()));
    }
    out.flush();
  }
}
