package bailiwick.store;

import bailiwick.core.problem.ProblemException;
import bailiwick.store.database.StoreProblem;
import java.util.Arrays;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;

/** The tables, as a line of numbered migrations that only goes forward. */
public final class Schema {

  private static final String MIGRATIONS = "classpath:bailiwick/store/migration";

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
    Flyway flyway = flyway(dataSource, target);
    requireKnown(flyway);
    flyway.migrate();
  }

  /** The version a database is at; empty for one without our tables. */
  public static String version(DataSource dataSource) {
    MigrationInfo current = flyway(dataSource, MigrationVersion.LATEST).info().current();
    return current == null ? "" : current.getVersion().getVersion();
  }

  /** The newest version we know. */
  public static String newestVersion(DataSource dataSource) {
    return newest(flyway(dataSource, MigrationVersion.LATEST));
  }

  private static Flyway flyway(DataSource dataSource, MigrationVersion target) {
    return Flyway.configure()
        .dataSource(dataSource)
        .locations(MIGRATIONS)
        .target(target)
        .validateMigrationNaming(true)
        .load();
  }

  private static void requireKnown(Flyway flyway) {
    for (MigrationInfo migration : flyway.info().all()) {
      if (migration.getState() == MigrationState.FUTURE_SUCCESS) {
        throw ProblemException.of(
            new StoreProblem.NewerSchema(migration.getVersion().getVersion(), newest(flyway)));
      }
    }
  }

  private static String newest(Flyway flyway) {
    return Arrays.stream(flyway.info().all())
        .filter(migration -> migration.getState() != MigrationState.FUTURE_SUCCESS)
        .map(migration -> migration.getVersion().getVersion())
        .max(
            (left, right) ->
                MigrationVersion.fromVersion(left).compareTo(MigrationVersion.fromVersion(right)))
        .orElse("0")
        .toLowerCase(Locale.ROOT);
  }
}
