package bailiwick.cli.rule;

import bailiwick.atlas.Atlas;
import bailiwick.cli.atlas.KnownCountry;
import bailiwick.cli.design.DesignFolder;
import bailiwick.cli.design.UnitOfAccount;
import bailiwick.cli.intake.AccountsFile;
import bailiwick.cli.store.StoreOption;
import bailiwick.cli.terminal.ExitCode;
import bailiwick.cli.terminal.Json;
import bailiwick.cli.terminal.JsonOption;
import bailiwick.cli.terminal.OutputFile;
import bailiwick.cli.terminal.ProblemPrinter;
import bailiwick.rules.cover.CoverReport;
import bailiwick.rules.cover.ProvenRules;
import bailiwick.server.atlas.Geography;
import bailiwick.store.Store;
import bailiwick.store.publication.Publication;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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
      "leaf of the geography. Writes rules.txt, and ownership.csv with the owner of each account.",
      "With --effective it goes into the store instead: accounts are loaded, and rules, seats and",
      "ledger are written in one transaction that holds from that day on."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {"%nExample:", "  bailiwick publish design --accounts accounts.csv --out published"})
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

  @Mixin private StoreOption store;
  @Mixin private JsonOption json;

  @Override
  public Integer call() throws IOException {
    DesignFolder plan = DesignFolder.read(design);
    LocalDate day = effective;
    return day == null ? publishToFiles(plan) : publishToStore(plan, day);
  }

  private int publishToStore(DesignFolder plan, LocalDate day) {
    Geography geography = Geography.open(store.atlas());
    KnownCountry.require(geography.atlas(), plan.country());
    ProvenRules rules = PlanRules.prove(plan, layer, geography.tree(plan.country()));
    warn(rules);
    var read = AccountsFile.read(accounts, geography.atlas(), plan.country());
    try (Store open = store.open()) {
      StorePublication publication = new StorePublication(open, geography, plan, day);
      publication.load(read);
      tell(publication.publish(rules));
    }
    return ExitCode.DONE;
  }

  private void tell(Publication made) {
    var terminal = spec.commandLine().getOut();
    if (json.isWanted()) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("publication", made.id().toString());
      result.put("scenario", made.scenarioName());
      result.put("effectiveFrom", made.effectiveFrom().toString());
      result.put("accounts", made.accounts());
      result.put("moved", made.moved());
      Json.print(terminal, result);
      return;
    }
    terminal.printf(
        Locale.ROOT,
        "Published `%s` from %s: %,d accounts decided, %,d to another territory than before.%n",
        made.scenarioName(),
        made.effectiveFrom(),
        made.accounts(),
        made.moved());
    terminal.flush();
  }

  private int publishToFiles(DesignFolder plan) throws IOException {
    Path folder = out == null ? design : out;
    Atlas atlas = Atlas.open(store.atlas());
    KnownCountry.require(atlas, plan.country());
    ProvenRules rules = PlanRules.prove(plan, layer, atlas.tree(plan.country()));
    warn(rules);
    var read = AccountsFile.read(accounts, atlas, plan.country());
    var unitOf = new UnitOfAccount(atlas, plan.unitKind(), plan.country());
    OutputFile.write(folder.resolve("rules.txt"), text -> text.append(rules.text()));
    var written = new AtomicReference<OwnershipFile>();
    OutputFile.write(
        folder.resolve("ownership.csv"),
        writer -> written.set(OwnershipFile.write(writer, read, rules.lookup(), unitOf)));
    tell(folder, rules, written.get());
    return ExitCode.DONE;
  }

  private void warn(ProvenRules rules) {
    new ProblemPrinter(spec.commandLine().getErr()).print(rules.warnings());
  }

  private void tell(Path folder, ProvenRules rules, OwnershipFile ownership) {
    CoverReport cover = rules.cover();
    var terminal = spec.commandLine().getOut();
    if (json.isWanted()) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("folder", folder.toString());
      result.put("rules", rules.rules().rules().size());
      result.put("cover", cover);
      result.put("ownership", ownership);
      Json.print(terminal, result);
      return;
    }
    terminal.printf(
        Locale.ROOT,
        "%,d rules for %,d territories; of %,d leaves %,d nobody's, %,d claimed twice%n",
        rules.rules().rules().size(),
        rules.rules().territories().size(),
        cover.leaves(),
        cover.gapLeaves(),
        cover.overlapLeaves());
    terminal.printf(
        Locale.ROOT,
        "%,d accounts decided, %,d to another territory than before, %,d to nobody%n",
        ownership.accounts(),
        ownership.moved(),
        ownership.nobodys());
    terminal.printf("Written to %s: rules.txt, ownership.csv.%n", folder);
    terminal.flush();
  }
}
