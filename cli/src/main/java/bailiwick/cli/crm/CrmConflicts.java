package bailiwick.cli.crm;

import bailiwick.cli.client.ServerClient;
import bailiwick.cli.client.ServerOption;
import bailiwick.cli.terminal.ExitCode;
import bailiwick.cli.terminal.Json;
import bailiwick.cli.terminal.JsonOption;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Shows what did not go through with the last push. */
@Command(
    name = "conflicts",
    description = {
      "List what the last push did not write: accounts that changed in the CRM since they were",
      "pulled, and those that the CRM refused. Pull, look again, and push."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {" 0:none", " 1:some, and they are listed"})
final class CrmConflicts implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private NamedConnection connection;
  @Mixin private ServerOption server;
  @Mixin private JsonOption json;

  @Override
  public Integer call() throws IOException {
    ServerClient client = server.required();
    JsonNode last = client.get(NamedConnection.path(connection.get(client), "/pushes/last"));
    JsonNode push = last.path("push");
    PrintWriter out = spec.commandLine().getOut();
    if (json.isWanted()) {
      Json.print(out, last);
    } else if (!push.isObject()) {
      out.println("Nothing was pushed yet.");
    } else {
      out.printf(
          "Push of %s, begun %s: %s written, %s held already, %s conflicts, %s refused,"
              + " %s superseded, %s open.%n",
          push.path("on").asString(),
          push.path("startedAt").asString(),
          push.path("written").asLong(),
          push.path("held").asLong(),
          push.path("conflicts").asLong(),
          push.path("refused").asLong(),
          push.path("superseded").asLong(),
          push.path("open").asLong());
      new PushTold(out).leftOver(push);
    }
    out.flush();
    return push.isObject() ? PushTold.exitCode(push) : ExitCode.DONE;
  }
}
