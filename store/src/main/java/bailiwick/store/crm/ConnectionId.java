package bailiwick.store.crm;

import java.util.UUID;

/** Names a connection to a CRM. */
public record ConnectionId(UUID value) {

  /** The id that a text writes. */
  public static ConnectionId of(String text) {
    return new ConnectionId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
