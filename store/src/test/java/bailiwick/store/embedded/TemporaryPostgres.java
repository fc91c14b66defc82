package bailiwick.store.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An embedded server in a temporary folder, for the length of a test run. */
public final class TemporaryPostgres implements AutoCloseable {

  private final Path folder;
  private final EmbeddedPostgres server;

  private TemporaryPostgres(Path folder) {
    this.folder = folder;
    this.server = EmbeddedPostgres.start(folder, 0);
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
    server.close();
    try {
      Folders.deleteTree(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
