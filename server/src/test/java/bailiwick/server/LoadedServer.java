package bailiwick.server;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.intake.crm.CrmNetwork;
import bailiwick.server.Api.Answer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A real server of one test class, in a folder of its own, with the test company loaded. */
final class LoadedServer implements AutoCloseable {

  private final RunningServer server;
  private final Api admin;

  private LoadedServer(RunningServer server) {
    this.server = server;
    this.admin = Api.administrator(server);
  }

  static LoadedServer start(Path folder) {
    var started =
        new LoadedServer(
            BailiwickServer.start(
                ServerOptions.inFolder(folder, Clock.systemUTC())
                    .withPort(0)
                    .withCrmNetwork(CrmNetwork.LOOPBACK)));
    started.succeed("representatives", TestCompany.representatives());
    started.succeed("accounts", TestCompany.accounts());
    return started;
  }

  Api admin() {
    return admin;
  }

  URI address() {
    return server.address();
  }

  /** The job that loaded a file, ended. */
  JsonNode load(String address, String csv) {
    Answer job = admin.upload("/imports/" + address, "file.csv", csv);
    assertThat(job.status()).as(job.text()).isEqualTo(202);
    return admin.follow(job.json().get("id").asString());
  }

  void succeed(String address, String csv) {
    JsonNode ended = load(address, csv);
    assertThat(ended.get("state").asString()).as(ended.toString()).isEqualTo("SUCCEEDED");
  }

  /** Id of a new plan of two years from a day on. */
  String plan(String name, LocalDate first, String unitKind) {
    Answer made =
        admin.post(
            "/plans",
            Map.of(
                "name",
                name,
                "from",
                first.toString(),
                "to",
                first.plusYears(2).toString(),
                "country",
                "US",
                "unitKind",
                unitKind));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made.json().get("id").asString();
  }

  /** Id of a plan's scenario of today. */
  String today(String plan) {
    Answer made =
        admin.post("/plans/" + plan + "/scenarios", Map.of("name", "Today", "source", "TODAY"));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made.json().get("id").asString();
  }

  @Override
  public void close() {
    server.stop();
  }
}
