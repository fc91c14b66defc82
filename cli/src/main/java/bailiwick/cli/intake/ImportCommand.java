package bailiwick.cli.intake;

import bailiwick.atlas.Atlas;
import bailiwick.intake.deal.DealImport;
import bailiwick.intake.roster.RosterImport;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Reads table files: one part for each kind of thing that a file can hold. */
@Command(
    name = "import",
    description = {
      "Read accounts, people and figures from CSV files or Excel workbooks: check them, clean them,",
      "or load them into a running server. A file is loaded whole or not at all."
    },
    subcommands = ImportAccounts.class,
    synopsisSubcommandLabel = "KIND",
    commandListHeading = "%nKinds:%n",
    mixinStandardHelpOptions = true,
    footer = {
      "%nExamples:",
      "  bailiwick import accounts crm.csv --check",
      "  bailiwick import accounts crm.csv --map potential=AnnualSpend --out accounts.csv",
      "  bailiwick import opportunities deals.csv --server http://127.0.0.1:8080"
    })
public final class ImportCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Say what the file holds: accounts, representatives, opportunities, activities, revenue or"
            + " quotas.");
  }

  @Command(
      name = "representatives",
      aliases = "reps",
      description = "People who sell: homes placed, dates and quotas read.",
      mixinStandardHelpOptions = true,
      sortOptions = false)
  int representatives(@Mixin FileImport file) throws IOException {
    return file.run(
        "representatives",
        (settings, source, mapping) ->
            RosterImport.with(Atlas.open(file.atlas()), settings)
                .read(source, mapping, person -> {}));
  }

  @Command(
      name = "opportunities",
      description = "Possible sales, open or closed.",
      mixinStandardHelpOptions = true,
      sortOptions = false)
  int opportunities(@Mixin FileImport file) throws IOException {
    return file.run(
        "opportunities",
        (settings, source, mapping) ->
            DealImport.opportunities(settings).read(source, mapping, deal -> {}));
  }

  @Command(
      name = "activities",
      description = "Calls, visits and mails by account and day.",
      mixinStandardHelpOptions = true,
      sortOptions = false)
  int activities(@Mixin FileImport file) throws IOException {
    return file.run(
        "activities",
        (settings, source, mapping) ->
            DealImport.activities(settings).read(source, mapping, activity -> {}));
  }

  @Command(
      name = "revenue",
      description = "Money earned by account and year.",
      mixinStandardHelpOptions = true,
      sortOptions = false)
  int revenue(@Mixin FileImport file) throws IOException {
    return file.run(
        "revenue",
        (settings, source, mapping) ->
            DealImport.revenue(settings).read(source, mapping, revenue -> {}));
  }

  @Command(
      name = "quotas",
      description = "What people or territories are asked to bring in a period.",
      mixinStandardHelpOptions = true,
      sortOptions = false)
  int quotas(@Mixin FileImport file) throws IOException {
    return file.run(
        "quotas",
        (settings, source, mapping) ->
            DealImport.quotas(settings).read(source, mapping, quota -> {}));
  }
}
