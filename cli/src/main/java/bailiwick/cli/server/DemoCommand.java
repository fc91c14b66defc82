package bailiwick.cli.server;

import bailiwick.cli.terminal.ExitCode;
import bailiwick.cli.terminal.JsonOption;
import bailiwick.cli.terminal.Progress;
import bailiwick.intake.generate.DemoSettings;
import bailiwick.server.ServerOptions;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the server with a demo company in it, ready to use. */
@Command(
    name = "demo",
    description = {
      "Start with a demo company: accounts, people, today's territories and a proposal beside them.",
      "The first start makes it, later ones find it. Ctrl-C stops the server; the data stays."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {"%nExamples:", "  bailiwick demo", "  bailiwick demo --accounts 250000 --data large"})
public final class DemoCommand implements Callable<Integer> {

  /** Folder inside the standard data folder, so that the demo never meets real data. */
  private static final String FOLDER = "demo";

  @Spec private CommandSpec spec;

  @Option(
      names = "--accounts",
      paramLabel = "N",
      description = "Customers and prospects of a new company (default: ${DEFAULT-VALUE}).")
  private long accounts = DemoSettings.DEMO.accounts();

  @Option(
      names = "--territories",
      paramLabel = "N",
      description = "Territories of a new company (default: ${DEFAULT-VALUE}).")
  private int territories = DemoSettings.DEMO.territories();

  @Option(names = "--no-open", description = "Do not open the browser.")
  private boolean quiet;

  @Mixin private ServeOptions options;
  @Mixin private JsonOption json;

  @Override
  public Integer call() throws InterruptedException {
    DemoSettings settings = settings();
    ServerOptions server = options.toServer(FOLDER, Clock.systemUTC());
    Progress progress = Progress.on(spec.commandLine().getErr());
    progress.step("Starting the store and the server …");
    try (ServerRun run = ServerRun.start(server, progress)) {
      load(run, settings, progress);
      Welcome welcome = new Welcome(run.server(), server.folder());
      welcome.print(spec.commandLine().getOut(), json.isWanted());
      FastStart.prepareInBackground();
      if (!quiet && !json.isWanted()) {
        Desktop.open(run.server().address());
      }
      run.awaitStop();
    }
    return ExitCode.DONE;
  }

  /** Loads the company; work that a signal cuts short is taken up by the next start. */
  private static void load(ServerRun run, DemoSettings settings, Progress progress)
      throws InterruptedException {
    try {
      run.server().demo().load(settings, words -> tell(run, progress, words));
    } catch (RuntimeException failure) {
      if (!run.isStopping()) {
        throw failure;
      }
      progress.step("Stopped while the company was loaded; the next start goes on with it.");
      run.awaitStop();
    }
  }

  /** What a job says while its database goes away is no news. */
  private static void tell(ServerRun run, Progress progress, String words) {
    if (!run.isStopping()) {
      progress.step(words);
    }
  }

  private DemoSettings settings() {
    try {
      return DemoSettings.DEMO.withAccounts(accounts).withTerritories(territories);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
