package bailiwick.store.scenario;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.ProblemException;
import bailiwick.store.plan.PlanId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps scenarios and the journal of their edits. Thread-safe: edits name the version they were
 * made on, and one made on an older version is refused with {@code STORE_STALE_VERSION}.
 */
public final class ScenarioRepository {

  /**
   * Makes a scenario.
   *
   * @throws ProblemException with {@code STORE_ALREADY_EXISTS} when the name is taken
   */
  public Scenario create(NewScenario scenario) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** The scenario of an id. */
  public Optional<Scenario> find(ScenarioId id) {
    throw new UnsupportedOperationException("Being written.");
  }

  /**
   * The scenario of an id that must exist.
   *
   * @throws ProblemException with {@code STORE_NOT_FOUND}
   */
  public Scenario get(ScenarioId id) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** The scenarios of a plan, Today first, then newest first. */
  public List<Scenario> list(PlanId plan) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** Scenario and alignment as of one moment. */
  public AlignedScenario getAligned(ScenarioId id) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** The named accounts of a scenario. */
  public Map<AccountId, TerritoryCode> named(ScenarioId id) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** Replaces the named accounts; not undoable. */
  public Scenario setNamed(
      ScenarioId id, long expectedVersion, Map<AccountId, TerritoryCode> named) {
    throw new UnsupportedOperationException("Being written.");
  }

  /**
   * Moves units to a territory and notes it in the journal; what was undone is dropped.
   *
   * @param units their numbers
   * @param to number of a territory, or -1 for none
   */
  public Scenario move(ScenarioId id, long expectedVersion, int[] units, int to, String who) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** Takes the last edit back; without one, nothing changes. */
  public Scenario undo(ScenarioId id, long expectedVersion) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** Repeats the last undone edit; without one, nothing changes. */
  public Scenario redo(ScenarioId id, long expectedVersion) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** The journal, oldest first. */
  public List<Edit> edits(ScenarioId id) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** Renames a scenario. */
  public Scenario rename(ScenarioId id, long expectedVersion, String name) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** Saves names, colours, shares, homes and representatives; codes and order must stay. */
  public Scenario setTerritories(
      ScenarioId id, long expectedVersion, List<ScenarioTerritory> territories) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** Deletes a scenario that was never published. */
  public void delete(ScenarioId id, long expectedVersion) {
    throw new UnsupportedOperationException("Being written.");
  }
}
