package bailiwick.cli.design;

import bailiwick.atlas.Atlas;
import bailiwick.cli.atlas.KnownCountry;
import bailiwick.cli.intake.AccountsFile;
import bailiwick.cli.terminal.DataFolder;
import bailiwick.cli.terminal.DurationConverter;
import bailiwick.cli.terminal.InputFile;
import bailiwick.cli.terminal.Interruption;
import bailiwick.cli.terminal.JsonOption;
import bailiwick.cli.terminal.ProblemPrinter;
import bailiwick.cli.terminal.Progress;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignSettings;
import bailiwick.core.exact.ExactSolver;
import bailiwick.core.optimize.tradeoff.TradeOff;
import bailiwick.core.optimize.tradeoff.TradeOffPoint;
import bailiwick.exact.WorkerPool;
import bailiwick.intake.brief.BriefReader;
import bailiwick.intake.brief.DesignBrief;
import bailiwick.intake.instance.InstanceDesign;
import bailiwick.intake.instance.InstanceResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

/** Draws territories for an instance folder, or for a brief and a file of accounts. */
@Command(
    name = "design",
    description = {
      "Draw balanced, contiguous, compact territories.",
      "WHAT is a folder in the instance format, or a brief in YAML or JSON; a brief needs"
          + " --accounts. The same input and seed give the same plan on any number of threads."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:a plan that keeps every rule",
      " 1:problems in the input, printed",
      " 2:proved infeasible; the proof is in the report",
      " 3:no plan found within the limit; the closest is written"
    },
    footer = {
      "%nExamples:",
      "  bailiwick design instances/county_IA --seed 1 --time-limit 30s --threads 2 --out out",
      "  bailiwick design brief.yaml --accounts accounts.csv --out out"
    })
public final class DesignCommand implements Callable<Integer> {

  private static final Duration USUAL_LIMIT = Duration.ofSeconds(30);

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "WHAT", description = "Instance folder, or brief (.yaml, .json).")
  private Path what;

  @Option(
      names = "--accounts",
      paramLabel = "FILE",
      description = "Accounts that a brief's units are filled from.")
  private @Nullable Path accounts;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder for assignment.csv and report.json; made when missing.")
  private Path out;

  @Option(names = "--seed", paramLabel = "S", description = "Seed of every random choice.")
  private @Nullable Long seed;

  @Option(
      names = "--time-limit",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "When to stop at the latest, such as 30s or 2m.")
  private @Nullable Duration timeLimit;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that may work at once (default: one for each processor).")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--objective",
      paramLabel = "NAME",
      description = "What to make small, where there is a choice.")
  private @Nullable String objective;

  @Option(
      names = "--reasons",
      paramLabel = "UNITS",
      description = {
        "Of which units to write why they are where they are into reasons.csv:",
        "moved (the default, where there is a plan of today), all or none."
      })
  private ReasonsFile.Wanted reasons = ReasonsFile.Wanted.MOVED;

  @Option(
      names = "--trade-off",
      paramLabel = "N",
      description = {
        "Also look for plans between moving least and travelling least, N budgets for the tolerance"
            + " asked for and for half of it, and write tradeoff.csv with a file for each plan.",
        "The curve spends as much as the design; its searches share it."
      })
  private @Nullable Integer tradeOff;

  @Mixin private DataFolder data;
  @Mixin private JsonOption json;

  @Override
  public Integer call() throws IOException {
    requireLimits();
    try (Progress progress = Progress.on(spec.commandLine().getErr());
        Interruption interruption = Interruption.onSignal();
        WorkerPool solver = new WorkerPool(threads)) {
      if (Files.isDirectory(what)) {
        return designInstance(progress, interruption, solver);
      }
      InputFile.requireReadable(what);
      return designBrief(progress, interruption, solver);
    }
  }

  private void requireLimits() {
    if (threads < 1) {
      throw new ParameterException(spec.commandLine(), "--threads must be at least 1.");
    }
    if (tradeOff != null && tradeOff < 2) {
      throw new ParameterException(spec.commandLine(), "--trade-off must be at least 2.");
    }
    if (timeLimit != null && !timeLimit.isPositive()) {
      throw new ParameterException(spec.commandLine(), "--time-limit must be above 0.");
    }
  }

  private int designInstance(Progress progress, Interruption interruption, ExactSolver solver)
      throws IOException {
    InstanceResult result =
        InstanceDesign.run(
            what,
            Optional.ofNullable(objective),
            problem -> checked(problem, settingsOfInstance(problem)),
            out,
            new DesignTicker(progress),
            interruption.cancellation(),
            solver);
    ReasonsFile.write(out, result.problem(), result.findPlan(), reasons);
    String curve =
        curve(
            result.problem(), settingsOfInstance(result.problem()), progress, interruption, solver);
    progress.close();
    new ProblemPrinter(spec.commandLine().getErr()).print(result.warnings());
    DesignSummary summary = DesignSummary.of(result.outcome());
    if (json.isWanted()) {
      print(result.report());
    } else {
      print(summary.words() + curve + "\nWritten to " + out + ".");
    }
    return result.exitCode();
  }

  private DesignSettings settingsOfInstance(DesignProblem problem) {
    return DesignSettings.ofTime(
        seed == null ? 1 : seed, threads, timeLimit == null ? USUAL_LIMIT : timeLimit, problem);
  }

  private int designBrief(Progress progress, Interruption interruption, ExactSolver solver)
      throws IOException {
    Path file = accounts;
    if (file == null) {
      throw new ParameterException(
          spec.commandLine(), "A brief needs --accounts FILE to fill its units from.");
    }
    String text = Files.readString(what);
    DesignBrief brief =
        new BriefOverrides(objective, seed, timeLimit)
            .over(BriefReader.read(text, what.toString()));
    if (tradeOff != null) {
      brief.modes().requireNoneBesideCurve("");
    }
    Atlas atlas = Atlas.open(data.atlas());
    KnownCountry.require(atlas, brief.country());
    progress.step("Reading " + file);
    var read = AccountsFile.read(file, atlas, brief.country());
    // What cannot be written is told before the work, not after it.
    Files.createDirectories(out);
    progress.step(BriefSteps.of(brief));
    BriefDesign design =
        BriefDesign.run(
            brief,
            read,
            atlas,
            problem -> checked(problem, brief.settings(threads, problem)),
            new DesignTicker(progress),
            interruption.cancellation(),
            solver);
    BriefReport report =
        BriefReport.of(
            design,
            new BriefSource(
                what.toString(),
                file.toString(),
                InputHash.of(text, brief, file, atlas.version()),
                atlas.version()));
    DesignFolder.write(out, design.findPlan(), design.districts(), report.json());
    ReasonsFile.write(out, design.problem(), design.findPlan(), reasons);
    String curve =
        curve(
            design.problem(),
            brief.settings(threads, design.problem()),
            progress,
            interruption,
            solver);
    progress.close();
    new ProblemPrinter(spec.commandLine().getErr()).print(design.ownerProblems());
    print(json.isWanted() ? report.json() : report.words() + curve + "\nWritten to " + out + ".");
    return report.exitCode();
  }

  /** The settings, once it is known that what else is asked can be done. */
  private DesignSettings checked(DesignProblem problem, DesignSettings settings) {
    if (tradeOff != null) {
      TradeOffFiles.requireToday(problem);
    }
    return settings;
  }

  /** Writes the trade-off curve when it is asked for, and says what came of it. */
  private String curve(
      DesignProblem problem,
      DesignSettings settings,
      Progress progress,
      Interruption interruption,
      ExactSolver solver)
      throws IOException {
    Integer steps = tradeOff;
    if (steps == null) {
      return "";
    }
    int measure = problem.measureOfMoves();
    List<TradeOffPoint> points =
        TradeOff.find(
            problem,
            measure,
            steps,
            TradeOff.ofEachSearch(settings, steps),
            new DesignTicker(progress),
            interruption.cancellation(),
            solver);
    TradeOffFiles.write(out, problem, measure, points);
    return "\n" + TradeOffFiles.words(points);
  }

  private void print(String text) {
    spec.commandLine().getOut().println(text);
    spec.commandLine().getOut().flush();
  }
}
