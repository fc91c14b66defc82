package bailiwick.cli.intake;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Reads table files: one part for each kind of thing that a file can hold. */
@Command(
    name = "import",
    description = "Read accounts or representatives from a CSV file.",
    subcommands = {ImportAccounts.class, ImportRepresentatives.class},
    synopsisSubcommandLabel = "KIND",
    commandListHeading = "%nKinds:%n",
    mixinStandardHelpOptions = true,
    footer = {
      "%nExamples:",
      "  bailiwick import accounts crm.csv --check",
      "  bailiwick import accounts crm.csv --map potential=AnnualSpend --out accounts.csv"
    })
public final class ImportCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what the file holds: accounts or representatives.");
  }
}
