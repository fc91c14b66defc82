package bailiwick.cli.crm;

import bailiwick.cli.client.ServerClient;
import bailiwick.cli.client.ServerItems;
import java.io.IOException;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** The parameter that names a server's connection. */
final class NamedConnection {

  @Parameters(
      paramLabel = "CONNECTION",
      arity = "0..1",
      description = "Name or id; not needed when the server has only one.")
  private String wanted = "";

  /** The connection as the server tells it. */
  JsonNode get(ServerClient client) throws IOException {
    return ServerItems.pick("connection", client.get("connections"), wanted);
  }

  /** Path of a connection, or of something below it. */
  static String path(JsonNode connection, String below) {
    return "connections/" + connection.path("id").asString() + below;
  }
}
