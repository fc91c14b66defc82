package bailiwick.store;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.store.deal.DealId;
import bailiwick.store.job.JobId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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

  @Test
  void opportunities_held_before_are_held_since_the_instant_at_which_they_were() {
    StoreConfig.External database = server.emptyDatabase();
    DataSource source =
        new DriverManagerDataSource(database.jdbcUrl(), database.username(), database.password());
    Schema.migrate(source, "37");
    JdbcClient sql = JdbcClient.create(source);
    sql.sql(HELD_BEFORE).update();

    try (Store store = Store.open(database, clock, new SplittableRandom(1))) {
      DealId decided = new DealId(UUID.fromString("00000000-0000-0000-0000-0000000000d1"));
      LocalDate day = LocalDate.parse("2026-03-14");
      assertThat(store.deals().ownerOn(decided, day, Instant.parse("2026-03-21T12:00:00Z")))
          .hasValueSatisfying(owner -> {
            assertThat(owner.held()).isTrue();
            assertThat(owner.territory().value()).isEqualTo("T1");
            assertThat(owner.why()).isEqualTo("Signed soon.");
          });
      DealId byAccount = new DealId(UUID.fromString("00000000-0000-0000-0000-0000000000d2"));
      assertThat(store.deals().ownerOn(byAccount, day, Instant.parse("2026-03-21T12:00:00Z")))
          .hasValueSatisfying(owner -> assertThat(owner.territory().value()).isEqualTo("T2"));
    }
    assertThat(
            sql.sql("SELECT lower(valid)::text FROM deal_hold ORDER BY deal_id")
                .query(String.class)
                .list())
        .as("a late evening in Chicago")
        .containsExactly("2026-03-02", "2026-03-02");
  }

  /**
   * Two opportunities held late in the evening of the 2nd of March by the company's clock, one of
   * them with a decision that names nobody, and an act of November.
   */
  private static final String HELD_BEFORE =
      """
      SET session_replication_role = replica; -- no rows that only others need
      INSERT INTO company (name, zone, currency, fiscal_year_start_month, version)
      VALUES ('Example', 'America/Chicago', 'USD', 1, 1);
      INSERT INTO publication (id, plan_id, scenario_id, scenario_name, layer_id, effective_from,
        idempotency_key, accounts, moved, rule_text, rule_document, territory_of, who, why,
        published_at)
      SELECT CAST(right(md5('p'), 32) AS uuid), CAST(md5('plan') AS uuid), CAST(md5('s') AS uuid),
        'S', id, '2026-01-01', 'k', 0, 0, '', '{}', '', 'w', 'w', '2026-01-01T00:00Z' FROM layer;
      INSERT INTO territory (id, plan_id, code, name) VALUES
        (CAST(md5('t1') AS uuid), CAST(md5('plan') AS uuid), 'T1', 'One'),
        (CAST(md5('t2') AS uuid), CAST(md5('plan') AS uuid), 'T2', 'Two');
      INSERT INTO ledger_change (id, layer_id, cause, who, why, recorded_at)
      SELECT CAST(md5('late') AS uuid), id, 'INTAKE', 'w', 'w', '2026-11-20T00:00Z' FROM layer;
      INSERT INTO deal (source, external_id, account_id, stage, state, amount_cents, product_key,
        opened_on)
      VALUES ('crm', 'D2', CAST(md5('a') AS uuid), '', 'OPEN', 1, '', '2026-01-01');
      INSERT INTO account (id, source, external_id, name, street, city, region, postcode, country,
        placed, area, postcode_unit, county_unit, industry, segment, imported_potential_cents,
        imported_workload_centihours, sales_cents, pipeline_cents, owner_key, territory_key,
        created_at, changed_at, website, phone, parent_key, repaired, left_out, imputed, product,
        tags, fields)
      VALUES (CAST(md5('a') AS uuid), 'crm', 'A', 'A', '', '', '', '', 'US', 'NONE', '', '', '', '',
        '', 0, 0, 0, 0, '', '', now(), now(), '', '', '', '', '', '', '', '', '');
      INSERT INTO ownership (account_id, layer_id, territory_id, valid, recorded_at, change_id,
        origin_id)
      SELECT CAST(md5('a') AS uuid), id, CAST(md5('t2') AS uuid), '[2026-01-01,)',
        '2026-11-20T00:00Z', CAST(md5('late') AS uuid), CAST(md5('late') AS uuid) FROM layer;
      INSERT INTO deal_decision (id, source, external_id, layer_id, publication_id, territory_code,
        rule, reason, decided_at, held_why, held_by, held_at)
      SELECT CAST('00000000-0000-0000-0000-0000000000' || deal.key AS uuid), 'crm', upper(deal.key),
        layer.id, CAST(right(md5('p'), 32) AS uuid), deal.territory, '', '', '2026-03-01T00:00Z',
        'Signed soon.', 'maria', '2026-03-03T03:00Z'
      FROM layer, (VALUES ('d1', 'T1'), ('d2', NULL)) AS deal (key, territory);
      SET session_replication_role = origin;
      """;

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
