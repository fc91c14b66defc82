package bailiwick.store.scenario;

import bailiwick.store.plan.PlanId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proposed alignment of a plan, without its units. Immutable.
 *
 * @param basedOn the scenario it was made from, null for a first one
 * @param brief the design brief it came from as JSON, null when made by hand
 * @param territories in order of their numbers
 * @param undoable how many edits can be undone
 * @param redoable how many undone edits can be redone
 * @param version counts the changes; the ETag of the API
 */
public record Scenario(
    ScenarioId id,
    PlanId plan,
    String name,
    ScenarioKind kind,
    @Nullable ScenarioId basedOn,
    @Nullable String brief,
    List<ScenarioTerritory> territories,
    int undoable,
    int redoable,
    String createdBy,
    Instant createdAt,
    Instant changedAt,
    long version) {

  public Scenario {
    territories = List.copyOf(territories);
  }

  /** A copy with these territories. */
  Scenario withTerritories(List<ScenarioTerritory> changed) {
    return new Scenario(
        id, plan, name, kind, basedOn, brief, changed, undoable, redoable, createdBy, createdAt,
        changedAt, version);
  }
}
