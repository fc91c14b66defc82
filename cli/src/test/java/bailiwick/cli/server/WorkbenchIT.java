package bailiwick.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a first-time planner does, in a real browser on a real server with a small demo company. */
class WorkbenchIT {

  @TempDir Path folder;

  @Test
  @Timeout(900)
  void a_first_time_planner_gets_from_sign_in_to_a_routed_lead()
      throws IOException, InterruptedException {
    try (ServerProcess server =
        ServerProcess.start(
            folder,
            "demo",
            "--accounts=1500",
            "--territories=8",
            "--port=0",
            "--no-open",
            "--json",
            "--data=" + folder.resolve("data"))) {
      ServerProcess.Facts facts = server.awaitReady();
      Process browser =
          new ProcessBuilder(
                  "node",
                  "../web/e2e/run.mjs",
                  facts.address(),
                  facts.user(),
                  facts.secret(),
                  "target/screenshots")
              .inheritIO()
              .start();
      assertThat(browser.waitFor()).describedAs("exit code of the browser tests").isZero();
    }
  }
}
