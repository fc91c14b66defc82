package bailiwick.cli.server;

import bailiwick.cli.terminal.ExitCode;
import bailiwick.cli.terminal.JsonOption;
import bailiwick.cli.terminal.Progress;
import bailiwick.server.ServerOptions;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the server until it is told to stop. */
@Command(
    name = "serve",
    description = {
      "Run the server with its workbench until Ctrl-C. It listens on the loopback address only.",
      "The first start makes the user admin and prints a one-time secret to sign in with."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {"%nExample:", "  bailiwick serve --data company --port 8080"})
public final class ServeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private ServeOptions options;
  @Mixin private JsonOption json;

  @Override
  public Integer call() throws InterruptedException {
    ServerOptions server = options.toServer("", Clock.systemUTC());
    Progress progress = Progress.on(spec.commandLine().getErr());
    progress.state("Starting on " + server.folder() + " …");
    try (ServerRun run = ServerRun.start(server, progress)) {
      progress.close();
      new Welcome(run.server(), server.folder())
          .print(spec.commandLine().getOut(), json.isWanted());
      FastStart.prepareInBackground();
      run.awaitStop();
    }
    return ExitCode.DONE;
  }
}
