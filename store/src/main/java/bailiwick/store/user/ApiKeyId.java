package bailiwick.store.user;

import java.util.UUID;

/**
 * Identity of an API key.
 *
 * @param value a UUID of version 7
 */
public record ApiKeyId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
