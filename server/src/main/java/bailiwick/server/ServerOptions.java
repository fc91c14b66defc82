package bailiwick.server;

import bailiwick.intake.crm.CrmNetwork;
import bailiwick.store.StoreConfig;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

/**
 * How to start the server. Immutable.
 *
 * @param store where the data is kept
 * @param folder for uploads and installed countries ({@code atlas} inside it); made when missing
 * @param host address to listen on; the loopback address unless the operator means otherwise
 * @param port to listen on, 0 for any free one
 * @param clock for every instant
 * @param random for secrets and ids
 * @param crmNetwork where connections to CRMs may lead; the public internet unless the operator
 *     means otherwise
 */
public record ServerOptions(
    StoreConfig store,
    Path folder,
    String host,
    int port,
    Clock clock,
    SecureRandom random,
    CrmNetwork crmNetwork) {

  /** The address that only programs of this machine reach. */
  public static final String LOOPBACK = "127.0.0.1";

  /** The port when none is named. */
  public static final int DEFAULT_PORT = 8080;

  /** On the embedded store in a data folder, for this machine only. */
  public static ServerOptions inFolder(Path folder, Clock clock) {
    return new ServerOptions(
        StoreConfig.folder(folder.resolve("store")),
        folder,
        LOOPBACK,
        DEFAULT_PORT,
        clock,
        new SecureRandom(),
        CrmNetwork.PUBLIC);
  }

  /** The same on another port. */
  public ServerOptions withPort(int other) {
    return new ServerOptions(store, folder, host, other, clock, random, crmNetwork);
  }

  /** The same with CRMs in another network. */
  public ServerOptions withCrmNetwork(CrmNetwork other) {
    return new ServerOptions(store, folder, host, port, clock, random, other);
  }
}
