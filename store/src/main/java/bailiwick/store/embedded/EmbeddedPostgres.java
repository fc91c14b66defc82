package bailiwick.store.embedded;

import bailiwick.core.problem.ProblemException;
import bailiwick.store.database.StoreProblem;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A PostgreSQL server of our own in a data folder, durable and closed to others: checksums, fsync,
 * SCRAM passwords, loopback only. One object owns the folder until it is closed. Thread-safe.
 *
 * <p>The server is a process of its own. It outlives a Java process that is killed by force; the
 * next start on the folder stops it first.
 */
public final class EmbeddedPostgres implements AutoCloseable {

  private final FolderLock lock;
  private final Cluster cluster;
  private final String password;
  private final int port;
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedPostgres(FolderLock lock, Cluster cluster, String password, int port) {
    this.lock = lock;
    this.cluster = cluster;
    this.password = password;
    this.port = port;
  }

  /**
   * Starts the server, making the folder and its cluster when missing. A server left over by a
   * killed process is stopped first.
   *
   * @param folder holds programs, cluster, password and log
   * @param port to listen on, 0 for any free one
   * @throws ProblemException with a {@code STORE_…} problem when it cannot start
   */
  public static EmbeddedPostgres start(Path folder, int port) {
    Path home = folder.toAbsolutePath().normalize();
    Folders.requireWritable(home);
    try {
      FolderLock lock = FolderLock.take(home);
      try {
        return startLocked(home, port, lock);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw ProblemException.of(new StoreProblem.CannotStart(home.toString(), Folders.reason(e)));
    }
  }

  /**
   * How to reach a server that another process runs on a folder.
   *
   * @param jdbcUrl address of the database
   */
  public record Running(String jdbcUrl, String username, String password) {

    @Override
    public String toString() {
      return "Running[" + jdbcUrl + ", " + username + "]";
    }
  }

  /**
   * The server that another process runs on a folder, empty when nobody holds the folder.
   *
   * @throws ProblemException with {@code STORE_FOLDER_IN_USE} when the holder's server does not
   *     listen yet, or no more
   */
  public static Optional<Running> findRunning(Path folder) {
    Path home = folder.toAbsolutePath().normalize();
    if (!Cluster.existsIn(home)) {
      return Optional.empty();
    }
    try {
      return FolderLock.isHeld(home) ? Optional.of(running(home)) : Optional.empty();
    } catch (IOException e) {
      throw ProblemException.of(new StoreProblem.CannotStart(home.toString(), Folders.reason(e)));
    }
  }

  private static Running running(Path folder) throws IOException {
    OptionalInt port = Cluster.findPort(folder);
    if (port.isEmpty()) {
      throw FolderLock.inUse(folder);
    }
    return new Running(jdbcUrl(port.getAsInt()), Cluster.USER, Cluster.passwordIn(folder));
  }

  private static EmbeddedPostgres startLocked(Path folder, int port, FolderLock lock)
      throws IOException {
    Folders.requireRoom(
        folder, Cluster.existsIn(folder) ? Folders.LATER_START_BYTES : Folders.FIRST_START_BYTES);
    Cluster cluster = new Cluster(folder, Binaries.unpackedIn(folder), RunAs.find(folder));
    cluster.stopLeftover();
    cluster.createIfMissing();
    int freePort = requireFree(port);
    cluster.start(freePort);
    return new EmbeddedPostgres(lock, cluster, cluster.password(), freePort);
  }

  private static int requireFree(int port) throws IOException {
    try (ServerSocket probe = new ServerSocket()) {
      // A port in the kernel's waiting state after a stop is free for a listener.
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return probe.getLocalPort();
    } catch (BindException e) {
      throw ProblemException.of(new StoreProblem.PortBusy(port));
    }
  }

  /** JDBC address of the database. */
  public String jdbcUrl() {
    return jdbcUrl(port);
  }

  private static String jdbcUrl(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + Cluster.DATABASE;
  }

  /** User to sign in as. */
  public String username() {
    return Cluster.USER;
  }

  /** Password of the user. */
  public String password() {
    return password;
  }

  /** The port it listens on. */
  public int port() {
    return port;
  }

  /** Stops the server, waiting for a clean end; a second call does nothing. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    try (lock) {
      cluster.stop();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
