package bailiwick.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bailiwick.core.problem.ProblemException;
import bailiwick.store.Store;
import bailiwick.store.StoreConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One folder's life, told in few tests because every start of a fresh server costs seconds. */
class EmbeddedPostgresTest {

  @TempDir Path folder;

  private static void assertRefused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.problems().get(0).code()).isEqualTo(code));
  }

  private static String ask(EmbeddedPostgres server, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(server.jdbcUrl(), server.username(), server.password());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  @Test
  void a_server_is_durable_closed_to_others_and_keeps_its_data() throws Exception {
    Path data = folder.resolve("not yet there");
    try (EmbeddedPostgres server = EmbeddedPostgres.start(data, 0)) {
      assertThat(ask(server, "SHOW fsync")).isEqualTo("on");
      assertThat(ask(server, "SHOW data_checksums")).isEqualTo("on");
      assertThat(ask(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(ask(server, "SHOW unix_socket_directories")).isEmpty();
      assertThat(ask(server, "SELECT lower('ÄÉ')")).isEqualTo("äé");
      assertThatThrownBy(
              () -> DriverManager.getConnection(server.jdbcUrl(), server.username(), "guess"))
          .hasMessageContaining("password authentication failed");
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(data.resolve("password"))))
          .isEqualTo("rw-------");
      assertRefused("STORE_FOLDER_IN_USE", () -> EmbeddedPostgres.start(data, 0));
      ask(server, "SELECT 1 FROM (SELECT set_config('x.y', 'z', false)) AS s");
      try (Connection connection =
              DriverManager.getConnection(server.jdbcUrl(), server.username(), server.password());
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE kept AS SELECT 42 AS answer");
      }
    }
    try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertRefused("STORE_PORT_BUSY", () -> EmbeddedPostgres.start(data, busy.getLocalPort()));
    }
    // A cluster of another major version is named as such before PostgreSQL gets to see it.
    try (EmbeddedPostgres server = EmbeddedPostgres.start(data, 0)) {
      assertThat(ask(server, "SELECT answer FROM kept")).isEqualTo("42");
    }
    Files.writeString(data.resolve("cluster/PG_VERSION"), "17\n");
    assertRefused("STORE_CANNOT_START", () -> EmbeddedPostgres.start(data, 0));
  }

  @Test
  void a_server_left_by_a_killed_process_is_stopped_and_its_commits_are_there() throws Exception {
    Process holder = startHolder();
    String line = holder.inputReader().readLine();
    assertThat(line).startsWith("ready");
    assertRefused("STORE_FOLDER_IN_USE", () -> EmbeddedPostgres.start(folder, 0));
    Path pidFile = folder.resolve("cluster/postmaster.pid");
    String postmaster = Files.readAllLines(pidFile).get(0);

    holder.destroyForcibly().waitFor();
    assertThat(commandLine(postmaster)).contains(folder.toString());

    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, 0)) {
      assertThat(ask(server, "SELECT answer FROM kept")).isEqualTo("42");
      assertThat(commandLine(postmaster)).isEmpty();
    }
  }

  /** Empty for a process that is gone, or dead and only waits to be counted. */
  private static String commandLine(String pid) throws IOException {
    Path file = Path.of("/proc", pid, "cmdline");
    return Files.exists(file) ? Files.readString(file) : "";
  }

  /** Another Java process that opens the folder and holds it until it is killed. */
  private Process startHolder() throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                folder.toString()))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Main class of {@link #startHolder}. */
  static final class Holder {
    public static void main(String[] arguments) throws Exception {
      EmbeddedPostgres server = EmbeddedPostgres.start(Path.of(arguments[0]), 0);
      try (Connection connection =
              DriverManager.getConnection(server.jdbcUrl(), server.username(), server.password());
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE kept AS SELECT 42 AS answer");
      }
      new java.io.PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true)
          .println("ready");
      Thread.currentThread().join();
    }
  }

  @Test
  void a_folder_that_is_a_file_is_refused() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertRefused("STORE_FOLDER_UNUSABLE", () -> EmbeddedPostgres.start(file, 0));
  }

  @Test
  void a_full_disk_is_refused_before_anything_is_written() throws IOException {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    boolean mounted =
        Command.succeeds(
            List.of("mount", "-t", "tmpfs", "-o", "size=32m", "none", disk.toString()));
    assumeTrue(mounted, "only root can make a small disk; the next test holds the rule itself");
    try {
      assertRefused("STORE_DISK_FULL", () -> EmbeddedPostgres.start(disk.resolve("data"), 0));
    } finally {
      Command.run(List.of("umount", disk.toString()));
    }
  }

  @Test
  void too_little_room_is_named_with_both_numbers() {
    assertThatThrownBy(() -> Folders.requireRoom(folder, Long.MAX_VALUE))
        .hasMessageContaining("MB free")
        .hasMessageContaining("STORE_DISK_FULL");
  }

  @Test
  void an_external_server_that_does_not_answer_is_named_without_its_secrets() {
    StoreConfig nobody =
        new StoreConfig.External("jdbc:postgresql://127.0.0.1:1/x?password=hush", "me", "hush");

    assertThatThrownBy(() -> Store.open(nobody, Clock.systemUTC(), new SplittableRandom(1)))
        .hasMessageContaining("STORE_CANNOT_CONNECT")
        .hasMessageNotContaining("hush");
    assertThat(nobody.toString()).doesNotContain("password=hush, hush");
  }
}
