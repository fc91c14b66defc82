package bailiwick.server.folder;

import java.nio.file.Path;

/**
 * Where the server keeps what is not in the database.
 *
 * @param path made when missing
 */
public record DataFolder(Path path) {

  /** Countries that were added to the packaged atlas. */
  public Path atlas() {
    return path.resolve("atlas");
  }

  /** Files that wait to be loaded. */
  public Path uploads() {
    return path.resolve("uploads");
  }

  /** Sessions that wait for the next start. */
  public Path sessions() {
    return path.resolve("sessions");
  }

  /** The key that the secrets of connections are encrypted by. */
  public Path secretKey() {
    return path.resolve("secret.key");
  }

  /** The generated files of the demo company. */
  public Path demo() {
    return path.resolve("demo");
  }
}
