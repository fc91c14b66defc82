package bailiwick.server.scenario;

import bailiwick.store.scenario.ScenarioTerritory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The brief of a design as it would be written for the scenario that came of it. */
final class DesignedBrief {

  private static final String TERRITORIES = "territories";
  private static final String TERRITORY = "territory";
  private static final List<String> MODES = List.of("change", "bestNumber", "districts");

  private DesignedBrief() {}

  /**
   * A brief that asks the same of a scenario's own territories: their number is settled, and
   * whoever the brief meant by a code has the code of today.
   *
   * @param territories of the scenario, in the order in which they were designed
   */
  static ObjectNode inWordsOf(List<ScenarioTerritory> territories, DesignRecord record) {
    ObjectNode brief = (ObjectNode) record.brief().deepCopy();
    brief.remove(MODES);
    if (brief.path(TERRITORIES).isNumber()) {
      brief.remove(TERRITORIES);
    }
    if (record.drawnAs() != null) {
      rename(brief, codes(record.drawnAs(), territories));
    }
    return brief;
  }

  private static Map<String, String> codes(
      List<String> drawnAs, List<ScenarioTerritory> territories) {
    Map<String, String> codes = new HashMap<>();
    for (int t = 0; t < drawnAs.size(); t++) {
      codes.put(drawnAs.get(t), territories.get(t).code().value());
    }
    return codes;
  }

  private static void rename(ObjectNode brief, Map<String, String> codes) {
    for (JsonNode eligible : brief.path("eligible")) {
      if (eligible.path(TERRITORIES) instanceof ArrayNode listed) {
        for (int k = 0; k < listed.size(); k++) {
          String code = listed.get(k).asString();
          listed.set(k, StringNode.valueOf(codes.getOrDefault(code, code)));
        }
      }
    }
    brief.path("budgets").forEach(budget -> renameField(budget, codes));
    for (JsonNode preference : brief.path("preferences")) {
      preference.path("costs").forEach(cost -> renameField(cost, codes));
    }
  }

  private static void renameField(JsonNode item, Map<String, String> codes) {
    if (item instanceof ObjectNode object && object.path(TERRITORY).isString()) {
      String code = object.get(TERRITORY).asString();
      object.put(TERRITORY, codes.getOrDefault(code, code));
    }
  }
}
