package bailiwick.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SchemaTest extends StoreContract {

  @Test
  void the_newest_version_is_that_of_the_last_migration() {
    assertThat(Schema.version(store.dataSource())).isEqualTo(Schema.newestVersion());
  }

  @Test
  void a_store_on_an_empty_database_makes_its_tables() {
    try (Store fresh =
        Store.open(server.emptyDatabase(), Clock.systemUTC(), new SplittableRandom(1))) {
      assertThat(fresh.plans().layers()).hasSize(1);
      assertThat(fresh.users().count()).isZero();
    }
  }

  @Test
  void data_of_a_newer_bailiwick_is_refused() {
    StoreConfig.External database = server.freshDatabase();
    try (Store old = Store.open(database, clock, new SplittableRandom(1))) {
      JdbcClient.create(old.dataSource())
          .sql(
              """
              INSERT INTO flyway_schema_history
                (installed_rank, version, description, type, script, checksum, installed_by,
                 execution_time, success)
              VALUES (99, '99', 'of tomorrow', 'SQL', 'V99__of_tomorrow.sql', 1, 'x', 1, true)
              """)
          .update();
    }

    assertRefused("STORE_NEWER_SCHEMA", () -> Store.open(database, clock, new SplittableRandom(1)));
  }
}
