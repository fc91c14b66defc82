package bailiwick.store.scenario;

import java.util.UUID;

/**
 * Identity of a scenario.
 *
 * @param value a UUID of version 7
 */
public record ScenarioId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
