package bailiwick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.cli.terminal.ExitCode;
import bailiwick.store.Store;
import bailiwick.store.StoreConfig;
import java.io.IOException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The standing check by command line, over a store that no server has open. */
class RulesStandingTest extends FilesOfTwelve {

  @BeforeEach
  void publishTheFirst() throws IOException {
    design("county");
    int published =
        run(
            "publish",
            at("plan"),
            "--accounts",
            at("a.csv"),
            "--effective",
            "2026-01-01",
            "--data",
            at("data"));
    assertThat(published).describedAs(err.toString()).isZero();
  }

  @Test
  void a_ledger_that_says_what_the_rules_decide_is_told_so() {
    assertThat(run("rules", "standing", "--data", at("data"))).isZero();

    assertThat(out.toString())
        .contains(
            "12 accounts, 0 open opportunities and 0 leads looked at: 0 contradictions, 0 lawful");
  }

  @Test
  void what_contradicts_the_rules_is_named() throws SQLException {
    corrupt();

    assertThat(run("rules", "standing", "--data", at("data"))).isEqualTo(ExitCode.PROBLEMS);
    assertThat(out.toString())
        .contains("6 contradictions", "The ledger gives it to T0", "and the rules to T0");

    assertThat(run("rules", "standing", "--data", at("data"), "--json"))
        .isEqualTo(ExitCode.PROBLEMS);
    JsonNode told = JsonMapper.shared().readTree(out.toString());
    assertThat(told.get("contradictions").asInt()).isEqualTo(6);
    assertThat(told.get("differences"))
        .hasSize(6)
        .allSatisfy(each -> {
          assertThat(each.get("kind").asString()).isEqualTo("OTHER_TERRITORY");
          assertThat(each.get("kept")).isNotEqualTo(each.get("byRules"));
        });
  }

  @Test
  void a_layer_that_is_not_there_is_a_problem() {
    assertThat(run("rules", "standing", "--layer", "none", "--data", at("data")))
        .isEqualTo(ExitCode.PROBLEMS);
    assertThat(err.toString()).contains("There is no layer `none`.");
  }

  /** Gives everything to one territory, past the guards of the ledger. */
  private void corrupt() throws SQLException {
    try (Store store =
            Store.open(
                StoreConfig.folder(folder.resolve("data/store")),
                Clock.systemUTC(),
                new SecureRandom());
        Connection connection = store.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET session_replication_role = replica");
      statement.executeUpdate(
          "UPDATE ownership SET territory_id = (SELECT id FROM territory ORDER BY code LIMIT 1)");
    }
  }
}
