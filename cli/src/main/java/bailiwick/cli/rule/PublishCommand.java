package bailiwick.cli.rule;

import bailiwick.cli.atlas.KnownCountry;
import bailiwick.cli.design.DesignFolder;
import bailiwick.cli.design.UnitOfAccount;
import bailiwick.cli.store.StoreOption;
import bailiwick.cli.terminal.ExitCode;
import bailiwick.cli.terminal.JsonOption;
import bailiwick.cli.terminal.ProblemPrinter;
import bailiwick.core.account.Account;
import bailiwick.core.area.AreaTree;
import bailiwick.core.problem.Problem;
import bailiwick.intake.export.OutputFile;
import bailiwick.rules.cover.ProvenRules;
import bailiwick.rules.cover.Takings;
import bailiwick.rules.cover.Waiver;
import bailiwick.rules.cover.WrittenRules;
import bailiwick.rules.lookup.RuleLookup;
import bailiwick.server.atlas.Geography;
import bailiwick.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Turns a design into rules and says who owns what by them. */
@Command(
    name = "publish",
    description = {
      "Turn a design into rules: the smallest set of areas that says the same, proven over every",
      "leaf of the geography, with rules of your own before them. A design over accounts holds",
      "each by name; every area goes to the territory with most potential there, or nearest.",
      "Writes rules.txt, and ownership.csv with the owner of each account.",
      "With --effective it goes into the store instead: accounts are loaded, and rules, seats and",
      "ledger are written in one transaction that holds from that day on."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "%nExamples:",
      "  bailiwick publish design --accounts accounts.csv --out published",
      "  bailiwick publish design --accounts accounts.csv --rules own.rules --effective 2027-01-01"
    })
public final class PublishCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DESIGN", description = "Folder that design wrote for a brief.")
  private Path design;

  @Option(
      names = "--accounts",
      paramLabel = "FILE",
      required = true,
      description = "Accounts whose owners are decided.")
  private Path accounts;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for rules.txt and ownership.csv (default: the design's).")
  private @Nullable Path out;

  @Option(
      names = "--layer",
      paramLabel = "NAME",
      description = "The coverage responsibility (default: ${DEFAULT-VALUE}).")
  private String layer = "new-business";

  @Option(
      names = "--effective",
      paramLabel = "DAY",
      description = "First day; publishes into the store of the data folder.")
  private @Nullable LocalDate effective;

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description = {
        "Written rules, which come before the areas: by industry, size, segment, area or",
        "named account."
      })
  private @Nullable Path rules;

  @Option(
      names = "--waive",
      paramLabel = "REASON",
      description = {
        "Publish though nobody owns some of the market, and say why; the reason is kept with",
        "the publication."
      })
  private @Nullable String waive;

  @Mixin private StoreOption store;
  @Mixin private JsonOption json;

  @Override
  public Integer call() throws IOException {
    DesignFolder plan = DesignFolder.read(design);
    Geography geography = Geography.open(store.atlas());
    KnownCountry.require(geography.atlas(), plan.country());
    WrittenRules written = RuleFiles.readWritten(rules);
    List<Account> read = new ArrayList<>();
    RuleAccounts.of(written)
        .each(accounts, geography.atlas(), plan.country(), spec.commandLine().getErr(), read::add);
    var areas = AreaPlan.of(plan, read, geography.atlas());
    var given = new Given(areas, written, read, geography, layer);
    LocalDate day = effective;
    if (day == null) {
      publishToFiles(given);
    } else {
      publishToStore(given, day);
    }
    return ExitCode.DONE;
  }

  /** What is to be published. */
  private record Given(
      AreaPlan areas,
      WrittenRules written,
      List<Account> accounts,
      Geography geography,
      String layer) {

    ProvenRules prove(KnownAccounts known) {
      AreaTree tree = geography.tree(areas.design().country());
      return PlanRules.prove(areas, written, known, layer, tree);
    }
  }

  private void publishToFiles(Given given) throws IOException {
    ProvenRules proven = given.prove(KnownAccounts.of(given.accounts()));
    warn(proven.warnings());
    proven.requireOwned(waiver(proven));
    var takings = new Takings(proven);
    given.accounts().forEach(takings::add);
    Path folder = out == null ? design : out;
    DesignFolder plan = given.areas().design();
    var unitOf = new UnitOfAccount(given.geography().atlas(), plan.unitKind(), plan.country());
    OutputFile.write(folder.resolve("rules.txt"), text -> text.append(proven.text()));
    var ownership = new AtomicReference<OwnershipFile>();
    OutputFile.write(
        folder.resolve("ownership.csv"),
        writer -> {
          RuleLookup lookup = proven.lookup();
          var rows = new OwnershipFile.Writer(writer, lookup, RuleAccounts.of(lookup), unitOf);
          given.accounts().forEach(rows::add);
          ownership.set(rows.finish());
        });
    told(given).tell(new PublishedTold.Files(folder, ownership.get()), proven, takings.list());
  }

  private void publishToStore(Given given, LocalDate day) {
    try (Store open = store.open()) {
      var publication = new StorePublication(open, given.geography(), given.areas(), day);
      // Proven before anything is written, though the store will give new accounts other ids.
      ProvenRules foreseen = given.prove(publication.foresee(given.accounts(), given.written()));
      warn(foreseen.warnings());
      Waiver waiver = waiver(foreseen);
      foreseen.requireOwned(waiver);
      KnownAccounts known = publication.load(given.accounts(), given.written());
      warn(publication.renewPotential());
      told(given).tell(publication.publish(given.prove(known), known, waiver));
    }
  }

  private @Nullable Waiver waiver(ProvenRules rules) {
    return waive == null || waive.isBlank()
        ? null
        : new Waiver(StorePublication.WHO, waive, rules.cover().gapLeaves());
  }

  private void warn(List<? extends Problem> warnings) {
    new ProblemPrinter(spec.commandLine().getErr()).print(warnings);
  }

  private PublishedTold told(Given given) {
    return new PublishedTold(spec.commandLine().getOut(), json, given.areas());
  }
}
