package bailiwick.cli.crm;

import bailiwick.cli.client.ServerOption;
import bailiwick.cli.terminal.ExitCode;
import bailiwick.cli.terminal.Json;
import bailiwick.cli.terminal.JsonOption;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Lists the connections of a server and what was pulled of each. */
@Command(
    name = "list",
    description = "List the connections, and what was pulled of each.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class CrmList implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private ServerOption server;
  @Mixin private JsonOption json;

  @Override
  public Integer call() throws IOException {
    JsonNode connections = server.required().get("connections");
    PrintWriter out = spec.commandLine().getOut();
    if (json.isWanted()) {
      Json.print(out, connections);
      return ExitCode.DONE;
    }
    if (connections.path("items").isEmpty()) {
      out.println("No CRM is connected.");
    }
    connections.path("items").forEach(connection -> print(connection, out));
    out.flush();
    return ExitCode.DONE;
  }

  private static void print(JsonNode connection, PrintWriter out) {
    String field = connection.path("territoryField").asString("");
    out.printf(
        "%s: %s at %s, source %s%s%n",
        connection.path("name").asString(),
        connection.path("system").asString().toLowerCase(Locale.ROOT),
        connection.path("address").asString(),
        connection.path("source").asString(),
        field.isEmpty() ? "" : ", territories in " + field);
    connection.path("pulled").forEach(kind -> out.printf("  %s%n", pulled(kind)));
  }

  private static String pulled(JsonNode kind) {
    String name = kind.path("kind").asString().toLowerCase(Locale.ROOT);
    String cut = kind.path("inTheMiddle").asBoolean() ? "; cut short, goes on" : "";
    if (!kind.path("pulledAt").isString()) {
      return name + " never pulled" + cut;
    }
    return "%s pulled %s, %s loaded, %s not usable%s"
        .formatted(
            name,
            kind.path("pulledAt").asString(),
            kind.path("accepted").asLong(),
            kind.path("rejected").asLong(),
            cut);
  }
}
