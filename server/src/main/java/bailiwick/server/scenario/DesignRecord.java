package bailiwick.server.scenario;

import bailiwick.server.scenario.ScenarioWire.DesignRequest;
import bailiwick.server.scenario.ScenarioWire.MeasureGoal;
import bailiwick.server.scenario.ScenarioWire.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the store keeps of how a scenario was designed, as JSON: enough to get it again.
 *
 * @param request what was asked, with every default filled in
 * @param origin what came of it
 */
record DesignRecord(DesignRequest request, Origin origin) {

  private static final Logger LOG = LoggerFactory.getLogger(DesignRecord.class);

  String json(JsonMapper json) {
    return json.writeValueAsString(this);
  }

  /** Reads what was kept; null when nothing was, or by a version whose form we no longer know. */
  static @Nullable DesignRecord read(@Nullable String kept, JsonMapper json) {
    if (kept == null) {
      return null;
    }
    try {
      return json.readValue(kept, DesignRecord.class);
    } catch (JacksonException unknownForm) {
      LOG.warn("A design record has an unknown form: {}", unknownForm.getOriginalMessage());
      return null;
    }
  }

  /** The deviation the design allowed for a measure, null when it was not balanced. */
  @Nullable Double tolerance(String measure) {
    List<MeasureGoal> goals = request.measures() == null ? List.of() : request.measures();
    return goals.stream()
        .filter(goal -> goal.measure().equals(measure))
        .map(MeasureGoal::tolerance)
        .findFirst()
        .orElse(null);
  }
}
