package bailiwick.intake.crm;

import bailiwick.core.problem.ProblemException;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * Where a CRM is and what of it is exchanged. Immutable.
 *
 * @param name of the connection, shown in problems
 * @param address of the API: the company's own domain at Salesforce
 * @param territoryField of the account that holds the territory's name; empty when none does
 */
public record CrmSettings(CrmSystem system, String name, URI address, String territoryField) {

  private static final Pattern FIELD = Pattern.compile("|[A-Za-z][A-Za-z0-9_]{0,99}");

  /**
   * Checks them.
   *
   * @throws ProblemException when the address is not one to send secrets to, or the field no name
   */
  public CrmSettings {
    if (!isSafe(address)) {
      throw ProblemException.of(new CrmProblem.BadAddress(name, address.toString()));
    }
    if (!FIELD.matcher(territoryField).matches()) {
      throw ProblemException.of(new CrmProblem.BadField(name, territoryField));
    }
  }

  /**
   * Whether an address may be one for secrets: encrypted, or this very machine. Where in the world
   * it lies is judged by {@link CrmNetwork}.
   */
  static boolean isSafe(URI address) {
    String host = address.getHost();
    if (host == null || address.getUserInfo() != null) {
      return false;
    }
    return "https".equalsIgnoreCase(address.getScheme())
        || ("http".equalsIgnoreCase(address.getScheme())
            && (host.equals("127.0.0.1") || host.equals("localhost")));
  }
}
