package bailiwick.cli.server;

import bailiwick.cli.store.StoreOption;
import bailiwick.cli.terminal.CommandProblem;
import bailiwick.core.problem.ProblemException;
import bailiwick.intake.crm.CrmNetwork;
import bailiwick.server.ServerOptions;
import bailiwick.server.problem.ServerProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a server: where it listens and where it keeps its data. */
final class ServeOptions {

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port to listen on; 0 takes any free one (default: ${DEFAULT-VALUE}).")
  private int port = ServerOptions.DEFAULT_PORT;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "Address to listen on (default: ${DEFAULT-VALUE}).")
  private String host = ServerOptions.LOOPBACK;

  @Option(
      names = "--allow-remote",
      description = "Mean it when --host opens the server to other machines.")
  private boolean allowRemote;

  @Option(
      names = "--crm-network",
      paramLabel = "NETWORK",
      description = {
        "Where connections to CRMs may lead (default: ${DEFAULT-VALUE}): PUBLIC internet,",
        "PRIVATE networks too, or, for tests, LOOPBACK: this machine, unencrypted."
      })
  private CrmNetwork crmNetwork = CrmNetwork.PUBLIC;

  @Mixin private StoreOption store;

  /**
   * How to start the server on a data folder.
   *
   * @param folderName folder inside the standard one that holds the data when nobody says where;
   *     empty for the standard one itself
   * @throws ProblemException when the address would open the server and nobody said so
   */
  ServerOptions toServer(String folderName, Clock clock) {
    requireLoopback();
    requireFreePort();
    Path folder =
        (folderName.isEmpty() ? store.folder() : store.folderOr(folderName)).toAbsolutePath();
    return new ServerOptions(
        store.config(folder), folder, host, port, clock, new SecureRandom(), crmNetwork);
  }

  /** Asked before the store starts, so that the answer comes at once. */
  private void requireFreePort() {
    if (port == 0) {
      return;
    }
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(host, port));
    } catch (BindException e) {
      throw ProblemException.of(new ServerProblem.PortBusy(host, port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void requireLoopback() {
    if (allowRemote) {
      return;
    }
    try {
      if (!InetAddress.getByName(host).isLoopbackAddress()) {
        throw ProblemException.of(new CommandProblem.HostNotLocal(host));
      }
    } catch (UnknownHostException e) {
      throw ProblemException.of(new CommandProblem.HostNotLocal(host));
    }
  }
}
