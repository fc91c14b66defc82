package bailiwick.store.plan;

import java.util.UUID;

/**
 * Identity of a plan.
 *
 * @param value a UUID of version 7
 */
public record PlanId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
