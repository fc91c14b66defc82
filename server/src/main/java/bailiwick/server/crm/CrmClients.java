package bailiwick.server.crm;

import bailiwick.core.problem.ProblemException;
import bailiwick.intake.crm.CrmClient;
import bailiwick.intake.crm.CrmCredentials;
import bailiwick.intake.crm.CrmKeyring;
import bailiwick.intake.crm.CrmLink;
import bailiwick.intake.crm.CrmNetwork;
import bailiwick.intake.crm.CrmPatience;
import bailiwick.intake.crm.CrmSettings;
import bailiwick.intake.crm.CrmSystem;
import bailiwick.intake.crm.HubSpotClient;
import bailiwick.intake.crm.Pauses;
import bailiwick.intake.crm.SalesforceClient;
import bailiwick.server.crm.ConnectionWire.Credentials;
import bailiwick.server.folder.DataFolder;
import bailiwick.store.Store;
import bailiwick.store.crm.ConnectionId;
import bailiwick.store.crm.StoredConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Makes clients of connections; the only place that opens their secrets. Thread-safe. */
public class CrmClients {

  /** From so many rows on, a pull of Salesforce is a bulk job: five times what pays, by far. */
  private static final long BULK_FROM = 20_000;

  private final Store store;
  private final DataFolder folder;
  private final Clock clock;
  private final SecureRandom random;
  private final JsonMapper json;
  private final CrmNetwork network;
  private @Nullable HttpClient http;
  private @Nullable SecretBox box;

  /** Clients of an installation. */
  public CrmClients(
      Store store,
      DataFolder folder,
      Clock clock,
      SecureRandom random,
      JsonMapper json,
      CrmNetwork network) {
    this.store = store;
    this.network = network;
    this.folder = folder;
    this.clock = clock;
    this.random = random;
    this.json = json;
  }

  /** Credentials as the store keeps them. */
  byte[] closed(ConnectionId id, CrmCredentials credentials) {
    byte[] text = json.writeValueAsBytes(CredentialsText.of(credentials));
    return box().close(text, owner(id));
  }

  /** A client of a connection. */
  CrmClient client(StoredConnection connection, Pauses pauses, CrmPatience patience) {
    CrmLink link = new CrmLink(http(), clock, pauses, random, patience, network);
    CrmSettings settings = settings(connection);
    CrmKeyring keyring = new StoredKeyring(connection);
    return switch (settings.system()) {
      case HUBSPOT -> new HubSpotClient(settings, keyring, link);
      case SALESFORCE -> new SalesforceClient(settings, keyring, link, BULK_FROM);
    };
  }

  /** The secret that the store holds of a connection; one client's, so not thread-safe. */
  private final class StoredKeyring implements CrmKeyring {

    private final ConnectionId id;
    private final String address;
    private byte[] last;

    StoredKeyring(StoredConnection connection) {
      this.id = connection.id();
      this.address = connection.address();
      this.last = connection.secret();
    }

    @Override
    public CrmCredentials current() {
      StoredConnection now = store.crm().get(id);
      if (!now.address().equals(address)) { // its secret is for the new one alone
        throw ProblemException.of(new ConnectionProblem.Moved(now.name(), address, now.address()));
      }
      last = now.secret();
      return credentials(now);
    }

    @Override
    public void replaced(CrmCredentials fresh) {
      store.crm().replaceSecret(id, last, closed(id, fresh));
    }
  }

  /**
   * Checks where a connection leads.
   *
   * @throws ProblemException when its address or field is none, or lies where no CRM is looked for
   */
  void requireReachable(StoredConnection connection) {
    network.require(connection.name(), settings(connection).address());
  }

  private static CrmSettings settings(StoredConnection connection) {
    return new CrmSettings(
        CrmSystem.valueOf(connection.system()),
        connection.name(),
        URI.create(connection.address()),
        connection.territoryField());
  }

  private CrmCredentials credentials(StoredConnection connection) {
    byte[] text =
        box()
            .open(connection.secret(), owner(connection.id()))
            .orElseThrow(() ->
                ProblemException.of(new ConnectionProblem.SecretUnreadable(connection.name())));
    return CredentialsText.read(
        CrmSystem.valueOf(connection.system()), json.readValue(text, Credentials.class));
  }

  private static byte[] owner(ConnectionId id) {
    return id.toString().getBytes(StandardCharsets.UTF_8);
  }

  private synchronized SecretBox box() {
    SecretBox known = box;
    if (known == null) {
      String given = System.getenv(SecretKeyFile.VARIABLE);
      known = new SecretBox(SecretKeyFile.read(folder.secretKey(), given, random), random);
      box = known;
    }
    return known;
  }

  private synchronized HttpClient http() {
    HttpClient known = http;
    if (known == null) {
      known =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NEVER)
              .connectTimeout(Duration.ofSeconds(10))
              .build();
      http = known;
    }
    return known;
  }
}
