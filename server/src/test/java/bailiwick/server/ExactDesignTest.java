package bailiwick.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
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
      JsonNode designed = FrenchCompany.designed(admin, FrenchCompany.blank(admin));
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
}
