package bailiwick.store.profile;

import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Keeps profiles by name. Thread-safe. */
public final class ProfileRepository {

  private final Database database;

  /** Keeps them in a database. */
  public ProfileRepository(Database database) {
    this.database = database;
  }

  /** Saves a profile, in the place of the one of its kind and name. */
  public void save(String kind, String name, String json, String who) {
    database
        .jdbc()
        .sql(
            """
            INSERT INTO mapping_profile (kind, name, profile, changed_at, changed_by)
            VALUES (:kind, :name, CAST(:profile AS json), :at, :who)
            ON CONFLICT (kind, lower(name)) DO UPDATE
            SET (name, profile, changed_at, changed_by)
              = (excluded.name, excluded.profile, excluded.changed_at,
                 excluded.changed_by)
            """)
        .param("name", name)
        .param("kind", kind)
        .param("profile", json)
        .param("at", Database.at(database.now()))
        .param("who", who)
        .update();
  }

  /** The profiles of a kind of file by name. */
  public List<StoredProfile> list(String kind) {
    return database
        .jdbc()
        .sql("SELECT * FROM mapping_profile WHERE kind = :kind ORDER BY lower(name)")
        .param("kind", kind)
        .query(ProfileRepository::map)
        .list();
  }

  /** The profile of a name, whatever its case. */
  public Optional<StoredProfile> find(String kind, String name) {
    return database
        .jdbc()
        .sql("SELECT * FROM mapping_profile WHERE kind = :kind AND lower(name) = lower(:name)")
        .param("kind", kind)
        .param("name", name)
        .query(ProfileRepository::map)
        .optional();
  }

  /** Deletes a profile; whether there was one. */
  public boolean delete(String kind, String name) {
    return database
            .jdbc()
            .sql("DELETE FROM mapping_profile WHERE kind = :kind AND lower(name) = lower(:name)")
            .param("kind", kind)
            .param("name", name)
            .update()
        > 0;
  }

  private static StoredProfile map(ResultSet row, int number) throws SQLException {
    return new StoredProfile(
        Rows.text(row, "name"),
        Rows.text(row, "kind"),
        Rows.text(row, "profile"),
        Rows.instant(row, "changed_at"),
        Rows.text(row, "changed_by"));
  }
}
