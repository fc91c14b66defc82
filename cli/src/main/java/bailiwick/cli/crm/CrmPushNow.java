package bailiwick.cli.crm;

import bailiwick.cli.client.ServerClient;
import bailiwick.cli.client.ServerOption;
import bailiwick.cli.terminal.ExitCode;
import bailiwick.cli.terminal.Json;
import bailiwick.cli.terminal.JsonOption;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Shows what a push would write, and writes it when asked to. */
@Command(
    name = "push",
    description = {
      "Show which owners and territories differ in the CRM; write them with --write.",
      "What somebody changed there since the last pull is left alone and listed."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:all done",
      " 1:some accounts are conflicts or were refused; they are listed"
    })
final class CrmPushNow implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--write", description = "Write; without it nothing is written.")
  private boolean write;

  @Option(
      names = "--on",
      paramLabel = "DAY",
      description = "The day whose owners are meant (default: the company's today).")
  private @Nullable LocalDate on;

  @Mixin private NamedConnection connection;
  @Mixin private ServerOption server;
  @Mixin private JsonOption json;

  @Override
  public Integer call() throws IOException {
    ServerClient client = server.required();
    JsonNode meant = connection.get(client);
    String path = NamedConnection.path(meant, "/push" + (on == null ? "" : "?on=" + on));
    JsonNode dry = client.get(path);
    if (!json.isWanted()) {
      new PushTold(spec.commandLine().getOut()).dryRun(dry, !write);
    }
    if (!write) {
      return told(Map.of("dryRun", dry), ExitCode.DONE);
    }
    JsonNode job = ConnectionJob.run(client, path, spec.commandLine().getErr());
    JsonNode push = client.get(NamedConnection.path(meant, "/pushes/last")).path("push");
    // A job that had nothing to write made no push: the last one is an older one's.
    boolean wrote = push.isObject() && !started(push).isBefore(created(job));
    if (!json.isWanted()) {
      PrintWriter out = spec.commandLine().getOut();
      out.println(job.path("message").asString());
      if (wrote) {
        new PushTold(out).leftOver(push);
      }
      out.flush();
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("dryRun", dry);
    document.put("message", job.path("message").asString());
    if (wrote) {
      document.put("push", push);
    }
    return told(document, wrote ? PushTold.exitCode(push) : ExitCode.DONE);
  }

  private static Instant started(JsonNode push) {
    return Instant.parse(push.path("startedAt").asString());
  }

  private static Instant created(JsonNode job) {
    return Instant.parse(job.path("createdAt").asString());
  }

  private int told(Map<String, ?> document, int exitCode) {
    if (json.isWanted()) {
      Json.print(spec.commandLine().getOut(), document);
    }
    return exitCode;
  }
}
