package bailiwick.intake.crm;

import bailiwick.core.problem.ProblemException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * Where CRMs are looked for. Whoever may name an address must not make this machine call its own
 * neighbours (server-side request forgery), so that addresses of private networks are refused
 * unless the operator of the server allows them. Names are looked up before each call, since they
 * may come to mean another machine.
 *
 * <p>Source: OWASP, <em>Server-Side Request Forgery Prevention Cheat Sheet</em>; the special ranges
 * are those of RFC 6890, RFC 4193 and RFC 6598. Known limits: a name that changes its meaning
 * between this look and the call is only kept in check by Java's cache of names (30 s); with a
 * proxy, names that only the proxy knows are not judged.
 */
public enum CrmNetwork {
  /** The public internet, encrypted. */
  PUBLIC,
  /** Private and link-local networks, too, encrypted: a gateway of the company's own. */
  PRIVATE,
  /** This very machine, too, encrypted or not: for tests. */
  LOOPBACK;

  /**
   * Requires an address that calls and secrets may go to.
   *
   * @param connection name of the connection, for the problem
   * @throws ProblemException with {@code CRM_BAD_ADDRESS} when it is not encrypted, or {@code
   *     CRM_PRIVATE_ADDRESS} when it lies in a network where no CRM is looked for
   */
  public void require(String connection, URI address) {
    if (!CrmSettings.isSafe(address)
        || (this != LOOPBACK && !"https".equalsIgnoreCase(address.getScheme()))) {
      throw ProblemException.of(new CrmProblem.BadAddress(connection, address.toString()));
    }
    for (InetAddress meant : meantBy(address.getHost())) {
      if (!allows(meant)) {
        throw ProblemException.of(new CrmProblem.PrivateAddress(connection, address.getHost()));
      }
    }
  }

  /** What a name means; nothing when nobody knows it, which the call will tell. */
  private static InetAddress[] meantBy(String host) {
    try {
      return InetAddress.getAllByName(host);
    } catch (UnknownHostException unknown) {
      return new InetAddress[0];
    }
  }

  private boolean allows(InetAddress meant) {
    return switch (this) {
      case PUBLIC -> !isOfThisMachine(meant) && !isPrivate(meant);
      case PRIVATE -> !isOfThisMachine(meant);
      case LOOPBACK -> true;
    };
  }

  private static boolean isOfThisMachine(InetAddress meant) {
    return meant.isLoopbackAddress() || meant.isAnyLocalAddress();
  }

  private static boolean isPrivate(InetAddress meant) {
    if (meant.isSiteLocalAddress() || meant.isLinkLocalAddress() || meant.isMulticastAddress()) {
      return true;
    }
    int first = meant.getAddress()[0] & 0xFF;
    int second = meant.getAddress()[1] & 0xFF;
    return meant instanceof Inet4Address
        ? first == 0 || first >= 240 || (first == 100 && second >= 64 && second < 128)
        : (first & 0xFE) == 0xFC; // unique local addresses, fc00::/7
  }
}
