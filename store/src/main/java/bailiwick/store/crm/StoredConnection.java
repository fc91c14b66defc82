package bailiwick.store.crm;

import java.time.Instant;

/**
 * A connection as the store keeps it.
 *
 * @param system such as {@code SALESFORCE}
 * @param source name of the system that the ids of its rows belong to
 * @param territoryField where the CRM holds a territory's name, empty for nowhere
 * @param secret encrypted credentials
 */
@SuppressWarnings("ArrayRecordComponent") // on its way to be decrypted, never compared
public record StoredConnection(
    ConnectionId id,
    String name,
    String system,
    String address,
    String source,
    String territoryField,
    byte[] secret,
    String createdBy,
    Instant createdAt) {

  @Override
  public String toString() {
    return "StoredConnection[" + id + ", " + name + "]";
  }
}
