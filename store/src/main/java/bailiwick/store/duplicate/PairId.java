package bailiwick.store.duplicate;

import java.util.UUID;

/**
 * Identity of a pair.
 *
 * @param value the UUID
 */
public record PairId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
