package bailiwick.cli.intake;

import bailiwick.atlas.Atlas;
import bailiwick.intake.account.AccountImport;
import bailiwick.intake.deal.DealImport;
import bailiwick.intake.record.RecordImport;
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
        "Say what the file holds: accounts, representatives, opportunities, activities, revenue,"
            + " quotas, prospects, contacts, sites, territories, assignments, products, time or market.");
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
            DealImport.quotas(settings, any -> true).read(source, mapping, quota -> {}));
  }

  @Command(
      name = "prospects",
      description = "Accounts that are no customers yet; on a server, customers are left out.",
      mixinStandardHelpOptions = true,
      sortOptions = false)
  int prospects(@Mixin FileImport file) throws IOException {
    return file.run(
        "prospects",
        (settings, source, mapping) ->
            AccountImport.with(Atlas.open(file.atlas()), settings)
                .prospects()
                .read(source, mapping, row -> {}));
  }

  @Command(
      name = "contacts",
      description = "People at accounts.",
      mixinStandardHelpOptions = true,
      sortOptions = false)
  int contacts(@Mixin FileImport file) throws IOException {
    return file.run(
        "contacts",
        (settings, source, mapping) ->
            RecordImport.contacts(settings).read(source, mapping, row -> {}));
  }

  @Command(
      name = "sites",
      description = "Places of accounts, several to each.",
      mixinStandardHelpOptions = true,
      sortOptions = false)
  int sites(@Mixin FileImport file) throws IOException {
    return file.run(
        "sites",
        (settings, source, mapping) ->
            RecordImport.sites(Atlas.open(file.atlas()), settings)
                .read(source, mapping, row -> {}));
  }

  @Command(
      name = "territories",
      description = "Territories of another system: codes, names and those above.",
      mixinStandardHelpOptions = true,
      sortOptions = false)
  int territories(@Mixin FileImport file) throws IOException {
    return file.run(
        "territories",
        (settings, source, mapping) ->
            RecordImport.territories(settings).read(source, mapping, row -> {}));
  }

  @Command(
      name = "assignments",
      description = "Who had which account, unit or territory, from when until when.",
      mixinStandardHelpOptions = true,
      sortOptions = false)
  int assignments(@Mixin FileImport file) throws IOException {
    return file.run(
        "assignments",
        (settings, source, mapping) ->
            RecordImport.assignments(settings).read(source, mapping, row -> {}));
  }

  @Command(
      name = "products",
      description = "What is sold.",
      mixinStandardHelpOptions = true,
      sortOptions = false)
  int products(@Mixin FileImport file) throws IOException {
    return file.run(
        "products",
        (settings, source, mapping) ->
            DealImport.products(settings).read(source, mapping, row -> {}));
  }

  @Command(
      name = "time",
      description = "Hours that people worked, by day and kind.",
      mixinStandardHelpOptions = true,
      sortOptions = false)
  int time(@Mixin FileImport file) throws IOException {
    return file.run(
        "time",
        (settings, source, mapping) ->
            RecordImport.time(settings, any -> true).read(source, mapping, row -> {}));
  }

  @Command(
      name = "market",
      description = "Market figures of postcodes, counties, states or countries.",
      mixinStandardHelpOptions = true,
      sortOptions = false)
  int market(@Mixin FileImport file) throws IOException {
    return file.run(
        "market",
        (settings, source, mapping) ->
            RecordImport.market(Atlas.open(file.atlas()), settings)
                .read(source, mapping, row -> {}));
  }
}
