package bailiwick.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bailiwick.server.Api.Answer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ExactDesignTest {

  @TempDir Path folder;

  @Test
  void a_small_design_is_proved_and_its_solver_ends_with_the_server() throws Exception {
    List<ProcessHandle> workers;
    try (RunningServer server =
        BailiwickServer.start(ServerOptions.inFolder(folder, Clock.systemUTC()).withPort(0))) {
      Api admin = Api.administrator(server);
      JsonNode designed = designOfDepartments(admin);
      workers = workers();

      JsonNode origin = designed.get("origin");
      assertThat(origin.get("exactWork").asDouble()).isPositive();
      double objective = origin.get("objective").asDouble();
      assertThat(origin.get("objectiveBound").asDouble())
          .isCloseTo(objective, within(1e-9 * objective));
      assertThat(workers).hasSize(1);
    }

    CompletableFuture.allOf(
            workers.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
        .get(10, TimeUnit.SECONDS);
    assertThat(workers()).isEmpty();
  }

  private static List<ProcessHandle> workers() {
    return ProcessHandle.current()
        .descendants()
        .filter(
            process -> process.info().commandLine().orElse("").contains("bailiwick.exact.Worker"))
        .toList();
  }

  /** The scenario that a design over the French departments made. */
  private static JsonNode designOfDepartments(Api admin) {
    admin.follow(
        made(202, admin.upload("/imports/accounts", "accounts.csv", accounts())).asString());
    String plan =
        made(
                201,
                admin.post(
                    "/plans",
                    Map.of(
                        "name",
                        "France",
                        "from",
                        "2027-01-01",
                        "to",
                        "2028-01-01",
                        "country",
                        "FR",
                        "unitKind",
                        "COUNTY")))
            .asString();
    String blank =
        made(
                201,
                admin.post(
                    "/plans/" + plan + "/scenarios",
                    Map.of("name", "Blank", "source", "EMPTY", "territories", 3)))
            .asString();
    JsonNode job =
        made(
            202,
            admin.post(
                "/scenarios/" + blank + "/design",
                Map.of(
                    "measures",
                    List.of(Map.of("measure", "potential", "tolerance", 0.1)),
                    "contiguous",
                    false)));
    JsonNode ended = admin.follow(job.asString());
    assertThat(ended.get("state").asString()).as(ended.toString()).isEqualTo("SUCCEEDED");
    return admin.get("/scenarios/" + ended.get("resultScenarioId").asString()).json();
  }

  private static JsonNode made(int status, Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    return answer.json().get("id");
  }

  /** Potential in the prefectures of 60 departments, all different. */
  private static String accounts() {
    StringBuilder csv = new StringBuilder("id,name,postcode,country,potential\n");
    for (int department = 1; department <= 95; department++) {
      csv.append(
          "%s,Compte %s,%02d000,FR,%s\n"
              .formatted(department, department, department, 1000 + 37 * (department * 7 % 60)));
    }
    return csv.toString();
  }
}
