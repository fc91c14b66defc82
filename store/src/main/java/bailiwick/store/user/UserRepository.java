package bailiwick.store.user;

import bailiwick.core.problem.ProblemException;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.store.audit.AuditDetail;
import bailiwick.store.audit.AuditLog;
import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/** Keeps the users. Thread-safe. */
public final class UserRepository {

  private static final String COLUMNS =
      "id, username, display_name, role, password_hash, must_change_password, active,"
          + " representative_id, created_at, version";

  private final Database database;
  private final AuditLog audit;

  /** Keeps them in a database. */
  public UserRepository(Database database, AuditLog audit) {
    this.database = database;
    this.audit = audit;
  }

  /** How many users there are; 0 before the first start has made the administrator. */
  public long count() {
    return database.jdbc().sql("SELECT count(*) FROM app_user").query(Long.class).single();
  }

  /** The user of a name, whatever its case, active or not. */
  public Optional<User> findByUsername(String username) {
    return database
        .jdbc()
        .sql("SELECT " + COLUMNS + " FROM app_user WHERE username = :username")
        .param("username", canonical(username))
        .query(UserRepository::map)
        .optional();
  }

  /** The user of an id. */
  public Optional<User> find(UserId id) {
    return database
        .jdbc()
        .sql("SELECT " + COLUMNS + " FROM app_user WHERE id = :id")
        .param("id", id.value())
        .query(UserRepository::map)
        .optional();
  }

  /** All users by name. */
  public List<User> list() {
    return database
        .jdbc()
        .sql("SELECT " + COLUMNS + " FROM app_user ORDER BY username")
        .query(UserRepository::map)
        .list();
  }

  /**
   * Makes a user, and notes it in the audit log.
   *
   * @throws ProblemException with {@code STORE_ALREADY_EXISTS} when the name is taken
   */
  public User create(NewUser user, String who) {
    try {
      return database.inTransaction(() -> {
        User made = insert(user);
        audit.append(
            who,
            "user.made",
            made.id(),
            new AuditDetail()
                .with("username", made.username())
                .with("name", made.displayName())
                .with("role", made.role())
                .with("representative", made.representative()));
        return made;
      });
    } catch (DuplicateKeyException e) {
      throw Database.alreadyExists("user", canonical(user.username()));
    }
  }

  private User insert(NewUser user) {
    return database
        .jdbc()
        .sql(
            """
            INSERT INTO app_user (id, username, display_name, role, password_hash,
              must_change_password, representative_id, created_at)
            VALUES (:id, :username, :name, :role, :hash, :mustChange, :representative, :now)
            RETURNING
            """
                + COLUMNS)
        .param("id", database.newId())
        .param("username", canonical(user.username()))
        .param("name", user.displayName())
        .param("role", user.role().name())
        .param("hash", user.passwordHash())
        .param("mustChange", user.mustChangePassword())
        .param("representative", idOf(user.representative()), Types.OTHER)
        .param("now", Database.at(database.now()))
        .query(UserRepository::map)
        .single();
  }

  /**
   * Saves display name, role, active and representative, and notes what changed in the audit log.
   *
   * @param user carries the version the change was made on
   * @throws ProblemException with {@code STORE_STALE_VERSION} or {@code STORE_NOT_FOUND}
   */
  public User update(User user, String who) {
    return database.inTransaction(() -> {
      User before = find(user.id()).orElseThrow(() -> Database.notFound("user", user.id()));
      User after = write(user);
      audit.append(
          who,
          "user.changed",
          after.id(),
          new AuditDetail()
              .with("username", after.username())
              .changed("name", before.displayName(), after.displayName())
              .changed("role", before.role(), after.role())
              .changed("active", before.active(), after.active())
              .changed("representative", before.representative(), after.representative()));
      return after;
    });
  }

  private User write(User user) {
    return database
        .jdbc()
        .sql(
            """
            UPDATE app_user
            SET display_name = :name, role = :role, active = :active,
                representative_id = :representative, version = version + 1
            WHERE id = :id AND version = :expected
            RETURNING
            """
                + COLUMNS)
        .param("name", user.displayName())
        .param("role", user.role().name())
        .param("active", user.active())
        .param("representative", idOf(user.representative()), Types.OTHER)
        .param("id", user.id().value())
        .param("expected", user.version())
        .query(UserRepository::map)
        .optional()
        .orElseThrow(
            () -> database.staleOrMissing("user", "app_user", user.id().value(), user.version()));
  }

  /**
   * Sets a new password, and notes in the audit log that it was set.
   *
   * @throws ProblemException with {@code STORE_NOT_FOUND}
   */
  public User setPassword(UserId id, String passwordHash, boolean mustChangePassword, String who) {
    return database.inTransaction(() -> {
      User after = writePassword(id, passwordHash, mustChangePassword);
      audit.append(
          who,
          "user.password.set",
          id,
          new AuditDetail().with("username", after.username()).with("once", mustChangePassword));
      return after;
    });
  }

  private User writePassword(UserId id, String passwordHash, boolean mustChangePassword) {
    return database
        .jdbc()
        .sql(
            """
            UPDATE app_user
            SET password_hash = :hash, must_change_password = :mustChange, version = version + 1
            WHERE id = :id
            RETURNING
            """
                + COLUMNS)
        .param("hash", passwordHash)
        .param("mustChange", mustChangePassword)
        .param("id", id.value())
        .query(UserRepository::map)
        .optional()
        .orElseThrow(() -> Database.notFound("user", id));
  }

  private static String canonical(String username) {
    return username.strip().toLowerCase(Locale.ROOT);
  }

  private static @Nullable UUID idOf(@Nullable RepresentativeId representative) {
    return representative == null ? null : representative.value();
  }

  private static User map(ResultSet row, int number) throws SQLException {
    UUID representative = Rows.findId(row, "representative_id");
    return new User(
        new UserId(Rows.id(row, "id")),
        Rows.text(row, "username"),
        Rows.text(row, "display_name"),
        Role.valueOf(Rows.text(row, "role")),
        Rows.text(row, "password_hash"),
        row.getBoolean("must_change_password"),
        row.getBoolean("active"),
        representative == null ? null : new RepresentativeId(representative),
        Rows.instant(row, "created_at"),
        row.getLong("version"));
  }
}
