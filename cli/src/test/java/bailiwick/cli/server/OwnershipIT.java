package bailiwick.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * How ownership is looked at, excepted, taken back and limited, in a real browser on a real server.
 */
class OwnershipIT {

  @TempDir Path folder;

  @Test
  @Timeout(900)
  void ownership_is_looked_at_in_two_times_excepted_and_taken_back()
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
                  "target/screenshots",
                  "ownership")
              .inheritIO()
              .start();
      assertThat(browser.waitFor()).describedAs("exit code of the browser tests").isZero();
    }
  }
}
