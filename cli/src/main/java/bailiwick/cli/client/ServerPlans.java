package bailiwick.cli.client;

import bailiwick.core.problem.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Finds plans and scenarios of a server by name or id. */
public final class ServerPlans {

  private final ServerClient server;

  /** Those of a server. */
  public ServerPlans(ServerClient server) {
    this.server = server;
  }

  /**
   * A plan.
   *
   * @param wanted name or id; empty for the only one
   * @throws ProblemException when there is none of that name, or several and none is named
   */
  public JsonNode getPlan(String wanted) throws IOException {
    return pick("plan", server.get("plans"), wanted);
  }

  /**
   * A scenario of a plan.
   *
   * @param wanted name or id; empty for the only one
   * @throws ProblemException when there is none of that name, or several and none is named
   */
  public JsonNode getScenario(JsonNode plan, String wanted) throws IOException {
    String path = "plans/" + plan.path("id").asString() + "/scenarios";
    return pick("scenario", server.get(path), wanted);
  }

  private static JsonNode pick(String kind, JsonNode list, String wanted) {
    List<JsonNode> items = new ArrayList<>();
    list.path("items").forEach(items::add);
    List<JsonNode> fitting =
        wanted.isEmpty()
            ? items
            : items.stream()
                .filter(item -> isCalled(item, "name", wanted) || isCalled(item, "id", wanted))
                .toList();
    if (fitting.size() == 1) {
      return fitting.getFirst();
    }
    String known =
        items.stream()
            .map(item -> "`" + item.path("name").asString() + "`")
            .collect(Collectors.joining(", "));
    throw ProblemException.of(
        new ClientProblem.NotThere(
            kind, fitting.isEmpty() ? wanted : "", known.isEmpty() ? "none" : known));
  }

  private static boolean isCalled(JsonNode item, String field, String wanted) {
    return item.path(field).asString("").equalsIgnoreCase(wanted);
  }
}
