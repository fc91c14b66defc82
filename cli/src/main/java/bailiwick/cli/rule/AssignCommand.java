package bailiwick.cli.rule;

import bailiwick.atlas.Atlas;
import bailiwick.cli.atlas.KnownCountry;
import bailiwick.cli.client.ServerClient;
import bailiwick.cli.client.ServerOption;
import bailiwick.cli.client.ServerPlans;
import bailiwick.cli.design.UnitOfAccount;
import bailiwick.cli.terminal.DataFolder;
import bailiwick.cli.terminal.ExitCode;
import bailiwick.cli.terminal.Json;
import bailiwick.cli.terminal.JsonOption;
import bailiwick.core.unit.UnitKind;
import bailiwick.intake.export.OutputFile;
import bailiwick.rules.lookup.RuleLookup;
import bailiwick.rules.source.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Places accounts by rules: each account's territory, one row each. */
@Command(
    name = "assign",
    description = {
      "Place accounts by rules: one row with its territory for each account.",
      "Exit code 1 when some account falls to nobody."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "%nExamples:",
      "  bailiwick assign rules.txt --accounts new.csv --out ownership.csv",
      "  bailiwick assign --server http://127.0.0.1:8080 --accounts new.csv --out ownership.csv"
    })
public final class AssignCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RULES",
      arity = "0..1",
      description =
          "Rule file, as publish writes it; without it a server's published rules decide.")
  private @Nullable Path rules;

  @Option(
      names = "--plan",
      paramLabel = "NAME",
      description = "The server's plan; needed when it has several.")
  private String plan = "";

  @Option(
      names = "--accounts",
      paramLabel = "FILE",
      required = true,
      description = "Accounts to place.")
  private Path accounts;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "CSV to write: account, unit, territory, previous owner.")
  private Path out;

  @Option(
      names = "--country",
      paramLabel = "CODE",
      description = "Country of the rules' areas (default: ${DEFAULT-VALUE}).")
  private String country = "US";

  @Mixin private RuleChoice choice;
  @Mixin private ServerOption server;
  @Mixin private DataFolder data;
  @Mixin private JsonOption json;

  @Override
  public Integer call() throws IOException {
    Atlas atlas = Atlas.open(data.atlas());
    KnownCountry.require(atlas, country);
    RuleLookup lookup = lookup(atlas);
    RuleAccounts known = RuleAccounts.of(lookup);
    var unitOf = new UnitOfAccount(atlas, UnitKind.POSTCODE, country);
    var written = new AtomicReference<OwnershipFile>();
    OutputFile.write(
        out,
        writer -> {
          var rows = new OwnershipFile.Writer(writer, lookup, known, unitOf);
          known.each(accounts, atlas, country, spec.commandLine().getErr(), rows::add);
          written.set(rows.finish());
        });
    OwnershipFile ownership = written.get();
    var terminal = spec.commandLine().getOut();
    if (json.isWanted()) {
      Json.print(terminal, ownership);
    } else {
      terminal.printf(
          Locale.ROOT,
          "%,d accounts to %,d territories, %,d to nobody; written to %s%n",
          ownership.accounts(),
          ownership.accountsOf().size(),
          ownership.nobodys(),
          out);
      terminal.flush();
    }
    return ownership.nobodys() == 0 ? ExitCode.DONE : ExitCode.PROBLEMS;
  }

  private RuleLookup lookup(Atlas atlas) throws IOException {
    Path file = rules;
    server.requireAlone(file, "a rule file");
    choice.requireFile(file, spec);
    if (file != null) {
      return RuleFiles.compile(file, atlas, country, choice, spec.commandLine().getErr());
    }
    ServerClient client = server.get("a rule file");
    JsonNode named = new ServerPlans(client).getPlan(plan);
    JsonNode published = client.get("plans/" + named.path("id").asString() + "/rules");
    Source source =
        new Source("rules of " + named.path("name").asString(), published.path("text").asString());
    return RuleFiles.compile(source, atlas, country, choice, spec.commandLine().getErr());
  }
}
