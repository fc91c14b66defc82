package bailiwick.store.crm;

import bailiwick.core.problem.ProblemException;
import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/** Keeps connections to CRMs. Thread-safe. */
public final class CrmRepository {

  private static final String ALL = "SELECT * FROM crm_connection";

  private final Database database;
  private final PulledRows pulled;
  private final Pushes pushes;

  /** Keeps them in a database. */
  public CrmRepository(Database database) {
    this.database = database;
    this.pulled = new PulledRows(database);
    this.pushes = new Pushes(database);
  }

  /** What was pulled of the connections. */
  public PulledRows pulled() {
    return pulled;
  }

  /** What was pushed to the connections. */
  public Pushes pushes() {
    return pushes;
  }

  /** A fresh id, to which a secret can be bound before the connection is saved. */
  public ConnectionId newId() {
    return new ConnectionId(database.newId());
  }

  /**
   * Saves a new connection.
   *
   * @throws ProblemException with {@code STORE_ALREADY_EXISTS} when its name or source is taken
   */
  public StoredConnection create(ConnectionId id, NewConnection made, byte[] secret, String who) {
    try {
      database
          .jdbc()
          .sql(
              """
              INSERT INTO crm_connection (id, name, system, address, source, territory_field,
                secret, created_by, created_at)
              VALUES (:id, :name, :system, :address, :source, :field, :secret, :who, :now)
              """)
          .param("id", id.value())
          .param("name", made.name())
          .param("system", made.system())
          .param("address", made.address())
          .param("source", made.source())
          .param("field", made.territoryField())
          .param("secret", secret)
          .param("who", who)
          .param("now", Database.at(database.now()))
          .update();
    } catch (DuplicateKeyException taken) {
      throw Database.alreadyExists("connection", made.name());
    }
    return get(id);
  }

  /**
   * Replaces the address, the territory field and the credentials of a connection. Another address
   * or field makes what was pulled and planned by the old one unknown: it is pulled anew.
   *
   * @param secret null leaves the credentials as they are now
   */
  public StoredConnection update(
      ConnectionId id, String address, String territoryField, byte @Nullable [] secret) {
    return database.inTransaction(() -> {
      StoredConnection before = get(id);
      if (!before.address().equals(address) || !before.territoryField().equals(territoryField)) {
        pulled.forget(id);
        pushes.supersede(id);
      }
      database
          .jdbc()
          .sql(
              """
              UPDATE crm_connection
              SET address = :address, territory_field = :field,
                secret = coalesce(:secret, secret)
              WHERE id = :id
              """)
          .param("address", address)
          .param("field", territoryField)
          .param("secret", secret, Types.BINARY)
          .param("id", id.value())
          .update();
      return get(id);
    });
  }

  /**
   * Keeps credentials that the CRM gave in the place of others. What somebody entered since then
   * stays, and a connection that is gone needs none.
   */
  public void replaceSecret(ConnectionId id, byte[] before, byte[] secret) {
    database
        .jdbc()
        .sql("UPDATE crm_connection SET secret = :secret WHERE id = :id AND secret = :before")
        .param("secret", secret)
        .param("id", id.value())
        .param("before", before)
        .update();
  }

  /** Forgets a connection and all that was kept of it; accounts and people that it brought stay. */
  public void delete(ConnectionId id) {
    get(id);
    database
        .jdbc()
        .sql("DELETE FROM crm_connection WHERE id = :id")
        .param("id", id.value())
        .update();
  }

  /** All connections by name. */
  public List<StoredConnection> list() {
    return database.jdbc().sql(ALL + " ORDER BY name").query(CrmRepository::map).list();
  }

  /**
   * The connection of an id.
   *
   * @throws ProblemException with {@code STORE_NOT_FOUND}
   */
  public StoredConnection get(ConnectionId id) {
    Optional<StoredConnection> found =
        database
            .jdbc()
            .sql(ALL + " WHERE id = :id")
            .param("id", id.value())
            .query(CrmRepository::map)
            .optional();
    return found.orElseThrow(() -> Database.notFound("connection", id));
  }

  private static StoredConnection map(ResultSet row, int number) throws SQLException {
    return new StoredConnection(
        new ConnectionId(Rows.id(row, "id")),
        Rows.text(row, "name"),
        Rows.text(row, "system"),
        Rows.text(row, "address"),
        Rows.text(row, "source"),
        Rows.text(row, "territory_field"),
        row.getBytes("secret"),
        Rows.text(row, "created_by"),
        Rows.instant(row, "created_at"));
  }
}
