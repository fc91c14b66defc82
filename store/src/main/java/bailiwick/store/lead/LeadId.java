package bailiwick.store.lead;

import java.util.UUID;

/**
 * Identity of a lead.
 *
 * @param value a UUID of version 7
 */
public record LeadId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
