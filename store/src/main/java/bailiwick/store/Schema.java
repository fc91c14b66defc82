package bailiwick.store;

import bailiwick.core.problem.ProblemException;
import bailiwick.store.database.StoreProblem;
import java.util.Arrays;
import java.util.Comparator;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;

/** The tables, as a line of numbered migrations that only goes forward. */
public final class Schema {

  private static final String MIGRATIONS = "classpath:bailiwick/store/migration";

  /** Version of the last migration; a test holds it to the files. */
  private static final String NEWEST = "40";

  private Schema() {}

  /**
   * Brings a database to the newest version we know.
   *
   * @throws ProblemException with {@code STORE_NEWER_SCHEMA} when it is newer still
   */
  public static void migrate(DataSource dataSource) {
    migrate(dataSource, MigrationVersion.LATEST);
  }

  /** Brings a database to a version, such as that of a backup about to be loaded. */
  public static void migrate(DataSource dataSource, String version) {
    migrate(dataSource, MigrationVersion.fromVersion(version));
  }

  private static void migrate(DataSource dataSource, MigrationVersion target) {
    Flyway flyway =
        Flyway.configure().dataSource(dataSource).locations(MIGRATIONS).target(target).load();
    Arrays.stream(flyway.info().all())
        .filter(migration -> migration.getState() == MigrationState.FUTURE_SUCCESS)
        .map(MigrationInfo::getVersion)
        .max(Comparator.naturalOrder())
        .ifPresent(found -> {
          throw ProblemException.of(
              new StoreProblem.NewerSchema(found.getVersion(), newestVersion()));
        });
    flyway.migrate();
  }

  /** The version a database is at; empty for one without our tables. */
  public static String version(DataSource dataSource) {
    MigrationInfo current =
        Flyway.configure().dataSource(dataSource).locations(MIGRATIONS).load().info().current();
    return current == null ? "" : current.getVersion().getVersion();
  }

  /** The newest version we know. */
  public static String newestVersion() {
    return NEWEST;
  }

  /** Whether a version is newer than another. */
  public static boolean isNewer(String version, String than) {
    return MigrationVersion.fromVersion(version).isNewerThan(MigrationVersion.fromVersion(than));
  }
}
