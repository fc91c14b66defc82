package bailiwick.intake.crm;

import bailiwick.intake.crm.fixture.CrmStub;
import bailiwick.intake.crm.fixture.HubSpotStub;
import bailiwick.intake.crm.fixture.SalesforceStub;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Clients of CRMs for tests: waits are noted and not waited. */
final class Exchange {

  static final HttpClient HTTP = HttpClient.newHttpClient();
  static final long NEVER_BULK = Long.MAX_VALUE;

  /** Waits that were asked for, in order. */
  final List<Duration> waits = new ArrayList<>();

  /** Credentials of the client, each in the place of those before. */
  final List<CrmCredentials> held = new ArrayList<>();

  private final CrmLink link;

  Exchange() {
    this(CrmPatience.OF_JOBS, CrmNetwork.LOOPBACK, Clock.systemUTC());
  }

  Exchange(CrmPatience patience, CrmNetwork network, Clock clock) {
    link = new CrmLink(HTTP, clock, waits::add, new SplittableRandom(7), patience, network);
  }

  SalesforceClient salesforce(SalesforceStub stub) {
    return salesforce(stub, NEVER_BULK);
  }

  SalesforceClient salesforce(SalesforceStub stub, long bulkFrom) {
    return salesforce(stub, bulkFrom, credentials());
  }

  static CrmCredentials credentials() {
    return new CrmCredentials.ClientSecret(SalesforceStub.CLIENT_ID, SalesforceStub.CLIENT_SECRET);
  }

  SalesforceClient salesforce(SalesforceStub stub, long bulkFrom, CrmCredentials credentials) {
    held.clear();
    held.add(credentials);
    return beside(stub, bulkFrom);
  }

  /** Another client with the credentials of the last one. */
  SalesforceClient beside(SalesforceStub stub) {
    return beside(stub, NEVER_BULK);
  }

  private SalesforceClient beside(SalesforceStub stub, long bulkFrom) {
    return new SalesforceClient(
        new CrmSettings(CrmSystem.SALESFORCE, "our Salesforce", stub.address(), "Territory__c"),
        new Remembering(),
        link,
        bulkFrom);
  }

  /** A keyring of what a test gave and what the CRM gave since. */
  private final class Remembering implements CrmKeyring {
    @Override
    public CrmCredentials current() {
      return held.getLast();
    }

    @Override
    public void replaced(CrmCredentials fresh) {
      held.add(fresh);
    }
  }

  HubSpotClient hubSpot(HubSpotStub stub) {
    return hubSpot(stub.address(), HubSpotStub.TOKEN);
  }

  HubSpotClient hubSpot(URI address, String token) {
    held.clear();
    held.add(new CrmCredentials.AccessToken(token));
    return new HubSpotClient(
        new CrmSettings(CrmSystem.HUBSPOT, "our HubSpot", address, "territory"),
        new Remembering(),
        link);
  }

  /** A Salesforce of so many accounts and two people, with a field for the territory. */
  static SalesforceStub salesforceWith(int accounts) {
    SalesforceStub stub = new SalesforceStub();
    stub.addField("Account", "Territory__c");
    stub.put("User", user(1), "Name", "Dana Whitfield", "Email", "dana@example.com");
    stub.put("User", user(2), "Name", "Omar Reyes", "Email", "omar@example.com");
    for (int i = 1; i <= accounts; i++) {
      stub.put("Account", account(i), "Name", "Account " + i, "OwnerId", user(1));
    }
    return stub;
  }

  /** A HubSpot of so many companies and two owners, with a property for the territory. */
  static HubSpotStub hubSpotWith(int companies) {
    HubSpotStub stub = new HubSpotStub();
    stub.addProperty("companies", "territory");
    stub.put(
        "owners", "11", "firstName", "Dana", "lastName", "Whitfield", "email", "d@example.com");
    stub.put("owners", "12", "firstName", "Omar", "lastName", "Reyes", "email", "o@example.com");
    for (int i = 1; i <= companies; i++) {
      stub.put("companies", String.valueOf(i), "name", "Company " + i, "hubspot_owner_id", "11");
    }
    return stub;
  }

  static String account(int number) {
    return "001%012dAAA".formatted(number);
  }

  static String user(int number) {
    return "005%012dAAA".formatted(number);
  }

  static boolean always() {
    return true;
  }

  /** Pulls a kind to its end. */
  static MemoryBooks pull(CrmClient client, CrmKind kind, MemoryBooks books) {
    CrmPull.run(client, kind, books, Exchange::always);
    return books;
  }

  /** Plans to give every account that was pulled to a person and a territory. */
  static void planAll(MemoryBooks books, String owner, String territory) {
    books
        .rows(CrmKind.ACCOUNTS)
        .values()
        .forEach(row -> books.plan(new CrmWrite(row.id(), row.version(), owner, territory)));
  }

  static long timesWritten(CrmStub stub) {
    return stub.writes().values().stream().mapToLong(Integer::longValue).sum();
  }
}
