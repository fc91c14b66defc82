package bailiwick.store.ledger;

import java.util.UUID;

/**
 * Identity of a proposed move.
 *
 * @param value a UUID of version 7
 */
public record MoveId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
