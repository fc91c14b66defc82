package bailiwick.cli.crm;

import bailiwick.cli.client.ServerClient;
import bailiwick.cli.client.ServerItems;
import bailiwick.cli.client.ServerOption;
import bailiwick.cli.terminal.ExitCode;
import bailiwick.cli.terminal.Json;
import bailiwick.cli.terminal.JsonOption;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Forgets a connection. */
@Command(
    name = "disconnect",
    description = {
      "Forget a connection with its credentials and what was pulled and pushed over it.",
      "Accounts and people that it brought stay, and nothing changes in the CRM."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class CrmDisconnect implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "CONNECTION", description = "Name or id; must be said.")
  private String wanted;

  @Mixin private ServerOption server;
  @Mixin private JsonOption json;

  @Override
  public Integer call() throws IOException {
    ServerClient client = server.required();
    JsonNode gone = ServerItems.pick("connection", client.get("connections"), wanted);
    client.delete(NamedConnection.path(gone, ""));
    PrintWriter out = spec.commandLine().getOut();
    String name = gone.path("name").asString();
    if (json.isWanted()) {
      Json.print(out, Map.of("disconnected", name));
    } else {
      out.printf("Disconnected %s. Accounts and people that it brought stay.%n", name);
      out.flush();
    }
    return ExitCode.DONE;
  }
}
