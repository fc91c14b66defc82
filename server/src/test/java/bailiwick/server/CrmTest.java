package bailiwick.server;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.intake.crm.fixture.Fault;
import bailiwick.intake.crm.fixture.HubSpotStub;
import bailiwick.intake.crm.fixture.SalesforceStub;
import bailiwick.server.Api.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A CRM over HTTP and jobs: connected, pulled, published over, pushed to. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrmTest {

  @SuppressWarnings("TimeInStaticInitializer") // the day of this run, the server's too
  private static final LocalDate TODAY = Api.today();

  private static final String DANA = "005000000000001AAA";
  private static final String OMAR = "005000000000002AAA";
  private static final int ACCOUNTS = 40;

  @TempDir private static Path folder;
  private static LoadedServer server;
  private static Api admin;
  private static SalesforceStub salesforce;
  private static String connection = "";

  @BeforeAll
  static void start() {
    salesforce = new SalesforceStub();
    salesforce.addField("Account", "Territory__c");
    salesforce.put("User", DANA, "Name", "Dana Whitfield", "Email", "dana@example.com");
    // The CRM's Omar is Ben Baker's successor here under another id, known by his mail address.
    salesforce.put("User", OMAR, "Name", "Omar Reyes", "Email", "REP1@example.com");
    for (int k = 0; k < ACCOUNTS; k++) {
      salesforce.put(
          "Account",
          account(k),
          "Name",
          "Crm account " + k,
          "BillingPostalCode",
          k % 2 == 0 ? "60614" : "53202",
          "BillingCountry",
          "United States",
          "AnnualRevenue",
          "1250000.5",
          "OwnerId",
          DANA);
    }
    salesforce.put(
        "Opportunity",
        "006000000000001AAA",
        "AccountId",
        account(1),
        "OwnerId",
        DANA,
        "StageName",
        "Closed Won",
        "IsClosed",
        "true",
        "IsWon",
        "true",
        "Amount",
        "1000",
        "CloseDate",
        "2026-09-30");
    server = LoadedServer.start(folder);
    admin = server.admin();
  }

  @AfterAll
  static void stop() {
    server.close();
    salesforce.close();
  }

  private static String account(int number) {
    return "001%012dAAA".formatted(number);
  }

  private static Map<String, Object> request(String name, String secret) {
    Map<String, Object> request = new HashMap<>();
    request.put("name", name);
    request.put("system", "SALESFORCE");
    request.put("address", salesforce.address().toString());
    request.put("territoryField", "Territory__c");
    request.put("source", name);
    request.put(
        "credentials", Map.of("clientId", SalesforceStub.CLIENT_ID, "clientSecret", secret));
    return request;
  }

  private static JsonNode follow(Answer job) {
    assertThat(job.status()).as(job.text()).isEqualTo(202);
    return admin.follow(job.json().get("id").asString());
  }

  private static JsonNode pull() {
    JsonNode ended = follow(admin.post("/connections/" + connection + "/pull", Map.of()));
    assertThat(ended.get("state").asString()).as(ended.toString()).isEqualTo("SUCCEEDED");
    return ended;
  }

  private static JsonNode push() {
    JsonNode ended = follow(admin.post("/connections/" + connection + "/push", Map.of()));
    assertThat(ended.get("state").asString()).as(ended.toString()).isEqualTo("SUCCEEDED");
    return ended;
  }

  private static long accounts() {
    return admin.get("/company").json().get("accounts").asLong();
  }

  @Test
  @Order(1)
  void a_connection_is_made_and_its_secret_never_comes_back() throws Exception {
    Answer made =
        admin.post("/connections", request("Our Salesforce", SalesforceStub.CLIENT_SECRET));

    assertThat(made.status()).as(made.text()).isEqualTo(201);
    connection = made.json().get("id").asString();
    assertThat(made.text() + admin.get("/connections").text())
        .doesNotContain(SalesforceStub.CLIENT_SECRET)
        .doesNotContain(SalesforceStub.CLIENT_ID + "\"");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("secret.key"))))
        .isEqualTo("rw-------");
  }

  @Test
  @Order(2)
  void a_test_tells_who_we_are_or_what_is_wrong() {
    Answer fine = admin.post("/connections/" + connection + "/test", Map.of());
    assertThat(fine.json().get("callsAllowed").asLong()).as(fine.text()).isEqualTo(15_000);

    String other =
        admin.post("/connections", request("Wrong", "guessed")).json().get("id").asString();
    Answer refused = admin.post("/connections/" + other + "/test", Map.of());
    assertThat(refused.code()).as(refused.text()).isEqualTo("CRM_WRONG_CREDENTIALS");

    Answer corrected =
        admin.put(
            "/connections/" + other,
            Map.of(
                "credentials",
                Map.of(
                    "clientId",
                    SalesforceStub.CLIENT_ID,
                    "clientSecret",
                    SalesforceStub.CLIENT_SECRET)));
    assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
    assertThat(admin.post("/connections/" + other + "/test", Map.of()).status()).isEqualTo(200);
    assertThat(admin.delete("/connections/" + other).status()).isEqualTo(204);
  }

  @Test
  @Order(3)
  void what_cannot_be_a_connection_is_told_before_anything_is_kept() {
    Map<String, Object> plain = request("Plain", "x");
    plain.put("address", "http://crm.example.com");
    assertThat(admin.post("/connections", plain).code()).isEqualTo("CRM_BAD_ADDRESS");
    Map<String, Object> nothing = request("Nothing", "x");
    nothing.put("credentials", Map.of("clientId", "x"));
    assertThat(admin.post("/connections", nothing).text()).contains("/credentials/clientSecret");
    Map<String, Object> torn = request("Torn", "x");
    torn.put("system", "HUBSPOT");
    torn.put("credentials", Map.of("token", "pat-eu1-\n0000"));
    Answer refused = admin.post("/connections", torn);
    assertThat(refused.text())
        .contains("/credentials/token", "a line break")
        .doesNotContain("0000");
    Answer taken =
        admin.post("/connections", request("Our Salesforce", SalesforceStub.CLIENT_SECRET));
    assertThat(taken.code()).isEqualTo("STORE_ALREADY_EXISTS");
    Map<String, Object> second = request("The other one", SalesforceStub.CLIENT_SECRET);
    second.put("source", "Our Salesforce");
    Answer clash = admin.post("/connections", second);
    assertThat(clash.code()).as(clash.text()).isEqualTo("CRM_SOURCE_TAKEN");
    assertThat(clash.text()).contains("`Our Salesforce`", "Our Salesforce-2");
    assertThat(admin.get("/connections").json().get("items")).hasSize(1);
  }

  @Test
  @Order(4)
  void a_pull_that_fails_in_the_middle_goes_on_where_it_stopped() {
    salesforce.batch(7);
    int[] calls = {0};
    salesforce.faults(path ->
        path.endsWith("/queryAll") && ++calls[0] == 5 ? Fault.CUT_IN_THE_MIDDLE : Fault.NONE);
    long before = accounts();

    JsonNode job = pull();

    salesforce.faults(path -> Fault.NONE);
    assertThat(job.get("message").asString())
        .isEqualTo("Pulled 2 people, 40 accounts and 1 deals.");
    assertThat(job.get("report").get("placed").get("postcode").asInt()).isEqualTo(ACCOUNTS);
    assertThat(accounts()).isEqualTo(before + ACCOUNTS);
  }

  @Test
  @Order(5)
  void a_second_pull_loads_nothing_and_an_increment_what_changed() {
    assertThat(pull().get("message").asString())
        .isEqualTo("Pulled 0 people, 0 accounts and 0 deals.");
    salesforce.put("Account", account(3), "Name", "Renamed in the CRM");
    salesforce.put("Account", account(4), "Name", "");

    JsonNode job = pull();

    assertThat(job.get("message").asString())
        .startsWith("Pulled 0 people, 1 accounts and ")
        .endsWith("; 1 rows cannot be used.");
    assertThat(job.get("report").get("problems"))
        .anySatisfy(problem -> assertThat(problem.get("severity").asString()).isEqualTo("ERROR"));
    assertThat(admin.get("/accounts?q=Renamed").text()).contains("Renamed in the CRM");
    JsonNode kinds = admin.get("/connections/" + connection).json().get("pulled");
    assertThat(kinds.get(1).get("rejected").asInt()).isEqualTo(1);
  }

  @Test
  @Order(6)
  void nothing_is_pushed_before_anything_is_published() {
    JsonNode dry = admin.get("/connections/" + connection + "/push").json();

    assertThat(dry.get("compared").asInt()).as(dry.toString()).isZero();
    assertThat(push().get("message").asString())
        .isEqualTo("The CRM holds everything already; nothing was written.");
  }

  @Test
  @Order(7)
  void a_dry_run_shows_what_differs_from_the_published_plan() {
    String plan = server.plan("With a CRM", TODAY.minusDays(1), "POSTCODE");
    String scenario = server.today(plan);
    Answer published =
        admin.post(
            "/scenarios/" + scenario + "/publications",
            Map.of("effectiveFrom", TODAY.toString()),
            "Idempotency-Key",
            "crm-test");
    assertThat(published.status()).as(published.text()).isEqualTo(201);

    JsonNode dry = admin.get("/connections/" + connection + "/push").json();

    assertThat(dry.get("compared").asInt()).as(dry.toString()).isEqualTo(ACCOUNTS);
    assertThat(dry.get("changes").asInt()).isEqualTo(ACCOUNTS);
    assertThat(dry.get("rows").get(0).get("territory").isNull()).isFalse();
    assertThat(salesforce.writes()).isEmpty();
  }

  @Test
  @Order(8)
  void a_push_writes_what_differs_and_leaves_what_changed_or_is_refused() {
    salesforce.put("Account", account(10), "Phone", "changed by somebody");
    salesforce.lock(account(12));
    int[] writes = {0};
    salesforce.faults(
        path -> path.endsWith("/composite") && ++writes[0] == 1 ? Fault.CUT_AFTER : Fault.NONE);

    JsonNode job = push();

    salesforce.faults(path -> Fault.NONE);
    assertThat(job.get("message").asString())
        .isEqualTo("Wrote 38 accounts; 0 held it already, 1 conflicts, 1 refused.");
    assertThat(salesforce.writes().values()).allMatch(times -> times == 1);
    assertThat(salesforce.writes().keySet()).doesNotContain(account(10), account(12));
    JsonNode last = admin.get("/connections/" + connection + "/pushes/last").json().get("push");
    assertThat(last.get("conflictRows").get(0).get("planned").get("externalId").asString())
        .isEqualTo(account(10));
    assertThat(last.get("refusedRows").get(0).get("message").asString())
        .contains("Finance holds this account until the audit");
    JsonNode owner = admin.get("/accounts?q=Renamed").json().get("items").get(0).get("owner");
    assertThat(salesforce.row("Account", account(3)).fields().get("Territory__c"))
        .isEqualTo(owner.get("territoryName").asString());
  }

  @Test
  @Order(9)
  void a_second_push_writes_only_what_is_still_open() {
    long before = salesforce.writes().size();

    assertThat(push().get("message").asString())
        .isEqualTo("Wrote 0 accounts; 0 held it already, 1 conflicts, 1 refused.");
    pull();
    assertThat(push().get("message").asString())
        .isEqualTo("Wrote 1 accounts; 0 held it already, 0 conflicts, 1 refused.");
    assertThat(salesforce.writes()).hasSize((int) before + 1);
    assertThat(salesforce.writes().values()).allMatch(times -> times == 1);
  }

  @Test
  @Order(10)
  void a_push_that_was_given_up_is_brought_to_its_end_later() {
    salesforce.put("Account", account(1), "Territory__c", "Somebody's own");
    pull();
    salesforce.answerNext(
        "/composite",
        403,
        "[{\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\",\"message\":\"TotalRequests Limit\"}]");

    JsonNode refused = follow(admin.post("/connections/" + connection + "/push", Map.of()));
    assertThat(refused.get("problems").get(0).get("code").asString()).isEqualTo("CRM_DAILY_LIMIT");
    assertThat(admin.get("/connections/" + connection + "/push").json().get("left").asInt())
        .isEqualTo(2);
    int[] calls = {0};
    salesforce.faults(
        path -> path.endsWith("/composite") && ++calls[0] == 1 ? Fault.CUT_AFTER : Fault.NONE);

    push();

    assertThat(salesforce.writes().get(account(1))).isEqualTo(2);
    assertThat(salesforce.row("Account", account(1)).fields().get("Territory__c"))
        .isNotEqualTo("Somebody's own");
  }

  @Test
  @Order(11)
  void a_push_that_was_given_up_writes_nothing_that_was_planned_before_the_ledger_moved_on() {
    for (int k = 0; k < ACCOUNTS; k++) {
      salesforce.put("Account", account(k), "Territory__c", "Somebody's own");
    }
    pull();
    salesforce.answerNext(
        "/composite",
        403,
        "[{\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\",\"message\":\"TotalRequests Limit\"}]");
    follow(admin.post("/connections/" + connection + "/push", Map.of()));
    JsonNode left = admin.get("/connections/" + connection + "/push").json().get("left");
    assertThat(left.asInt()).as("more than are sent at once").isEqualTo(ACCOUNTS);
    Map<String, Integer> before = salesforce.writes();

    // By the ledger of yesterday nobody owns anything: the newer plan writes nothing.
    JsonNode job =
        follow(
            admin.post("/connections/" + connection + "/push?on=" + TODAY.minusDays(1), Map.of()));

    assertThat(job.get("message").asString())
        .isEqualTo("The CRM holds everything already; nothing was written.");
    assertThat(salesforce.writes()).isEqualTo(before);
    JsonNode last = admin.get("/connections/" + connection + "/pushes/last").json().get("push");
    assertThat(last.get("superseded").asInt()).as(last.toString()).isEqualTo(ACCOUNTS);
    assertThat(admin.get("/connections/" + connection + "/push").json().get("left").asInt())
        .isZero();
    assertThat(push().get("message").asString())
        .isEqualTo("Wrote 39 accounts; 0 held it already, 0 conflicts, 1 refused.");
  }

  @Test
  @Order(12)
  void owners_are_a_file_that_each_crm_imports() {
    String salesforceFile = admin.get("/ownership/crm?format=SALESFORCE").text();
    assertThat(salesforceFile.lines().findFirst()).hasValue("Id,OwnerId,Territory__c");
    assertThat(salesforceFile).contains(account(3) + ",");
    assertThat(admin.get("/ownership/crm?format=HUBSPOT").text())
        .startsWith("Record ID,Company name,Company owner,Territory\n")
        .contains("@example.com");
    assertThat(admin.get("/ownership/crm?format=DYNAMICS").text())
        .startsWith("\uFEFFAccount,Account Name,Owner,Territory\n");
  }

  @Test
  @Order(12)
  void a_file_for_a_crm_has_its_own_accounts_and_people_by_its_own_ids() {
    List<String> lines = admin.get("/ownership/crm?format=SALESFORCE").text().lines().toList();

    assertThat(lines).hasSize(1 + ACCOUNTS);
    assertThat(lines.subList(1, lines.size()))
        .allSatisfy(line -> assertThat(line).matches("001\\d{12}AAA,005\\d{12}AAA,.+"));
    assertThat(admin.get("/ownership/crm?format=SALESFORCE&source=file").text())
        .isNotBlank()
        .doesNotContain("AAA");
  }

  @Test
  @Order(13)
  void another_server_is_not_sent_the_old_secret() {
    String server = salesforce.address().toString();
    for (String address :
        List.of("https://crm.example.com", server.replace("http:", "https:"), server + "1")) {
      Answer refused = admin.put("/connections/" + connection, Map.of("address", address));
      assertThat(refused.status()).as(refused.text()).isBetween(400, 499);
      assertThat(refused.code()).isEqualTo("CRM_CREDENTIALS_NEEDED");
    }
    assertThat(admin.get("/connections/" + connection).json().get("address").asString())
        .isEqualTo(server);
    Answer same = admin.put("/connections/" + connection, Map.of("address", server + "/"));
    assertThat(same.status()).as(same.text()).isEqualTo(200);
  }

  @Test
  @Order(14)
  void nothing_is_pushed_over_rows_that_were_not_pulled_by_the_field_in_force() {
    pull();
    salesforce.addField("Account", "Area__c");
    admin.put("/connections/" + connection, Map.of("territoryField", "Area__c"));

    Answer refused = admin.post("/connections/" + connection + "/push", Map.of());

    assertThat(refused.status()).as(refused.text()).isBetween(400, 499);
    assertThat(refused.code()).isEqualTo("CRM_NOTHING_PULLED");
    pull();
    assertThat(admin.get("/connections/" + connection + "/push").json().get("changes").asInt())
        .isEqualTo(ACCOUNTS);
  }

  @Test
  @Order(15)
  void a_connection_leads_nowhere_else_while_it_is_at_work() throws Exception {
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch looked = new CountDownLatch(1);
    salesforce.faults(path -> {
      if (path.endsWith("/queryAll")) {
        reached.countDown();
        await(looked);
      }
      return Fault.NONE;
    });
    Answer job = admin.post("/connections/" + connection + "/pull", Map.of());
    await(reached);

    Answer moved = admin.put("/connections/" + connection, Map.of("territoryField", "Other__c"));
    Answer gone = admin.delete("/connections/" + connection);
    Answer credentials =
        admin.put(
            "/connections/" + connection,
            Map.of(
                "credentials",
                Map.of(
                    "clientId",
                    SalesforceStub.CLIENT_ID,
                    "clientSecret",
                    SalesforceStub.CLIENT_SECRET)));

    looked.countDown();
    assertThat(moved.code()).as(moved.text()).isEqualTo("CRM_AT_WORK");
    assertThat(gone.code()).as(gone.text()).isEqualTo("CRM_AT_WORK");
    assertThat(credentials.status()).as(credentials.text()).isEqualTo(200);
    assertThat(follow(job).get("state").asString()).isEqualTo("SUCCEEDED");
    salesforce.faults(path -> Fault.NONE);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  @Order(16)
  void accounts_that_the_crm_has_no_longer_are_marked_and_come_back() {
    salesforce.delete("Account", account(5));

    JsonNode job = pull();

    assertThat(job.get("problems").toString())
        .contains("CRM_DELETED_THERE", "1 accounts of `Our Salesforce`", "marked as missing");
    assertThat(admin.get("/accounts?missing=true").text()).contains("Crm account 5");
    assertThat(pull().get("problems").toString()).doesNotContain("CRM_DELETED_THERE");
    salesforce.put("Account", account(5), "Phone", "back again");
    pull();
    assertThat(admin.get("/accounts?missing=true").text()).doesNotContain("Crm account 5");
  }

  @Test
  @Order(17)
  void deals_that_are_all_deleted_count_no_longer_and_are_named() {
    salesforce.delete("Opportunity", "006000000000001AAA");

    JsonNode job = pull();

    assertThat(job.get("problems").toString())
        .contains("1 deals of `Our Salesforce`", "006000000000001AAA", "count no longer");
    assertThat(admin.get("/deliveries").json().get("items"))
        .filteredOn(each -> each.get("source").asString().equals("Our Salesforce"))
        .singleElement()
        .satisfies(each -> assertThat(each.get("rows").asInt()).isZero());
  }

  @Test
  @Order(18)
  void a_private_network_is_not_looked_into() {
    try (RunningServer closed = BailiwickServer.start(closedTo(folder.resolve("closed")))) {
      Api its = Api.administrator(closed);
      for (String address :
          List.of("https://10.0.0.7", "https://169.254.169.254", "https://localhost")) {
        Map<String, Object> request = request("Inside", "x");
        request.put("address", address);
        Answer refused = its.post("/connections", request);
        assertThat(refused.code()).as(refused.text()).isEqualTo("CRM_PRIVATE_ADDRESS");
      }
      assertThat(its.post("/connections", request("Plain", "x")).code())
          .isEqualTo("CRM_BAD_ADDRESS");
    }
  }

  private static ServerOptions closedTo(Path data) {
    return ServerOptions.inFolder(data, Clock.systemUTC()).withPort(0);
  }

  @Test
  @Order(18)
  void a_refresh_token_that_the_crm_replaces_is_kept_for_the_next_sign_in() {
    salesforce.rotateRefreshTokens();
    Map<String, Object> request = request("By refresh token", "not sent");
    request.put(
        "credentials",
        Map.of("clientId", SalesforceStub.CLIENT_ID, "refreshToken", SalesforceStub.GRANTED));
    Answer made = admin.post("/connections", request);
    String id = made.json().get("id").asString();

    for (int time = 1; time <= 3; time++) {
      Answer test = admin.post("/connections/" + id + "/test", Map.of());
      assertThat(test.status()).as("sign-in %s: %s", time, test.text()).isEqualTo(200);
      assertThat(test.text()).doesNotContain("granted");
    }
    assertThat(admin.delete("/connections/" + id).status()).isEqualTo(204);
  }

  @Test
  @Order(19)
  void hubspot_is_pulled_too_and_deals_keep_their_company() {
    try (HubSpotStub hubSpot = new HubSpotStub()) {
      hubSpot.put("owners", "11", "firstName", "Kim", "email", "kim@example.com");
      hubSpot.put("companies", "501", "name", "Hub company", "zip", "60614", "country", "US");
      hubSpot.put("companies", "502", "name", "Other company", "zip", "60614", "country", "US");
      hubSpot.put("deals", "71", "dealstage", "closedwon", "amount", "5");
      hubSpot.associate("71", "501");
      Answer made =
          admin.post(
              "/connections",
              Map.of(
                  "name",
                  "Hub",
                  "system",
                  "HUBSPOT",
                  "address",
                  hubSpot.address().toString(),
                  "credentials",
                  Map.of("token", HubSpotStub.TOKEN)));
      String id = made.json().get("id").asString();

      JsonNode job = follow(admin.post("/connections/" + id + "/pull", Map.of()));

      assertThat(job.get("message").asString())
          .isEqualTo("Pulled 1 people, 2 accounts and 1 deals.");
      String before = accountId("501");

      hubSpot.passSeconds(7_200);
      hubSpot.merge("501", "502", "900");
      hubSpot.associate("71", "900");
      JsonNode merged = follow(admin.post("/connections/" + id + "/pull", Map.of()));

      assertThat(accountId("900")).as("goes on with its history").isEqualTo(before);
      assertThat(merged.get("problems").toString())
          .contains("CRM_MERGED_THERE", "501 goes on here under that id", "502: marked as missing");
      assertThat(admin.get("/accounts?missing=true").text()).contains("Other company");
      assertThat(follow(admin.post("/connections/" + id + "/pull", Map.of())).get("problems"))
          .as("told once")
          .isEmpty();
    }
  }

  private static String accountId(String externalId) {
    JsonNode found = admin.get("/accounts?q=" + externalId).json().get("items");
    assertThat(found).as(found.toString()).hasSize(1);
    return found.get(0).get("id").asString();
  }
}
