package bailiwick.cli.rule;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Work on rule files. */
@Command(
    name = "rules",
    description = {
      "Prove rule files, compare them, write them in another form, and check the ledger against",
      "the rules in force."
    },
    subcommands = {RulesCheck.class, RulesDiff.class, RulesConvert.class, RulesStanding.class},
    mixinStandardHelpOptions = true,
    footer = {
      "%nExamples:",
      "  bailiwick rules check north.rules",
      "  bailiwick rules check north.json --json",
      "  bailiwick rules check loans.dmn",
      "  bailiwick rules diff spring.rules autumn.rules",
      "  bailiwick rules convert north.rules --to xlsx --out north.xlsx"
    })
public final class RulesCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do with rules: check, diff, convert or standing.");
  }
}
