package bailiwick.server.scenario;

import bailiwick.core.unit.LonLat;
import bailiwick.intake.brief.DesignBrief.BalancedMeasure;
import bailiwick.server.scenario.DesignWire.Origin;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the store keeps of how a scenario was designed, as JSON: enough to get it again.
 *
 * @param brief what was asked, as it was written
 * @param measures what was to be balanced
 * @param drawnAs the codes by which the brief speaks of the scenario's territories, in their order;
 *     null where they are the same
 * @param seats where the people of the scenario's territories were taken to work, by code; null
 *     where hours were no goal, or when nothing was kept of that
 * @param origin what came of it
 */
record DesignRecord(
    JsonNode brief,
    List<BalancedMeasure> measures,
    @Nullable List<String> drawnAs,
    @Nullable Map<String, LonLat> seats,
    Origin origin) {

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

  /** Whether it changed the territories of the scenario that it started from. */
  boolean isOfAChange() {
    return brief.has("change");
  }

  /** The deviation the design allowed for a measure, null when it was not balanced. */
  @Nullable Double tolerance(String measure) {
    return measures.stream()
        .filter(balanced -> balanced.name().equals(measure))
        .map(BalancedMeasure::tolerance)
        .findFirst()
        .orElse(null);
  }
}
