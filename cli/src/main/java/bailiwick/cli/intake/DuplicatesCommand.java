package bailiwick.cli.intake;

import bailiwick.atlas.Atlas;
import bailiwick.cli.client.ServerClient;
import bailiwick.cli.client.ServerOption;
import bailiwick.cli.terminal.DataFolder;
import bailiwick.cli.terminal.ExitCode;
import bailiwick.cli.terminal.InputFile;
import bailiwick.cli.terminal.Interruption;
import bailiwick.cli.terminal.Json;
import bailiwick.cli.terminal.JsonOption;
import bailiwick.cli.terminal.ProblemPrinter;
import bailiwick.cli.terminal.Progress;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.problem.Severity;
import bailiwick.intake.account.AccountImport;
import bailiwick.intake.duplicate.DuplicateSearch;
import bailiwick.intake.duplicate.DuplicateSettings;
import bailiwick.intake.duplicate.ListedAccount;
import bailiwick.intake.duplicate.ListedAccounts;
import bailiwick.intake.export.OutputFile;
import bailiwick.intake.family.FamilySearch;
import bailiwick.intake.report.ImportReport;
import bailiwick.intake.table.TableSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds accounts of a file that may be one and the same, and the families among them. */
@Command(
    name = "duplicates",
    description = {
      "Find pairs of accounts in a file that may be one, each with a score and the evidence for it,",
      "and families by parents and web domains. Nothing is merged. With a server instead of a file,",
      "have it look through its accounts and list the pairs that nobody has decided about.",
      "Exit code 1 when rows could not be read or parents are wrong; pairs alone are no problem."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "%nExamples:",
      "  bailiwick duplicates crm.csv",
      "  bailiwick duplicates crm.csv --least 0.9 --out pairs.csv",
      "  bailiwick duplicates crm.csv --map website=Domain --json",
      "  bailiwick duplicates --server http://127.0.0.1:8080"
    })
public final class DuplicatesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "Accounts as CSV, plain or gzipped.")
  private @Nullable Path file;

  @Option(
      names = "--least",
      paramLabel = "SCORE",
      description = "Tell pairs from this score on, 0 to 1 (default: ${DEFAULT-VALUE}).")
  private double least = DuplicateSettings.DEFAULT.leastScore();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write all pairs to a CSV file, best first.")
  private @Nullable Path out;

  @Mixin private ServerOption server;
  @Mixin private TableFlags flags;
  @Mixin private DataFolder data;
  @Mixin private JsonOption json;

  @Override
  public Integer call() throws IOException {
    DuplicateSettings settings = settings();
    server.requireAlone(file, "a file");
    return file == null ? onServer() : onFile(file, settings);
  }

  private int onServer() throws IOException {
    ServerClient target = server.get("a file of accounts");
    ServerDuplicates found;
    try (Progress progress = Progress.on(spec.commandLine().getErr())) {
      found = ServerDuplicates.search(target, progress, least);
    }
    if (out != null) {
      OutputFile.write(out, found::write);
    }
    var terminal = spec.commandLine().getOut();
    if (json.isWanted()) {
      Json.print(terminal, Map.of("pairs", found.pairs()));
    } else {
      found.print(terminal);
    }
    terminal.flush();
    return ExitCode.DONE;
  }

  private int onFile(Path from, DuplicateSettings settings) throws IOException {
    InputFile.requireReadable(from);
    ListedAccounts accounts = ListedAccounts.empty();
    ImportReport report = read(from, accounts);
    List<? extends Problem> unread = unread(report);
    if (!report.complete()) {
      throw new ProblemException(unread);
    }
    var told =
        new DuplicatesTold(
            from.toString(),
            report.counts().rejected(),
            DuplicateSearch.find(accounts, settings),
            FamilySearch.find(accounts));
    if (out != null) {
      OutputFile.write(out, told::writePairs);
    }
    tell(told, unread);
    return told.hasProblems() ? ExitCode.PROBLEMS : ExitCode.DONE;
  }

  private DuplicateSettings settings() {
    try {
      return DuplicateSettings.DEFAULT.withLeastScore(least);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(
          spec.commandLine(), "--least (" + least + ") must lie between 0 and 1.", wrong);
    }
  }

  private ImportReport read(Path from, List<ListedAccount> accounts) throws IOException {
    try (Progress progress = Progress.on(spec.commandLine().getErr());
        Interruption interruption = Interruption.onSignal()) {
      var settings =
          flags
              .settings()
              .watchedBy((rows, share) -> {
                progress.state(
                    String.format(Locale.ROOT, "%3.0f %%  %,d rows read", 100 * share, rows));
                return !interruption.isRequested();
              });
      return AccountImport.with(Atlas.open(data.atlas()), settings)
          .read(
              TableSource.of(from),
              flags.mapping("accounts"),
              imported -> accounts.add(ListedAccount.of(imported)));
    }
  }

  /** Errors only: what else a row has wrong, such as its place, is told by the import. */
  private static List<? extends Problem> unread(ImportReport report) {
    return report.problems().stream()
        .filter(problem -> problem.severity() == Severity.ERROR)
        .toList();
  }

  private void tell(DuplicatesTold told, List<? extends Problem> unread) {
    var terminal = spec.commandLine().getOut();
    if (json.isWanted()) {
      Json.print(terminal, told.document(unread));
      return;
    }
    var printer = new ProblemPrinter(spec.commandLine().getErr());
    printer.print(unread);
    printer.print(told.problems());
    told.print(terminal);
    if (out != null) {
      terminal.printf("All pairs are in %s.%n", out);
    }
    terminal.flush();
  }
}
