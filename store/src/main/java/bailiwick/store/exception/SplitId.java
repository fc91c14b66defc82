package bailiwick.store.exception;

import java.util.UUID;

/**
 * Identity of a split of credit.
 *
 * @param value a UUID of version 7
 */
public record SplitId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
