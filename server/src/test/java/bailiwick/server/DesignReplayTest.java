package bailiwick.server;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.server.Api.Answer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class DesignReplayTest {

  @TempDir static Path folder;

  private static RunningServer server;
  private static Api admin;
  private static String blank;

  @BeforeAll
  static void start() {
    server = BailiwickServer.start(ServerOptions.inFolder(folder, Clock.systemUTC()).withPort(0));
    admin = Api.administrator(server);
    blank = FrenchCompany.blank(admin);
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @Test
  void a_design_made_again_is_identical_until_somebody_edits_it() {
    JsonNode designed = FrenchCompany.designed(admin, blank);
    String scenario = designed.get("id").asString();

    JsonNode again = replayed(scenario);
    assertThat(again.get("state").asString()).as(again.toString()).isEqualTo("SUCCEEDED");
    assertThat(again.get("message").asString()).startsWith("Identical: all ");

    String to = designed.get("territories").get(0).get("code").asString();
    List<String> units = List.of("48", "12", "30");
    Answer move =
        admin.post(
            "/scenarios/" + scenario + "/moves",
            Map.of("unitIds", units, "to", to),
            "If-Match",
            "\"" + designed.get("version").asLong() + "\"");
    assertThat(move.status()).as(move.text()).isEqualTo(200);

    JsonNode other = replayed(scenario);
    assertThat(other.get("state").asString()).as(other.toString()).isEqualTo("FAILED");
    assertThat(other.get("problems").get(0).get("code").asString()).isEqualTo("REPLAY_DIFFERS");
    assertThat(other.get("problems").get(0).get("hint").asString()).contains("edited 1 times");
  }

  @Test
  void a_scenario_that_no_design_made_cannot_be_made_again() {
    Answer answer = admin.post("/scenarios/" + blank + "/replay", Map.of());

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("REPLAY_NOT_DESIGNED");
  }

  private static JsonNode replayed(String scenario) {
    Answer job = admin.post("/scenarios/" + scenario + "/replay", Map.of());
    assertThat(job.status()).as(job.text()).isEqualTo(202);
    return admin.follow(job.json().get("id").asString());
  }
}
