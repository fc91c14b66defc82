package bailiwick.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bailiwick.core.design.Effort;
import bailiwick.core.problem.ProblemException;
import bailiwick.intake.generate.DemoSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ServerLifeTest {

  private static final DemoSettings SMALL = DemoSettings.DEMO.withAccounts(400).withTerritories(5);

  @Test
  void the_demo_is_loaded_once_and_work_cut_short_begins_again(@TempDir Path folder) {
    List<String> told = new ArrayList<>();
    String job;
    Api admin;
    try (RunningServer server = start(folder)) {
      server.demo().load(SMALL, Effort.QUICK, told::add);
      assertThat(told).last().isEqualTo("The demo company is ready.");
      admin = signIn(server, server.firstSecret().orElseThrow());
      job = longDesign(admin);
    }

    told.clear();
    try (RunningServer server = start(folder)) {
      server.demo().load(SMALL, Effort.QUICK, told::add);
      assertThat(told).containsExactly("The demo company is ready.");
      assertThat(server.firstSecret()).as("a password was set").isEmpty();

      Api again = Api.signedIn(server.address(), "admin", TestServer.PASSWORD);
      again.delete("/jobs/" + job);
      JsonNode ended = again.follow(job);
      assertThat(ended.get("id").asString()).isEqualTo(job);
      assertThat(ended.get("finishedAt").isNull()).as(ended.toString()).isFalse();
    }
  }

  private static String longDesign(Api admin) {
    JsonNode plan = admin.get("/plans").json().get("items").get(0);
    String today = plan.get("todayScenarioId").asString();
    JsonNode job =
        admin.post("/scenarios/" + today + "/design", Map.of("effort", "thorough")).json();
    return job.get("id").asString();
  }

  @Test
  void the_first_secret_is_made_anew_until_a_password_is_set(@TempDir Path folder) {
    String first;
    try (RunningServer server = start(folder)) {
      first = server.firstSecret().orElseThrow();
    }
    try (RunningServer server = start(folder)) {
      String second = server.firstSecret().orElseThrow();
      assertThat(Api.browser(server.address()).signIn("admin", first).status()).isEqualTo(401);
      assertThat(Api.browser(server.address()).signIn("admin", second).status()).isEqualTo(200);
    }
  }

  @Test
  void a_session_outlives_a_restart_of_the_server(@TempDir Path folder) {
    Api admin;
    try (RunningServer server = start(folder)) {
      admin = signIn(server, server.firstSecret().orElseThrow());
    }
    try (RunningServer server = start(folder)) {
      assertThat(admin.at(server.address()).get("/session").status()).isEqualTo(200);
      assertThat(Api.browser(server.address()).get("/session").code()).isEqualTo("NOT_SIGNED_IN");
    }
  }

  @Test
  void a_busy_port_is_told_in_a_sentence(@TempDir Path folder) throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ServerOptions options =
          ServerOptions.inFolder(folder, Clock.systemUTC()).withPort(taken.getLocalPort());

      assertThatThrownBy(() -> BailiwickServer.start(options))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("SERVER_PORT_BUSY")
          .hasMessageContaining(String.valueOf(taken.getLocalPort()));
    }
  }

  private static RunningServer start(Path folder) {
    return BailiwickServer.start(ServerOptions.inFolder(folder, Clock.systemUTC()).withPort(0));
  }

  private static Api signIn(RunningServer server, String secret) {
    Api admin = Api.signedIn(server.address(), "admin", secret);
    admin.put(
        "/session/password", Map.of("currentPassword", secret, "newPassword", TestServer.PASSWORD));
    return admin;
  }
}
