package bailiwick.store.ledger;

import java.util.UUID;

/**
 * Identity of a publication.
 *
 * @param value a UUID of version 7
 */
public record PublicationId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
