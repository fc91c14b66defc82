package bailiwick.cli.intake;

import bailiwick.atlas.Atlas;
import bailiwick.cli.terminal.CommandProblem;
import bailiwick.cli.terminal.ExitCode;
import bailiwick.cli.terminal.Interruption;
import bailiwick.cli.terminal.Json;
import bailiwick.cli.terminal.JsonOption;
import bailiwick.cli.terminal.OutputFolder;
import bailiwick.cli.terminal.ProblemPrinter;
import bailiwick.cli.terminal.Progress;
import bailiwick.core.problem.ProblemException;
import bailiwick.intake.generate.DemoCompany;
import bailiwick.intake.generate.DemoFiles;
import bailiwick.intake.generate.DemoSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes the files of a company that does not exist in places that do. */
@Command(
    name = "generate",
    description = {
      "Make the files of a demo company on real geography: accounts, representatives,",
      "opportunities, activities, revenue and quotas of two years, with planted faults in",
      "truth.json.",
      "The same settings and seed give the same bytes."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {"%nExample:", "  bailiwick generate --accounts 250000 --out company --seed 7"})
public final class GenerateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder for the files; made when missing.")
  private Path out;

  @Option(
      names = "--accounts",
      paramLabel = "N",
      description = "Customers and prospects, up to 10,000,000 (default: ${DEFAULT-VALUE}).")
  private long accounts = DemoSettings.DEMO.accounts();

  @Option(
      names = "--territories",
      paramLabel = "N",
      description = "Territories of today's alignment (default: ${DEFAULT-VALUE}).")
  private int territories = DemoSettings.DEMO.territories();

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Seed of everything that is drawn (default: ${DEFAULT-VALUE}).")
  private long seed = DemoSettings.DEMO.seed();

  @Option(
      names = "--today",
      paramLabel = "DAY",
      description = "The day the data is of (default: ${DEFAULT-VALUE}).")
  private LocalDate today = DemoSettings.DEMO.today();

  @Mixin private JsonOption json;

  @Override
  public Integer call() throws IOException {
    DemoSettings settings = settings();
    try (Interruption interruption = Interruption.onSignal()) {
      try (Progress progress = Progress.on(spec.commandLine().getErr())) {
        OutputFolder.write(
            out,
            folder ->
                new DemoCompany(Atlas.packaged())
                    .generate(settings, folder, done -> goOn(done, progress, interruption)));
      } catch (ProblemException stopped) {
        // Told here: once the interruption is closed the process is on its way out.
        new ProblemPrinter(spec.commandLine().getErr()).print(stopped.problems());
        return ExitCode.PROBLEMS;
      }
    }
    tell(new DemoFiles(out));
    return ExitCode.DONE;
  }

  private void goOn(long done, Progress progress, Interruption interruption) {
    if (interruption.isRequested()) {
      throw ProblemException.of(new CommandProblem.Stopped("nothing was written"));
    }
    progress.state(String.format(Locale.ROOT, "%,d of %,d accounts", done, accounts));
  }

  private DemoSettings settings() {
    try {
      return new DemoSettings(accounts, territories, seed, today);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private void tell(DemoFiles files) {
    Map<String, Object> made = new LinkedHashMap<>();
    made.put("folder", files.folder().toString());
    made.put("accounts", files.accounts().toString());
    made.put("representatives", files.representatives().toString());
    made.put("opportunities", files.opportunities().toString());
    made.put("activities", files.activities().toString());
    made.put("revenue", files.revenue().toString());
    made.put("quotas", files.quotas().toString());
    made.put("truth", files.truth().toString());
    var out = spec.commandLine().getOut();
    if (json.isWanted()) {
      Json.print(out, made);
    } else {
      out.printf(Locale.ROOT, "%,d accounts in %s%n", accounts, files.folder());
      out.flush();
    }
  }
}
