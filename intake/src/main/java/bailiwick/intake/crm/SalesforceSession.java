package bailiwick.intake.crm;

import bailiwick.core.problem.ProblemException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gets tokens of Salesforce by OAuth 2.0 and keeps the one in force. Not thread-safe.
 *
 * <p>Source: Salesforce Help, <em>OAuth 2.0 Client Credentials Flow</em>, <em>Refresh Token
 * Flow</em>, <em>JWT Bearer Flow for Server-to-Server Integration</em>.
 */
final class SalesforceSession {

  private static final Duration ASSERTION_HOLDS = Duration.ofMinutes(3);

  private final CrmSettings settings;
  private final CrmTransport transport;
  private final CrmKeyring keyring;
  private final JsonMapper json = new JsonMapper();
  private String token = "";
  private String identity = "";
  private URI instance;

  SalesforceSession(CrmSettings settings, CrmKeyring keyring, CrmTransport transport) {
    this.settings = settings;
    this.keyring = keyring;
    this.transport = transport;
    this.instance = settings.address();
  }

  /** The token in force, a fresh one when there is none yet or another is asked for. */
  String token(boolean renewed) {
    if (token.isEmpty() || renewed) {
      signIn();
    }
    return token;
  }

  /** Where the API of the company is; known after the first token. */
  URI instance() {
    token(false);
    return instance;
  }

  /** Address that ends in the company's and the user's id. */
  String identity() {
    return identity;
  }

  private void signIn() {
    URI address = settings.address().resolve("/services/oauth2/token");
    CrmCredentials used = keyring.current();
    CrmAnswer answer = transport.send(CrmCall.form(address, grant(used)), new Dialect());
    CrmReading reading = new CrmReading(settings, answer);
    JsonNode told = reading.json();
    token = told.path("access_token").asString("");
    keepRotated(used, told.path("refresh_token").asString(""));
    identity = told.path("id").asString("");
    String where = told.path("instance_url").asString("");
    instance = where.isEmpty() ? settings.address() : reading.address(where);
    if (token.isEmpty() || !CrmSettings.isSafe(instance)) {
      throw ProblemException.of(
          new CrmProblem.Unexpected(
              settings.name(), answer.status(), "it gave no token for an https:// address"));
    }
  }

  /**
   * With "Refresh Token Rotation" each sign-in answers a new refresh token and ends the one that
   * was used: it is kept before anything else is done, or nobody signs in again.
   */
  private void keepRotated(CrmCredentials used, String fresh) {
    if (used instanceof CrmCredentials.RefreshToken granted
        && !fresh.isEmpty()
        && !fresh.equals(granted.refreshToken())) {
      keyring.replaced(
          new CrmCredentials.RefreshToken(granted.clientId(), granted.clientSecret(), fresh));
    }
  }

  private Map<String, String> grant(CrmCredentials credentials) {
    Map<String, String> form = new LinkedHashMap<>();
    switch (credentials) {
      case CrmCredentials.ClientSecret app -> {
        form.put("grant_type", "client_credentials");
        form.put("client_id", app.clientId());
        form.put("client_secret", app.clientSecret());
      }
      case CrmCredentials.RefreshToken granted -> {
        form.put("grant_type", "refresh_token");
        form.put("client_id", granted.clientId());
        if (!granted.clientSecret().isEmpty()) {
          form.put("client_secret", granted.clientSecret());
        }
        form.put("refresh_token", granted.refreshToken());
      }
      case CrmCredentials.SignedToken signed -> {
        form.put("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer");
        form.put("assertion", assertion(signed));
      }
      case CrmCredentials.AccessToken other ->
          throw new IllegalStateException("Salesforce takes no fixed token.");
    }
    return form;
  }

  private String assertion(CrmCredentials.SignedToken signed) {
    long expires = transport.now().plus(ASSERTION_HOLDS).getEpochSecond();
    String text =
        base64(bytes("{\"alg\":\"RS256\"}"))
            + "."
            + base64(
                json.writeValueAsBytes(
                    Map.of(
                        "iss", signed.clientId(),
                        "sub", signed.username(),
                        "aud", audience(),
                        "exp", expires)));
    try {
      String key = signed.privateKey().replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(
          KeyFactory.getInstance("RSA")
              .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key))));
      signature.update(bytes(text));
      return text + "." + base64(signature.sign());
    } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
      throw ProblemException.of(new CrmProblem.BadKey(settings.name()));
    }
  }

  /** Sandboxes are signed in at another door, and the assertion must name the door. */
  private String audience() {
    String host = settings.address().getHost();
    return host.contains(".sandbox.") || host.startsWith("test.")
        ? "https://test.salesforce.com"
        : "https://login.salesforce.com";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The door where tokens are given speaks OAuth, not the API's own way. */
  private final class Dialect implements CrmTransport.Dialect {

    @Override
    public String authorization(boolean renewed) {
      return "";
    }

    @Override
    public boolean asksForToken(CrmAnswer answer) {
      return false;
    }

    @Override
    public boolean asksToWait(CrmAnswer answer) {
      return answer.status() == 429;
    }

    @Override
    public Optional<CrmProblem> refusal(CrmAnswer answer) {
      if (answer.status() >= 500 || answer.status() == 429) {
        return Optional.empty();
      }
      JsonNode told = answer.json();
      String reason =
          CrmAnswer.words(told.path("error_description").asString(told.path("error").asString("")));
      return Optional.of(
          reason.isEmpty()
              ? new CrmProblem.Unexpected(
                  settings.name(), answer.status(), "it tells no reason to give no token")
              : new CrmProblem.WrongCredentials(settings.name(), reason));
    }

    @Override
    public void notice(CrmAnswer answer) {
      // a token costs no call of the API
    }
  }
}
