package bailiwick.server;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.server.Api.Answer;
import bailiwick.store.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The standing check over many accounts; writes how long it takes into {@code
 * target/scale-standing.md}: run it with {@code -Dbailiwick.scale=1000000}. It never fails by the
 * clock.
 */
@EnabledIfSystemProperty(named = "bailiwick.scale", matches = "\\d+")
class StandingScaleTest {

  private static final Path FIGURES = Path.of("target", "scale-standing.md");
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

  @Test
  void every_account_is_decided_anew(@TempDir Path folder) throws IOException, SQLException {
    try (LoadedServer server = LoadedServer.start(folder)) {
      Api admin = server.admin();
      String scenario = server.today(server.plan("Scaled", FIRST, "POSTCODE"));
      Answer published =
          admin.post(
              "/scenarios/" + scenario + "/publications",
              Map.of("effectiveFrom", FIRST.toString()),
              "Idempotency-Key",
              "scaled");
      assertThat(published.status()).as(published.text()).isEqualTo(201);
      multiply(folder, Long.getLong("bailiwick.scale") / 160);
      StringBuilder told = new StringBuilder();
      for (int run = 0; run < 3; run++) {
        JsonNode standing = admin.post("/layers/new-business/standing", "").json();
        told.append(
            "%s accounts: %s s, %s contradictions\n"
                .formatted(
                    standing.get("accounts"),
                    standing.get("seconds"),
                    standing.get("contradictions")));
      }
      Files.writeString(FIGURES, told);
    }
  }

  /** Every account, and who has it, so many times; those held by name are nobody's then. */
  private static void multiply(Path folder, long times) throws SQLException {
    EmbeddedPostgres.Running database =
        EmbeddedPostgres.findRunning(folder.resolve("store")).orElseThrow();
    try (Connection connection =
            DriverManager.getConnection(
                database.jdbcUrl(), database.username(), database.password());
        Statement statement = connection.createStatement()) {
      statement.execute("SET session_replication_role = replica");
      statement.execute(
          "CREATE TEMP TABLE copies AS SELECT account.*, id AS original, n FROM account,"
              + " generate_series(1, %s) AS n".formatted(times));
      statement.execute(
          "UPDATE copies SET id = gen_random_uuid(), external_id = external_id || '-' || n");
      statement.execute(
          "INSERT INTO ownership (account_id, layer_id, territory_id, valid, recorded_at, change_id,"
              + " origin_id) SELECT copies.id, layer_id, territory_id, valid, recorded_at, change_id,"
              + " origin_id FROM copies JOIN ownership ON account_id = original");
      String columns = columns(statement);
      statement.execute("INSERT INTO account (%1$s) SELECT %1$s FROM copies".formatted(columns));
      statement.execute("ANALYZE account");
      statement.execute("ANALYZE ownership");
    }
  }

  /** Those that are not worked out of others. */
  private static String columns(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "SELECT string_agg(column_name, ', ') FROM information_schema.columns"
                + " WHERE table_name = 'account' AND is_generated = 'NEVER'")) {
      row.next();
      return row.getString(1);
    }
  }
}
