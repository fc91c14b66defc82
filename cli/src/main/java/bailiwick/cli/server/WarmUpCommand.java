package bailiwick.cli.server;

import bailiwick.cli.terminal.ExitCode;
import bailiwick.server.BailiwickServer;
import bailiwick.server.RunningServer;
import bailiwick.server.ServerOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** Starts a server on a folder of its own, asks for a few pages and stops: training for a cache. */
@Command(
    name = "warm-up",
    hidden = true,
    description = "Start a server on a temporary folder, ask for a few pages, and stop.")
public final class WarmUpCommand implements Callable<Integer> {

  private static final List<String> PAGES =
      List.of("", "api/v1/health", "api/v1/openapi.json", "api/v1/plans");

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("bailiwick-warm-up-");
    try {
      ServerOptions options = ServerOptions.inFolder(folder, Clock.systemUTC()).withPort(0);
      try (RunningServer server = BailiwickServer.start(options);
          HttpClient client = HttpClient.newHttpClient()) {
        for (String page : PAGES) {
          URI address = server.address().resolve(page);
          client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
        }
      }
      return ExitCode.DONE;
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
