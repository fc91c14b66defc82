package bailiwick.store.user;

import java.util.UUID;

/**
 * Identity of a user.
 *
 * @param value a UUID of version 7
 */
public record UserId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
