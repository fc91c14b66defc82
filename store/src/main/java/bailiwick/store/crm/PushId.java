package bailiwick.store.crm;

import java.util.UUID;

/** Names a push. */
public record PushId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
