package bailiwick.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import bailiwick.intake.crm.fixture.SalesforceStub;
import bailiwick.server.Api.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Walks the committed OpenAPI document: every operation that can change a plan, a rule, a person,
 * access, a connection, an exception or a setting is carried out once on a real server, and leaves
 * an entry of the caller in the audit log. An operation that is neither walked nor listed as one
 * that changes none of these fails the test.
 */
class AuditWalkTest {

  /** Operations that change nothing of these kinds, and why. */
  private static final Map<String, String> CHANGES_NONE_OF_THEM =
      Map.ofEntries(
          Map.entry("createAccount", "an account; its owner stands in the ledger"),
          Map.entry("changeAccount", "an account; its owner stands in the ledger"),
          Map.entry("mergeDuplicate", "accounts; the merge itself keeps who and when"),
          Map.entry("dismissDuplicate", "accounts; the pair itself keeps who and when"),
          Map.entry("undoDuplicate", "accounts; the merge itself keeps who and when"),
          Map.entry("startDuplicateSearch", "proposals only"),
          Map.entry("routeLead", "a lead, kept with its decision"),
          Map.entry("decide", "reads"),
          Map.entry("explain", "reads"),
          Map.entry("checkRules", "reads"),
          Map.entry("diffRules", "reads"),
          Map.entry("compareRules", "reads"),
          Map.entry("runStanding", "reads"),
          Map.entry("previewMove", "reads"),
          Map.entry("previewPotential", "reads"),
          Map.entry("dryRunPublication", "reads"),
          Map.entry("dryRunUndo", "reads"),
          Map.entry("replayDesign", "reads"),
          Map.entry("tradeOff", "reads, until one of its plans is opened"),
          Map.entry("testConnection", "reads"),
          Map.entry("pullConnection", "loads; people that change are told as by an import"),
          Map.entry("pushConnection", "changes the CRM; each push is kept row by row"),
          Map.entry("checkImport", "reads"),
          Map.entry("startImportDryRun", "reads"),
          Map.entry("listImportChanges", "reads"),
          Map.entry("listRejectedRows", "reads"),
          Map.entry("saveMappingProfile", "how files are read; it keeps who and when"),
          Map.entry("deleteMappingProfile", "how files are read"),
          Map.entry("cancelJob", "stops what has changed nothing yet"),
          Map.entry("signIn", "a session"),
          Map.entry("signOut", "a session"));

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final LocalDate NEXT = LocalDate.of(2026, 7, 1);
  private static final String LAYER = "/layers/new-business";

  @TempDir private static Path folder;
  private static LoadedServer server;
  private static Api admin;
  private static SalesforceStub salesforce;
  private static LocalDate today = FIRST;

  private final Map<String, Object> known = new HashMap<>();

  /** What carries an operation out, and the action that its entry must have. */
  private record Step(String operation, String action, Call call) {}

  /** One request, or a job and its end. */
  private interface Call {
    Answer send() throws Exception;
  }

  @BeforeAll
  static void start() {
    today = Api.today();
    salesforce = new SalesforceStub();
    salesforce.addField("Account", "Territory__c");
    server = LoadedServer.start(folder);
    admin = server.admin();
    server.succeed(
        "accounts",
        """
        id,name,zip,country,employees,potential,owner,territory,last modified
        Q1,Quartz Ltd,60614,US,20,90000,Nobody Here,Area A,2019-05-01
        W1,Walked Ltd,48201,US,20,5000,Dan Draper,Area D,2026-05-01
        """);
    server.succeed("opportunities", "id,account,stage,amount,closed\nD1,W1,Offer,1000,\n");
  }

  @AfterAll
  static void stop() {
    server.close();
    salesforce.close();
  }

  @Test
  void every_operation_that_changes_something_is_walked_or_known_to_change_none_of_them()
      throws IOException {
    Set<String> expected = new TreeSet<>(CHANGES_NONE_OF_THEM.keySet());
    steps()
        .forEach(step -> assertThat(expected.add(step.operation())).as(step.operation()).isTrue());

    assertThat(expected).isEqualTo(new TreeSet<>(changing()));
  }

  @TestFactory
  Stream<DynamicTest> what_an_operation_changes_is_in_the_audit_log() {
    return steps().stream().map(step -> dynamicTest(step.operation(), () -> walk(step)));
  }

  private static void walk(Step step) throws Exception {
    long before = newest();

    Answer answer = step.call().send();

    assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
    List<String> told = new ArrayList<>();
    for (JsonNode entry : admin.get("/audit?limit=100&who=admin").json().get("items")) {
      if (entry.get("sequence").asLong() > before) {
        told.add(entry.get("action").asString());
      }
    }
    assertThat(told).as(answer.text()).contains(step.action());
  }

  private static long newest() {
    return admin.get("/audit?limit=1").json().get("items").get(0).get("sequence").asLong();
  }

  private List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    steps.addAll(access());
    steps.addAll(settings());
    steps.addAll(planning());
    steps.addAll(ownership());
    steps.addAll(connections());
    return steps;
  }

  private List<Step> access() {
    return List.of(
        new Step(
            "createUser",
            "user.made",
            () ->
                keep(
                    "user",
                    admin.post(
                        "/users", Map.of("username", "eve", "name", "Eve", "role", "PLANNER")),
                    "/user/id")),
        new Step(
            "changeUser",
            "user.changed",
            () -> admin.patch("/users/" + known.get("user"), Map.of("active", false), "*")),
        new Step(
            "changePassword",
            "user.password.set",
            () ->
                admin.put(
                    "/session/password",
                    Map.of(
                        "currentPassword",
                        TestServer.PASSWORD,
                        "newPassword",
                        TestServer.PASSWORD + " again"))),
        new Step(
            "createApiKey",
            "key.made",
            () -> keep("key", admin.post("/api-keys", Map.of("name", "walker")), "/apiKey/id")),
        new Step(
            "deleteApiKey", "key.revoked", () -> admin.delete("/api-keys/" + known.get("key"))));
  }

  private static List<Step> settings() {
    return List.of(
        new Step(
            "setCompany",
            "company.changed",
            () ->
                admin.put(
                    "/company",
                    Map.of("name", "Walkers", "zone", "America/Chicago", "currency", "USD"))),
        new Step(
            "startImport",
            "person.added",
            () -> {
              Answer job =
                  admin.upload(
                      "/imports/representatives",
                      "people.csv",
                      """
                      id,name,email,postcode,country,quota
                      R9,Nina New,nina@example.com,60614,US,1
                      """);
              return ended(job);
            }),
        new Step(
            "setDuplicateRule",
            "duplicate.rule.changed",
            () -> admin.put("/duplicates/rule", Map.of("mergeAlike", false))),
        new Step(
            "setStability",
            "stability.set",
            () ->
                admin.send(
                    "PUT",
                    LAYER + "/stability",
                    Map.of(),
                    Map.of("If-Match", admin.get(LAYER + "/stability").etag()))),
        new Step(
            "setQualityLimits",
            "quality.limits.changed",
            () ->
                admin.put(
                    "/quality/limits",
                    Map.of(
                        "inactiveMonths", 12,
                        "staleMonths", 24,
                        "leastScore", 0.9,
                        "mostDeviations", 5,
                        "mostDoubtfulShare", 0.000001,
                        "version", 0))),
        new Step(
            "setPotentialModel",
            "potential.model.changed",
            () -> admin.send("PUT", "/potential/model", MODEL, potential())),
        new Step(
            "applyPotential",
            "potential.applied",
            () -> {
              Answer job = admin.send("POST", "/potential/apply", null, potential());
              return ended(job);
            }),
        new Step(
            "withdrawPotential",
            "potential.withdrawn",
            () -> ended(admin.send("POST", "/potential/withdraw", null, potential()))));
  }

  private static final String MODEL =
      """
      {"segments": [{"name": "all", "spend": {"perAccount": 100, "perEmployee": 1},
                     "service": {"visits": 1, "hoursPerVisit": 1}}],
       "conversion": {"priorDeals": 2, "rateWithoutDeals": 0.2}, "stages": {"Offer": 0.75}}
      """;

  private static Map<String, String> potential() {
    return Map.of("If-Match", admin.get("/potential").etag());
  }

  private List<Step> planning() {
    return List.of(
        new Step(
            "createPlan",
            "plan.made",
            () ->
                keep(
                    "plan",
                    admin.post(
                        "/plans",
                        Map.of(
                            "name", "Walked",
                            "from", FIRST.toString(),
                            "to", FIRST.plusYears(2).toString(),
                            "country", "US",
                            "unitKind", "COUNTY")),
                    "/id")),
        new Step(
            "setPlanFamilies",
            "plan.changed",
            () ->
                admin.put("/plans/" + known.get("plan") + "/families", Map.of("families", "EACH"))),
        new Step(
            "createScenario",
            "scenario.made",
            () ->
                keep(
                    "scenario",
                    admin.post(
                        "/plans/" + known.get("plan") + "/scenarios",
                        Map.of("name", "Today", "source", "TODAY")),
                    "/id")),
        new Step(
            "changeScenario",
            "scenario.renamed",
            () -> admin.patch(scenario(), Map.of("name", "Of today"), etag(scenario()))),
        new Step(
            "moveUnits",
            "scenario.units.moved",
            () ->
                admin.post(
                    copy() + "/moves",
                    Map.of("unitIds", List.of("17031"), "to", "Area C"),
                    "If-Match",
                    etag(copy()))),
        new Step(
            "undoEdit",
            "scenario.move.undone",
            () -> admin.post(copy() + "/undo", Map.of(), "If-Match", etag(copy()))),
        new Step(
            "redoEdit",
            "scenario.move.redone",
            () -> admin.post(copy() + "/redo", Map.of(), "If-Match", etag(copy()))),
        new Step(
            "setScenarioRules",
            "scenario.rules.changed",
            () ->
                admin.send(
                    "PUT",
                    copy() + "/rules",
                    Map.of(
                        "text",
                        """
                        rules new-business
                        territory "Area A" {
                          rule large when employees in 500..
                        }
                        """),
                    Map.of("If-Match", etag(copy())))),
        new Step(
            "designScenario",
            "scenario.made",
            () -> ended(admin.post(scenario() + "/design", DESIGN))),
        new Step("openTradeOffPlan", "scenario.made", this::openPlan),
        new Step(
            "returnSheet",
            "scenario.made",
            () ->
                admin.upload(
                    scenario() + "/sheet?name=Returned",
                    "back.xlsx",
                    EditedSheet.moved(
                        admin.download(scenario() + "/sheet"), "A4", "Area A", "Area C"))),
        new Step(
            "acceptQuality",
            "quality.accepted",
            () ->
                admin.post(
                    scenario() + "/quality/acceptances",
                    Map.of(
                        "why", "Known.",
                        "share", dryRun().get("doubtfulShare").asDouble(),
                        "effectiveFrom", FIRST.toString()))),
        new Step("submitScenario", "scenario.submitted", () -> review("submit")),
        new Step("sendBackScenario", "scenario.returned", () -> review("send-back")),
        new Step(
            "approveScenario",
            "scenario.approved",
            () -> {
              assertThat(review("submit").status()).isEqualTo(200);
              return review("approve"); // nobody else may
            }),
        new Step("withdrawScenario", "scenario.withdrawn", () -> review("withdraw")),
        new Step("publishScenario", "plan.published", () -> publish(scenario(), FIRST)),
        new Step(
            "undoPublication",
            "publication.undone",
            () -> {
              admin.post(
                  copy() + "/quality/acceptances",
                  Map.of("why", "Known.", "share", 1, "effectiveFrom", NEXT.toString()));
              Answer second = publish(copy(), NEXT);
              assertThat(second.status()).as(second.text()).isEqualTo(201);
              String id = second.json().get("id").asString();
              return admin.post("/publications/" + id + "/undo", Map.of("why", "Too early."));
            }),
        new Step("deleteScenario", "scenario.deleted", () -> admin.delete(another())));
  }

  private Answer review(String act) {
    return admin.post(
        copy() + "/review/" + act, Map.of("why", "Because."), "If-Match", etag(copy()));
  }

  private static final String DESIGN =
      """
      {"name": "Designed", "contiguous": false, "effort": "quick",
       "measures": [{"name": "potential", "tolerance": 0.5}]}
      """;

  private Answer openPlan() {
    Answer job = admin.post(scenario() + "/trade-off", "{\"brief\": " + DESIGN + ", \"steps\": 2}");
    JsonNode ended = admin.follow(job.json().get("id").asString());
    assertThat(ended.get("state").asString()).as(ended.toString()).isEqualTo("SUCCEEDED");
    return admin.post(
        scenario() + "/trade-off/" + ended.get("id").asString() + "/plans/1", Map.of());
  }

  private static Answer ended(Answer job) {
    assertThat(job.status()).as(job.text()).isEqualTo(202);
    JsonNode ended = admin.follow(job.json().get("id").asString());
    assertThat(ended.get("state").asString()).as(ended.toString()).isEqualTo("SUCCEEDED");
    return job;
  }

  private String scenario() {
    return "/scenarios/" + known.get("scenario");
  }

  /** A copy of the scenario of today, made when it is first asked for. */
  private String copy() {
    return "/scenarios/" + known.computeIfAbsent("copy", this::copied);
  }

  private String another() {
    return "/scenarios/" + copied("another");
  }

  private String copied(String name) {
    return admin
        .post(
            "/plans/" + known.get("plan") + "/scenarios",
            Map.of("name", name, "source", "COPY", "copyOf", String.valueOf(known.get("scenario"))))
        .json()
        .get("id")
        .asString();
  }

  private JsonNode dryRun() {
    return admin
        .post(scenario() + "/publications/dry-run", Map.of("effectiveFrom", FIRST.toString()))
        .json();
  }

  private static Answer publish(String scenario, LocalDate from) {
    return admin.post(
        scenario + "/publications",
        Map.of("effectiveFrom", from.toString()),
        "Idempotency-Key",
        "walk-" + from);
  }

  private List<Step> ownership() {
    return List.of(
        new Step(
            "makeException",
            "exception.made",
            () ->
                keep(
                    "exception",
                    admin.post(
                        LAYER + "/exceptions",
                        Map.of(
                            "accountId", account("A0"),
                            "kind", "STRATEGIC",
                            "territory", "Area C",
                            "from", today.toString(),
                            "reviewOn", "2099-01-01",
                            "why", "One of the largest.")),
                    "/id")),
        new Step(
            "reviewException",
            "exception.reviewed",
            () ->
                admin.post(
                    "/exceptions/" + known.get("exception") + "/review",
                    Map.of("next", "2099-06-01", "why", "Still so."))),
        new Step(
            "endException",
            "exception.ended",
            () ->
                admin.post(
                    "/exceptions/" + known.get("exception") + "/end",
                    Map.of("on", "2098-01-01", "why", "No more."))),
        new Step(
            "splitCredit",
            "credit.split",
            () ->
                admin.put(
                    LAYER + "/accounts/" + account("A4") + "/credit",
                    Map.of(
                        "from",
                        today.toString(),
                        "shares",
                        List.of(
                            Map.of("territory", "Area A", "basisPoints", 5_000),
                            Map.of("territory", "Area C", "basisPoints", 5_000)),
                        "why",
                        "Won together."))),
        new Step(
            "endSplit",
            "credit.whole",
            () ->
                admin.delete(
                    LAYER + "/accounts/" + account("A4") + "/credit?on=2098-01-01&why=Done")),
        new Step(
            "correctOwner",
            "account.corrected",
            () ->
                admin.post(
                    LAYER + "/accounts/" + account("A8") + "/corrections",
                    Map.of(
                        "territory", "Area C",
                        "expected", "Area A",
                        "from", today.toString(),
                        "why", "It was so."))),
        new Step("makeProposedMove", "account.moved", this::makeMove),
        new Step(
            "holdOpportunity",
            "deal.held",
            () -> admin.put("/opportunities/" + deal() + "/hold", Map.of("why", "Signed soon."))),
        new Step(
            "releaseOpportunity",
            "deal.released",
            () -> admin.delete("/opportunities/" + deal() + "/hold")));
  }

  /** An account that moves into another county is proposed to move. */
  private Answer makeMove() {
    String account = account("A1");
    String etag = admin.get("/accounts/" + account).etag();
    Answer changed =
        admin.patch(
            "/accounts/" + account,
            Map.of(
                "address",
                Map.of(
                    "city", "Indianapolis",
                    "region", "IN",
                    "postcode", "46201",
                    "country", "US")),
            etag);
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    for (JsonNode move : admin.get(LAYER + "/proposed-moves").json().get("items")) {
      if (move.get("accountId").asString().equals(account)) {
        return admin.post("/proposed-moves/" + move.get("id").asString() + "/make", "");
      }
    }
    throw new AssertionError(changed.text());
  }

  private static String account(String externalId) {
    for (JsonNode account : admin.get("/accounts?q=" + externalId).json().get("items")) {
      if (account.get("externalId").asString().equals(externalId)) {
        return account.get("id").asString();
      }
    }
    throw new AssertionError(externalId);
  }

  private static String deal() {
    return admin.get(LAYER + "/opportunities").json().get("items").get(0).get("id").asString();
  }

  private List<Step> connections() {
    return List.of(
        new Step(
            "createConnection",
            "crm.connect",
            () ->
                keep(
                    "connection",
                    admin.post(
                        "/connections",
                        Map.of(
                            "name", "walked",
                            "system", "SALESFORCE",
                            "address", salesforce.address().toString(),
                            "territoryField", "Territory__c",
                            "source", "walked",
                            "credentials", credentials())),
                    "/id")),
        new Step(
            "changeConnection",
            "crm.change",
            () ->
                admin.put("/connections/" + known.get("connection"), Map.of("territoryField", ""))),
        new Step(
            "deleteConnection",
            "crm.disconnect",
            () -> admin.delete("/connections/" + known.get("connection"))));
  }

  private static Map<String, String> credentials() {
    return Map.of(
        "clientId", SalesforceStub.CLIENT_ID, "clientSecret", SalesforceStub.CLIENT_SECRET);
  }

  private Answer keep(String name, Answer answer, String pointer) {
    assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
    known.put(name, answer.json().at(pointer).asString());
    return answer;
  }

  private static String etag(String address) {
    return admin.get(address).etag();
  }

  private static Set<String> changing() throws IOException {
    Set<String> ids = new TreeSet<>();
    try (InputStream in = AuditWalkTest.class.getResourceAsStream("/openapi/bailiwick-v1.json")) {
      for (var path : Api.JSON.readTree(in).get("paths").properties()) {
        for (var method : path.getValue().properties()) {
          if (!method.getKey().equals("get")) {
            ids.add(method.getValue().get("operationId").asString());
          }
        }
      }
    }
    return ids;
  }
}
