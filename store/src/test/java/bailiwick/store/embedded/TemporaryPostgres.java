package bailiwick.store.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * An embedded server in a temporary folder, for the length of a test run. It spares the disk, since
 * nothing here is to outlive the run; tests of durability start servers of their own.
 */
public final class TemporaryPostgres implements AutoCloseable {

  private final Path folder;
  private final EmbeddedPostgres server;

  private TemporaryPostgres(Path folder) {
    this.folder = folder;
    this.server = EmbeddedPostgres.start(folder, 0);
    try (Connection connection =
            DriverManager.getConnection(server.jdbcUrl(), server.username(), server.password());
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER SYSTEM SET fsync = off");
      statement.execute("SELECT pg_reload_conf()");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  public static TemporaryPostgres start() {
    try {
      return new TemporaryPostgres(Files.createTempDirectory("bailiwick-embedded"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public EmbeddedPostgres server() {
    return server;
  }

  @Override
  public void close() {
    try {
      stopWithoutCheckpoint();
      server.close();
      Folders.deleteTree(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void stopWithoutCheckpoint() throws IOException {
    List<String> words = new ArrayList<>(RunAs.find(folder).prefix());
    words.add(Binaries.unpackedIn(folder).program("pg_ctl"));
    words.addAll(List.of("stop", "--pgdata=" + folder.resolve("cluster"), "--mode=immediate"));
    Command.run(words);
  }
}
