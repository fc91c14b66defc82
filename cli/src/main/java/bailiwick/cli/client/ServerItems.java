package bailiwick.cli.client;

import bailiwick.core.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Finds what a person names in a server's list. */
public final class ServerItems {

  private ServerItems() {}

  /**
   * The item of a list that is meant.
   *
   * @param kind what it is, such as {@code plan}
   * @param wanted name or id; empty for the only one
   * @throws ProblemException when there is none of that name, or several and none is named
   */
  public static JsonNode pick(String kind, JsonNode list, String wanted) {
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
