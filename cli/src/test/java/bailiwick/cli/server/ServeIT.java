package bailiwick.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server as operators meet it: started, stopped, killed, started twice, started wrongly. */
@Timeout(600)
class ServeIT {

  private static final int PROBLEMS = 1;

  @TempDir Path folder;

  @Test
  void a_killed_server_opens_again_and_a_stopped_one_leaves_nothing_running() throws Exception {
    try (ServerProcess first = serve()) {
      assertThat(health(first.awaitReady())).isEqualTo(200);
      first.kill();
      first.awaitEnd();
    }
    try (ServerProcess second = serve()) {
      ServerProcess.Facts facts = second.awaitReady();
      assertThat(health(facts)).isEqualTo(200);
      second.stop();
      second.awaitEnd();
      assertThat(second.errors()).contains("Stopped.");
    }
    assertThat(processesOf(folder)).isZero();
  }

  @Test
  void a_second_server_on_the_same_folder_is_refused_in_one_sentence() throws Exception {
    try (ServerProcess first = serve()) {
      ServerProcess.Facts facts = first.awaitReady();
      try (ServerProcess second =
          ServerProcess.start(folder, "serve", "--port=0", "--data=" + folder.resolve("data"))) {
        assertThat(second.awaitEnd()).isEqualTo(PROBLEMS);
        assertThat(second.errors()).contains("STORE_FOLDER_IN_USE").doesNotContain("\tat ");
      }
      assertThat(health(facts)).isEqualTo(200);
    }
  }

  @Test
  void a_busy_port_is_told_in_one_sentence() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ServerProcess server =
            ServerProcess.start(
                folder,
                "serve",
                "--port=" + taken.getLocalPort(),
                "--data=" + folder.resolve("data"))) {
      assertThat(server.awaitEnd()).isEqualTo(PROBLEMS);
      assertThat(server.errors()).contains("SERVER_PORT_BUSY").doesNotContain("\tat ");
    }
  }

  @Test
  void opening_to_other_machines_must_be_meant() throws Exception {
    try (ServerProcess server = ServerProcess.start(folder, "serve", "--host=0.0.0.0")) {
      assertThat(server.awaitEnd()).isEqualTo(PROBLEMS);
      assertThat(server.errors()).contains("CLI_HOST_NOT_LOCAL", "--allow-remote");
    }
  }

  private ServerProcess serve() throws IOException {
    return ServerProcess.start(
        folder, "serve", "--port=0", "--json", "--data=" + folder.resolve("data"));
  }

  private static int health(ServerProcess.Facts facts) throws IOException, InterruptedException {
    URI address = URI.create(facts.address()).resolve("api/v1/health");
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }
  }

  private static long processesOf(Path folder) {
    return ProcessHandle.allProcesses()
        .filter(each -> each.info().commandLine().orElse("").contains(folder.toString()))
        .count();
  }
}
