package bailiwick.store.exception;

import java.util.UUID;

/**
 * Identity of an exception.
 *
 * @param value a UUID of version 7
 */
public record ExceptionId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
