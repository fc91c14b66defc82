package bailiwick.server.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bailiwick.core.problem.ProblemException;
import bailiwick.intake.crm.CrmClient;
import bailiwick.intake.crm.CrmCredentials;
import bailiwick.intake.crm.CrmNetwork;
import bailiwick.intake.crm.CrmPatience;
import bailiwick.intake.crm.Pauses;
import bailiwick.intake.crm.fixture.CrmStub;
import bailiwick.intake.crm.fixture.HubSpotStub;
import bailiwick.intake.crm.fixture.SalesforceStub;
import bailiwick.server.folder.DataFolder;
import bailiwick.store.Store;
import bailiwick.store.StoreConfig;
import bailiwick.store.crm.ConnectionId;
import bailiwick.store.crm.NewConnection;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Clients of a connection that is changed under them. */
class CrmClientsTest {

  private static final CrmCredentials ENTERED =
      new CrmCredentials.ClientSecret(SalesforceStub.CLIENT_ID, SalesforceStub.CLIENT_SECRET);

  @TempDir private Path folder;
  private Store store;
  private CrmClients clients;

  @BeforeEach
  void open() {
    store =
        Store.open(
            StoreConfig.folder(folder.resolve("store")),
            Clock.systemUTC(),
            new SplittableRandom(1));
    clients =
        new CrmClients(
            store,
            new DataFolder(folder),
            Clock.systemUTC(),
            new SecureRandom(),
            JsonMapper.shared(),
            CrmNetwork.LOOPBACK);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private ConnectionId connect(String system, CrmStub stub, CrmCredentials credentials) {
    ConnectionId id = store.crm().newId();
    store
        .crm()
        .create(
            id,
            new NewConnection("Ours", system, stub.address().toString(), "crm", ""),
            clients.closed(id, credentials),
            "planner");
    return id;
  }

  private CrmClient client(ConnectionId id) {
    return clients.client(store.crm().get(id), Pauses.REAL, CrmPatience.OF_REQUESTS);
  }

  private void enter(ConnectionId id, CrmStub stub, CrmCredentials credentials) {
    store.crm().update(id, stub.address().toString(), "", clients.closed(id, credentials));
  }

  @Test
  void credentials_of_a_new_address_are_not_sent_to_the_one_before() {
    try (SalesforceStub before = new SalesforceStub();
        SalesforceStub now = new SalesforceStub()) {
      ConnectionId id = connect("SALESFORCE", before, ENTERED);
      CrmClient client = client(id);
      enter(id, now, new CrmCredentials.ClientSecret("another", "for the new address alone"));

      assertThatThrownBy(client::test)
          .isInstanceOfSatisfying(
              ProblemException.class,
              refused ->
                  assertThat(refused.problems())
                      .singleElement()
                      .satisfies(problem -> {
                        assertThat(problem.code()).isEqualTo("CRM_MOVED");
                        assertThat(problem.message())
                            .contains(before.address().toString(), now.address().toString());
                      }));
      assertThat(before.calls()).isEmpty();
    }
  }

  @Test
  void a_token_of_hub_spot_that_was_entered_anew_is_sent_with_the_next_call() {
    try (HubSpotStub stub = new HubSpotStub()) {
      ConnectionId id = connect("HUBSPOT", stub, new CrmCredentials.AccessToken("of-yesterday"));
      CrmClient client = client(id);
      assertThatThrownBy(client::test).hasMessageContaining("Ours");

      enter(id, stub, new CrmCredentials.AccessToken(HubSpotStub.TOKEN));

      assertThat(client.test().user()).isEqualTo("private app");
    }
  }
}
