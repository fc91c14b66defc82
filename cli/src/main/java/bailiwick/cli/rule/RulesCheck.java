package bailiwick.cli.rule;

import bailiwick.cli.terminal.ExitCode;
import bailiwick.cli.terminal.Json;
import bailiwick.cli.terminal.JsonOption;
import bailiwick.cli.terminal.ProblemPrinter;
import bailiwick.rules.proof.RuleProof.Verdict;
import bailiwick.rules.table.TableProof;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proves a rule file: no gap, no conflict, no rule that never wins. */
@Command(
    name = "check",
    description = {
      "Run a rule file's examples and prove it over all its fields together: where nobody owns,",
      "where two territories claim with one priority, and which rules never win. Of a DMN file each",
      "decision table: where no rule holds, which rules contradict each other, which never count.",
      "Exit code 0 when proven, 1 when there is a counterexample, 3 when it was not decided."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class RulesCheck implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RULES",
      description =
          "Rule file; a table when its name ends in .csv or .xlsx, JSON in .json, DMN in .dmn.")
  private Path rules;

  @Mixin private RuleReading files;
  @Mixin private JsonOption json;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Verdict verdict = RuleFiles.isDmn(rules) ? tables(out, err) : rules(out, err);
    return switch (verdict) {
      case PROVEN -> ExitCode.DONE;
      case COUNTEREXAMPLE -> ExitCode.PROBLEMS;
      case NOT_DECIDED -> ExitCode.NOTHING_FOUND;
    };
  }

  private Verdict rules(PrintWriter out, PrintWriter err) throws IOException {
    var checked = new ProofTold(files.read(rules, err));
    if (json.isWanted()) {
      Json.print(out, checked.told());
    } else {
      checked.print(out);
    }
    return checked.proof().verdict();
  }

  private Verdict tables(PrintWriter out, PrintWriter err) throws IOException {
    List<TableProof> proofs = RuleFiles.proveTables(rules);
    proofs.forEach(proof -> new ProblemPrinter(err).print(proof.warnings()));
    var checked = new TablesTold(proofs);
    if (json.isWanted()) {
      Json.print(out, checked.told());
    } else {
      checked.print(out);
    }
    return checked.verdict();
  }
}
