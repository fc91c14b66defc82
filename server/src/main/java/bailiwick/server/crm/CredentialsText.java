package bailiwick.server.crm;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.intake.crm.CrmCredentials;
import bailiwick.intake.crm.CrmSystem;
import bailiwick.server.crm.ConnectionWire.Credentials;
import bailiwick.server.problem.ServerProblem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads credentials as people enter them. */
final class CredentialsText {

  private final Credentials given;
  private final List<Problem> problems = new ArrayList<>();

  private CredentialsText(Credentials given) {
    this.given = given;
  }

  /**
   * The way to sign in that fits what was entered.
   *
   * @throws ProblemException naming what is missing
   */
  static CrmCredentials read(CrmSystem system, Credentials given) {
    CredentialsText text = new CredentialsText(given);
    CrmCredentials read =
        switch (system) {
          case HUBSPOT -> new CrmCredentials.AccessToken(text.sendable(given.token(), "token"));
          case SALESFORCE -> text.salesforce();
        };
    if (!text.problems.isEmpty()) {
      throw new ProblemException(text.problems);
    }
    return read;
  }

  private CrmCredentials salesforce() {
    String id = need(given.clientId(), "clientId");
    if (has(given.privateKey())) {
      return new CrmCredentials.SignedToken(
          id, need(given.username(), "username"), need(given.privateKey(), "privateKey"));
    }
    if (has(given.refreshToken())) {
      // Whether it asks for its secret, too, is a setting of the app.
      String secret = has(given.clientSecret()) ? need(given.clientSecret(), "clientSecret") : "";
      return new CrmCredentials.RefreshToken(
          id, secret, need(given.refreshToken(), "refreshToken"));
    }
    return new CrmCredentials.ClientSecret(id, need(given.clientSecret(), "clientSecret"));
  }

  private static boolean has(@Nullable String text) {
    return text != null && !text.isBlank();
  }

  private String need(@Nullable String text, String name) {
    if (text == null || text.isBlank()) {
      problems.add(new ServerProblem.Field("/credentials/" + name, "is needed"));
      return "";
    }
    return text.strip();
  }

  /** Some text that goes over the wire as it is. */
  private String sendable(@Nullable String text, String name) {
    String needed = need(text, name);
    if (!needed.chars().allMatch(c -> c > ' ' && c <= '~')) {
      problems.add(
          new ServerProblem.Field(
              "/credentials/" + name, "holds a blank, a line break or a letter that no token has"));
    }
    return needed;
  }

  /** The fields of credentials that were read before. */
  static Credentials of(CrmCredentials credentials) {
    return switch (credentials) {
      case CrmCredentials.ClientSecret app ->
          new Credentials(app.clientId(), app.clientSecret(), null, null, null, null);
      case CrmCredentials.RefreshToken granted ->
          new Credentials(
              granted.clientId(), granted.clientSecret(), granted.refreshToken(), null, null, null);
      case CrmCredentials.SignedToken signed ->
          new Credentials(
              signed.clientId(), null, null, signed.username(), signed.privateKey(), null);
      case CrmCredentials.AccessToken fixed ->
          new Credentials(null, null, null, null, null, fixed.token());
    };
  }
}
