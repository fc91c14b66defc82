package bailiwick.store.embedded;

import bailiwick.core.problem.ProblemException;
import java.nio.file.Path;

/**
 * A PostgreSQL server of our own in a data folder, durable and closed to others: checksums, fsync,
 * SCRAM passwords, loopback only. One object owns the folder until it is closed. Thread-safe.
 */
public final class EmbeddedPostgres implements AutoCloseable {

  /**
   * Starts the server, making the folder and its cluster when missing. A server left over by a
   * killed process is stopped first.
   *
   * @param folder holds binaries, cluster, password and log
   * @param port to listen on, 0 for any free one
   * @throws ProblemException with a {@code STORE_…} problem when it cannot start
   */
  public static EmbeddedPostgres start(Path folder, int port) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** JDBC address of the database. */
  public String jdbcUrl() {
    throw new UnsupportedOperationException("Being written.");
  }

  /** User to sign in as. */
  public String username() {
    throw new UnsupportedOperationException("Being written.");
  }

  /** Password of the user. */
  public String password() {
    throw new UnsupportedOperationException("Being written.");
  }

  /** The port it listens on. */
  public int port() {
    throw new UnsupportedOperationException("Being written.");
  }

  /** Stops the server, waiting for a clean end. */
  @Override
  public void close() {
    throw new UnsupportedOperationException("Being written.");
  }
}
