package bailiwick.store.crm;

/** What a person says of a connection; see {@link StoredConnection}. */
public record NewConnection(
    String name, String system, String address, String source, String territoryField) {}
