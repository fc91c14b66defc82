package bailiwick.cli.design;

import bailiwick.atlas.Atlas;
import bailiwick.cli.atlas.KnownCountry;
import bailiwick.cli.intake.AccountsFile;
import bailiwick.cli.terminal.DataFolder;
import bailiwick.cli.terminal.ExitCode;
import bailiwick.cli.terminal.InputFile;
import bailiwick.cli.terminal.Interruption;
import bailiwick.cli.terminal.Json;
import bailiwick.cli.terminal.JsonOption;
import bailiwick.cli.terminal.Progress;
import bailiwick.core.account.Account;
import bailiwick.core.design.DesignOutcome;
import bailiwick.core.exact.ExactSolver;
import bailiwick.core.optimize.Optimizer;
import bailiwick.exact.WorkerPool;
import bailiwick.intake.brief.BriefReader;
import bailiwick.intake.brief.DesignBrief;
import bailiwick.intake.instance.InstanceFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a design again from its report and compares it unit by unit. */
@Command(
    name = "replay",
    description = {
      "Prove that a design can be had again.",
      "Designs once more from what the report says, with the same seed and work, stopped where the"
          + " clock stopped it, and compares unit by unit. Nothing is written."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:identical",
      " 1:different, or problems such as other input or another engine, printed"
    },
    footer = {
      "%nExamples:",
      "  bailiwick replay out",
      "  bailiwick replay out instances/county_IA"
    })
public final class ReplayCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "OUT",
      description = "Folder with report.json and assignment.csv.")
  private Path out;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "WHAT",
      description = "Instance folder or brief (default: where the report says it was).")
  private @Nullable Path what;

  @Option(
      names = "--accounts",
      paramLabel = "FILE",
      description = "Accounts of a brief (default: where the report says they were).")
  private @Nullable Path accounts;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that may work at once (default: one for each processor).")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Mixin private DataFolder data;
  @Mixin private JsonOption json;

  @Override
  public Integer call() throws IOException {
    if (threads < 1) {
      throw new ParameterException(spec.commandLine(), "--threads must be at least 1.");
    }
    RecordedDesign recorded = RecordedDesign.read(out);
    recorded.requireRepeatable(Optimizer.VERSION);
    DesignOutcome again;
    try (Progress progress = Progress.on(spec.commandLine().getErr());
        Interruption interruption = Interruption.onSignal();
        WorkerPool solver = new WorkerPool(threads)) {
      again = again(recorded, progress, interruption, solver);
    }
    return told(Replay.of(recorded, again));
  }

  private DesignOutcome again(
      RecordedDesign recorded, Progress progress, Interruption interruption, ExactSolver solver)
      throws IOException {
    Optional<Path> instance = recorded.findSource("instance");
    Path source =
        what != null
            ? what
            : instance
                .or(() -> recorded.findSource("brief"))
                .orElseThrow(() ->
                    new ParameterException(
                        spec.commandLine(),
                        "The report does not say what it was made from; name it."));
    return Files.isDirectory(source) || instance.isPresent()
        ? ofInstance(source, recorded, progress, interruption, solver)
        : ofBrief(source, recorded, progress, interruption, solver);
  }

  private DesignOutcome ofInstance(
      Path source,
      RecordedDesign recorded,
      Progress progress,
      Interruption interruption,
      ExactSolver solver)
      throws IOException {
    InputFile.requireFolder(source);
    InstanceFolder folder = InstanceFolder.read(source);
    recorded.requireInput(folder.inputHash());
    return Optimizer.optimize(
        folder.problem(recorded.objectiveName()),
        recorded.settings(threads),
        new DesignTicker(progress),
        interruption.cancellation(),
        solver);
  }

  private DesignOutcome ofBrief(
      Path source,
      RecordedDesign recorded,
      Progress progress,
      Interruption interruption,
      ExactSolver solver)
      throws IOException {
    Path file =
        accounts != null
            ? accounts
            : recorded
                .findSource("accountsFile")
                .orElseThrow(() ->
                    new ParameterException(
                        spec.commandLine(),
                        "The report does not say which accounts; give --accounts."));
    InputFile.requireReadable(source);
    InputFile.requireReadable(file);
    String text = Files.readString(source);
    DesignBrief brief =
        new BriefOverrides(recorded.briefObjective(), recorded.seed(), null)
            .over(BriefReader.read(text, source.toString()));
    Atlas atlas = Atlas.open(data.atlas());
    recorded.requireInput(InputHash.of(text, brief, file, atlas.version()));
    KnownCountry.require(atlas, brief.country());
    progress.step("Reading " + file);
    List<Account> read = AccountsFile.read(file, atlas, brief.country());
    return BriefDesign.run(
            brief,
            read,
            atlas,
            problem -> recorded.settings(threads),
            new DesignTicker(progress),
            interruption.cancellation(),
            solver)
        .outcome();
  }

  private int told(Replay replay) {
    if (json.isWanted()) {
      Json.print(spec.commandLine().getOut(), replay.json());
    } else {
      spec.commandLine().getOut().println(replay.words());
      spec.commandLine().getOut().flush();
    }
    return replay.isIdentical() ? ExitCode.DONE : ExitCode.PROBLEMS;
  }
}
