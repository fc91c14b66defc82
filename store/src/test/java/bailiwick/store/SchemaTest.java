package bailiwick.store;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.store.job.JobId;
import java.time.Clock;
import java.util.SplittableRandom;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

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
  void curves_that_stood_in_a_job_s_result_are_kept_beside_it() {
    StoreConfig.External database = server.emptyDatabase();
    DataSource source =
        new DriverManagerDataSource(database.jdbcUrl(), database.username(), database.password());
    Schema.migrate(source, "8");
    JobId curve = finishedBefore(source, 1, "{\"curve\":{\"curve\":{\"total\":7},\"plans\":[1]}}");
    JobId design = finishedBefore(source, 2, "{\"objective\":1.5,\"curve\":null}");

    try (Store store = Store.open(database, clock, new SplittableRandom(1))) {
      assertThat(store.jobs().findAttachment(curve))
          .contains("{\"curve\":{\"total\":7},\"plans\":[1]}");
      assertThat(store.jobs().find(curve).orElseThrow().result())
          .isEqualToIgnoringWhitespace("{\"tradeOff\":{\"total\":7}}");
      assertThat(store.jobs().findAttachment(design)).isEmpty();
      assertThat(store.jobs().find(design).orElseThrow().result())
          .contains("1.5")
          .doesNotContain("curve");
    }
  }

  private static JobId finishedBefore(DataSource source, long number, String result) {
    UUID id = new UUID(0, number);
    JdbcClient.create(source)
        .sql(
            """
            INSERT INTO job (id, kind, subject, request, seed, state, result, created_by, created_at)
            VALUES (:id, 'design', 'scenario', '{}', 1, 'DONE', CAST(:result AS json), 'planner', now())
            """)
        .param("id", id)
        .param("result", result)
        .update();
    return new JobId(id);
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
