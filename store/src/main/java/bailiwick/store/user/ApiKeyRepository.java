package bailiwick.store.user;

import bailiwick.core.problem.ProblemException;
import bailiwick.store.audit.AuditDetail;
import bailiwick.store.audit.AuditLog;
import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps the API keys. Thread-safe. */
public final class ApiKeyRepository {

  private static final String COLUMNS =
      "id, name, role, prefix, hash, created_at, created_by, last_used_at, revoked_at";

  private final Database database;
  private final AuditLog audit;

  /** Keeps them in a database. */
  public ApiKeyRepository(Database database, AuditLog audit) {
    this.database = database;
    this.audit = audit;
  }

  /** Makes a key from the hash of its secret, and notes it in the audit log. */
  public ApiKey create(String name, Role role, String prefix, String hash, String createdBy) {
    return database.inTransaction(() -> {
      ApiKey made = insert(name, role, prefix, hash, createdBy);
      audit.append(
          createdBy,
          "key.made",
          made.id(),
          new AuditDetail().with("name", name).with("role", role).with("prefix", prefix));
      return made;
    });
  }

  private ApiKey insert(String name, Role role, String prefix, String hash, String createdBy) {
    return database
        .jdbc()
        .sql(
            """
            INSERT INTO api_key (id, name, role, prefix, hash, created_at, created_by)
            VALUES (:id, :name, :role, :prefix, :hash, :now, :who)
            RETURNING
            """
                + COLUMNS)
        .param("id", database.newId())
        .param("name", name)
        .param("role", role.name())
        .param("prefix", prefix)
        .param("hash", hash)
        .param("now", Database.at(database.now()))
        .param("who", createdBy)
        .query(ApiKeyRepository::map)
        .single();
  }

  /** The key with this hash that is not revoked. */
  public Optional<ApiKey> findWorking(String hash) {
    return database
        .jdbc()
        .sql("SELECT " + COLUMNS + " FROM api_key WHERE hash = :hash AND revoked_at IS NULL")
        .param("hash", hash)
        .query(ApiKeyRepository::map)
        .optional();
  }

  /** All keys, newest first, revoked ones too. */
  public List<ApiKey> list() {
    return database
        .jdbc()
        .sql("SELECT " + COLUMNS + " FROM api_key ORDER BY id DESC")
        .query(ApiKeyRepository::map)
        .list();
  }

  /** Notes that the key was used now; at most once a minute, so that reading stays cheap. */
  public void touch(ApiKeyId id) {
    Instant now = database.now();
    database
        .jdbc()
        .sql(
            """
            UPDATE api_key SET last_used_at = :now
            WHERE id = :id AND (last_used_at IS NULL OR last_used_at < :minuteAgo)
            """)
        .param("now", Database.at(now))
        .param("minuteAgo", Database.at(now.minus(Duration.ofMinutes(1))))
        .param("id", id.value())
        .update();
  }

  /**
   * Revokes a key, and notes it in the audit log; one revoked before stays as it is.
   *
   * @throws ProblemException with {@code STORE_NOT_FOUND}
   */
  public ApiKey revoke(ApiKeyId id, String who) {
    return database.inTransaction(() -> {
      int revoked =
          database
              .jdbc()
              .sql("UPDATE api_key SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL")
              .param("now", Database.at(database.now()))
              .param("id", id.value())
              .update();
      ApiKey key = find(id).orElseThrow(() -> Database.notFound("API key", id));
      if (revoked > 0) {
        audit.append(
            who,
            "key.revoked",
            id,
            new AuditDetail().with("name", key.name()).with("prefix", key.prefix()));
      }
      return key;
    });
  }

  private Optional<ApiKey> find(ApiKeyId id) {
    return database
        .jdbc()
        .sql("SELECT " + COLUMNS + " FROM api_key WHERE id = :id")
        .param("id", id.value())
        .query(ApiKeyRepository::map)
        .optional();
  }

  private static ApiKey map(ResultSet row, int number) throws SQLException {
    return new ApiKey(
        new ApiKeyId(Rows.id(row, "id")),
        Rows.text(row, "name"),
        Role.valueOf(Rows.text(row, "role")),
        Rows.text(row, "prefix"),
        Rows.text(row, "hash"),
        Rows.instant(row, "created_at"),
        Rows.text(row, "created_by"),
        Rows.findInstant(row, "last_used_at"),
        Rows.findInstant(row, "revoked_at"));
  }
}
