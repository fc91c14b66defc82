package bailiwick.cli.client;

import java.io.IOException;
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
    return ServerItems.pick("plan", server.get("plans"), wanted);
  }

  /**
   * A scenario of a plan.
   *
   * @param wanted name or id; empty for the only one
   * @throws ProblemException when there is none of that name, or several and none is named
   */
  public JsonNode getScenario(JsonNode plan, String wanted) throws IOException {
    String path = "plans/" + plan.path("id").asString() + "/scenarios";
    return ServerItems.pick("scenario", server.get(path), wanted);
  }
}
