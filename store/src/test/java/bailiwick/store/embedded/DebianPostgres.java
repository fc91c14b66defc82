package bailiwick.store.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The distribution's own PostgreSQL 15, the oldest we support, in a temporary folder. Installed
 * when missing and when we may; the tests on it are never skipped.
 */
public final class DebianPostgres implements AutoCloseable {

  private static final Path PROGRAMS =
      Path.of(System.getProperty("bailiwick.postgres15", "/usr/lib/postgresql/15/bin"));

  private final Path folder;
  private final int port;

  private DebianPostgres(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  public static DebianPostgres start() {
    try {
      installIfMissing();
      DebianPostgres server =
          new DebianPostgres(Files.createTempDirectory("bailiwick-debian"), freePort());
      server.startUp();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void installIfMissing() throws IOException {
    if (Files.isExecutable(PROGRAMS.resolve("initdb"))) {
      return;
    }
    Command.run(List.of("apt-get", "-q", "update"));
    Command installed =
        Command.run(
            List.of(
                "env",
                "DEBIAN_FRONTEND=noninteractive",
                "apt-get",
                "install",
                "-y",
                "--no-install-recommends",
                "postgresql-15"));
    if (!Files.isExecutable(PROGRAMS.resolve("initdb"))) {
      throw new AssertionError(
          "The contract tests need PostgreSQL 15 in "
              + PROGRAMS
              + ": install Debian's package postgresql-15, or name another folder with"
              + " -Dbailiwick.postgres15=… (apt-get said: "
              + installed.lastLine()
              + ")");
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  private void startUp() throws IOException {
    RunAs runAs = RunAs.find(folder);
    Path password = Files.writeString(folder.resolve("password"), "contract\n");
    for (List<String> command : runAs.handOver(folder)) {
      require(Command.run(command));
    }
    require(
        run(
            runAs,
            "initdb",
            "--pgdata=" + cluster(),
            "--username=contract",
            "--pwfile=" + password,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--no-sync"));
    // Nothing here outlives the tests, so it need not survive a power cut.
    String options =
        "-p %s -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c jit=off"
            .formatted(port);
    require(
        run(
            runAs,
            "pg_ctl",
            "start",
            "--pgdata=" + cluster(),
            "--log=" + folder.resolve("log"),
            "--wait",
            "--silent",
            "--options=" + options));
  }

  private Path cluster() {
    return folder.resolve("cluster");
  }

  private static Command run(RunAs runAs, String program, String... options) throws IOException {
    List<String> words = new ArrayList<>(runAs.prefix());
    words.add(PROGRAMS.resolve(program).toString());
    words.addAll(List.of(options));
    return Command.run(words);
  }

  private static void require(Command command) {
    if (!command.succeeded()) {
      throw new AssertionError(command.output());
    }
  }

  /** JDBC address of a database of this server. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  @Override
  public void close() {
    try {
      require(
          run(
              RunAs.find(folder),
              "pg_ctl",
              "stop",
              "--pgdata=" + cluster(),
              "--mode=immediate",
              "--silent"));
      Folders.deleteTree(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
