package bailiwick.cli.crm;

import bailiwick.cli.client.ServerClient;
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
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Tries a connection. */
@Command(
    name = "test",
    description = "Sign in to the CRM and read a row of each kind.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class CrmTry implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private NamedConnection connection;
  @Mixin private ServerOption server;
  @Mixin private JsonOption json;

  @Override
  public Integer call() throws IOException {
    ServerClient client = server.required();
    JsonNode tried = client.post(NamedConnection.path(connection.get(client), "/test"), Map.of());
    PrintWriter out = spec.commandLine().getOut();
    if (json.isWanted()) {
      Json.print(out, tried);
      return ExitCode.DONE;
    }
    out.printf(
        "It answers as %s, %s.%n",
        tried.path("organisation").asString(""), tried.path("user").asString(""));
    if (tried.path("callsAllowed").isNumber()) {
      out.printf(
          "%s of %s calls of today are used.%n",
          tried.path("callsUsed").asLong(), tried.path("callsAllowed").asLong());
    }
    out.flush();
    return ExitCode.DONE;
  }
}
