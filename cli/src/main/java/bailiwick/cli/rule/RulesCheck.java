package bailiwick.cli.rule;

import bailiwick.cli.terminal.ExitCode;
import bailiwick.cli.terminal.Json;
import bailiwick.cli.terminal.JsonOption;
import bailiwick.cli.terminal.ProblemPrinter;
import bailiwick.rules.attribute.Attributes;
import bailiwick.rules.proof.Budget;
import bailiwick.rules.proof.RuleProof.Verdict;
import bailiwick.rules.table.TableProof;
import bailiwick.server.rule.ProofDocument;
import bailiwick.server.rule.ReadRules;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proves a rule file: no gap, no conflict, no rule that never wins. */
@Command(
    name = "check",
    description = {
      "Run a rule file's examples and prove it over all its fields together: where nobody owns,",
      "where two territories claim with one priority, and which rules never win. Of a DMN file each",
      "decision table: where no rule holds, which rules contradict each other, which never count.",
      "A file of several layers is told layer by layer.",
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

  @Option(
      names = "--accounts",
      paramLabel = "FILE",
      description = "Accounts, as assign reads them: each finding says how many it touches.")
  private @Nullable Path accounts;

  @Option(
      names = "--value",
      paramLabel = "WHAT",
      description =
          "What accounts are added up by: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private AccountWorth value = AccountWorth.POTENTIAL;

  @Mixin private ProofTime time;
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
    List<ProofTold> layers = prove(files.readLayers(rules, err));
    count(layers, err);
    if (json.isWanted()) {
      Json.print(out, ProofDocument.ofLayers(layers.stream().map(ProofTold::told).toList()));
    } else {
      layers.forEach(layer -> {
        if (layers.size() > 1) {
          out.printf("Layer %s: ", layer.name());
        }
        layer.print(out);
      });
    }
    return verdict(layers);
  }

  /** Each layer may take as much work as one alone; time is that of all together. */
  private List<ProofTold> prove(List<ReadRules> layers) {
    Budget each = time.budget();
    return layers.stream().map(layer -> new ProofTold(layer, each)).toList();
  }

  private static Verdict verdict(List<ProofTold> layers) {
    return Verdict.worst(layers.stream().map(layer -> layer.proof().verdict()).toList());
  }

  private void count(List<ProofTold> layers, PrintWriter err) {
    Path file = accounts;
    if (file == null) {
      return;
    }
    layers.forEach(layer -> layer.startCensus(value));
    RuleAccounts known = RuleAccounts.of(layers.stream().map(ProofTold::checked).toList());
    files.eachAccount(
        file,
        known,
        err,
        account -> {
          Attributes attributes = known.attributes(account);
          layers.forEach(layer -> layer.add(attributes, value.of(account)));
        });
  }

  private Verdict tables(PrintWriter out, PrintWriter err) throws IOException {
    List<TableProof> proofs = TableProof.ofAll(RuleFiles.readTables(rules), time.budget());
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
