package bailiwick.server;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.server.Api.Answer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Written rules from the first proof to the owner they decide, each test on a copy of today. */
class WrittenRulesTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final String LARGE = rules("rule large when employees in 500..");

  @TempDir private static Path folder;
  private static LoadedServer server;
  private static Api admin;
  private static String plan = "";
  private static String today = "";
  private static int copies;

  @BeforeAll
  static void start() {
    server = LoadedServer.start(folder);
    admin = server.admin();
    plan = server.plan("Ruled", FIRST, "POSTCODE");
    today = server.today(plan);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_rule_takes_accounts_that_count_in_its_territory_from_then_on() {
    String scenario = copyOf(today);
    JsonNode before = summary(scenario);

    JsonNode kept = keep(scenario, LARGE).json();

    double taken = 0;
    for (JsonNode from : kept.get("rules").get(0).get("takenFrom")) {
      boolean own = from.get("territoryCode").asString().equals("Area A");
      taken += own ? 0 : from.get("decides").get("accounts").asDouble();
    }
    assertThat(taken).isPositive();
    assertThat(accountsOfAreaA(summary(scenario))).isEqualTo(accountsOfAreaA(before) + taken);
    assertThat(summary(scenario).get("total")).isEqualTo(before.get("total"));
    assertThat(summary(scenario).get("undecided")).isEmpty();
    assertThat(written(scenario)).isEqualTo(kept);
  }

  @Test
  void a_named_account_that_today_holds_by_name_is_taken_by_a_rule_that_comes_before() {
    String scenario = copyOf(today);

    JsonNode kept = keep(scenario, rules("rule key priority 5 when account is A1, A2")).json();

    assertThat(kept.get("rules").get(0).get("decides").get("accounts").asInt()).isEqualTo(2);
  }

  @Test
  void rules_that_cannot_be_proven_are_refused_with_their_line() {
    Answer refused =
        put(copyOf(today), "rules new-business\nterritory Nowhere { rule a when always }\n");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("WRITTEN_UNKNOWN_TERRITORY");
    assertThat(refused.json().get("span").get("line").asInt()).isEqualTo(2);
  }

  @Test
  void the_dry_run_tells_what_each_rule_takes() {
    String scenario = copyOf(today);
    JsonNode kept = keep(scenario, LARGE).json();

    JsonNode dryRun =
        admin
            .post(
                "/scenarios/" + scenario + "/publications/dry-run",
                Map.of("effectiveFrom", FIRST.toString()))
            .json();

    assertThat(dryRun.get("written")).isEqualTo(kept.get("rules"));
  }

  @Test
  void a_copy_has_the_rules_of_its_original() {
    String scenario = copyOf(today);
    keep(scenario, LARGE);

    assertThat(written(copyOf(scenario)).get("text").asString()).isEqualTo(LARGE);
  }

  @Test
  void published_rules_decide_leads_and_explain_owners() {
    String scenario = copyOf(today);
    keep(
        scenario,
        rules(
            """
            rule large when employees in 500..
              rule key priority 5 when account is A1
            """));
    Answer published =
        admin.post(
            "/scenarios/" + scenario + "/publications",
            Map.of("effectiveFrom", FIRST.toString()),
            "Idempotency-Key",
            "rules");
    assertThat(published.status()).as(published.text()).isEqualTo(201);

    Map<String, Object> lead =
        Map.of("company", "Large", "address", Map.of("postcode", "48201"), "employees", 700);
    JsonNode decision =
        admin.post("/decisions", Map.of("lead", lead, "on", FIRST.toString())).json();
    assertThat(decision.get("owner").get("territoryCode").asString()).isEqualTo("Area A");
    assertThat(decision.get("reason").asString())
        .contains("by the rule `large`: `employees in 500..` holds for 700");
    JsonNode owned = admin.get("/accounts/" + account("A1") + "/ownership?on=" + FIRST).json();
    assertThat(owned.get("owner").get("territoryCode").asString()).isEqualTo("Area A");
    assertThat(owned.get("explanation").get("rule").asString()).startsWith("account is ");
  }

  @Test
  void rules_whose_account_has_become_ambiguous_are_shown_with_why_and_can_be_mended() {
    String scenario = copyOf(today);
    String text =
        rules(
            """
            rule large when employees in 500..
              rule key priority 5 when account is %s
            """);
    keep(scenario, text.formatted("A7"));
    String own = account("A7");
    Answer another = admin.post("/accounts", Map.of("externalId", "A7", "name", "Another A7"));
    assertThat(another.status()).as(another.text()).isEqualTo(201);

    Answer shown = admin.get("/scenarios/" + scenario + "/rules");

    assertThat(shown.status()).as(shown.text()).isEqualTo(200);
    assertThat(shown.json().get("text").asString()).isEqualTo(text.formatted("A7"));
    assertThat(shown.json().get("rules")).isEmpty();
    JsonNode problem = shown.json().get("problems").get(0);
    assertThat(problem.get("code").asString()).isEqualTo("WRITTEN_UNKNOWN_ACCOUNT");
    assertThat(problem.get("severity").asString()).isEqualTo("ERROR");
    assertThat(problem.get("row").asInt()).isEqualTo(4);
    assertThat(summary(scenario).get("undecided")).containsExactly(problem);

    JsonNode mended = keep(scenario, text.formatted(own)).json();
    assertThat(mended.get("rules").get(1).get("decides").get("accounts").asInt()).isEqualTo(1);
    assertThat(summary(scenario).get("undecided")).isEmpty();
  }

  @Test
  void a_design_keeps_the_rules_that_stood_when_it_began() {
    String scenario = copyOf(today);
    keep(scenario, LARGE);
    String job = design(scenario, Map.of("effort", "thorough"));
    JsonNode working = admin.get("/jobs/" + job).json();
    while (working.get("objective").isNull() && working.get("finishedAt").isNull()) {
      working = admin.get("/jobs/" + job).json();
    }
    keep(scenario, "");
    admin.delete("/jobs/" + job);

    String designed = admin.follow(job).get("resultScenarioId").asString();

    assertThat(written(scenario).get("text").asString()).isEmpty();
    assertThat(written(designed).get("text").asString()).isEqualTo(LARGE);
  }

  @Test
  void a_design_of_another_number_of_territories_tells_that_rules_do_not_go_on() {
    String scenario = copyOf(today);
    keep(scenario, LARGE);
    String name = summary(scenario).get("name").asString();

    JsonNode ended = admin.follow(design(scenario, Map.of("effort", "quick", "territories", 5)));

    assertThat(ended.get("problems"))
        .filteredOn(problem -> problem.get("code").asString().equals("DESIGN_DROPS_RULES"))
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.get("severity").asString()).isEqualTo("WARNING");
          assertThat(problem.get("message").asString())
              .matches(
                  "The design has 5 territories and `%s` 4, so its written rules and its named"
                          .formatted(name)
                      + " accounts \\(\\d+\\) do not go on\\.");
        });
    assertThat(written(ended.get("resultScenarioId").asString()).get("text").asString()).isEmpty();
  }

  @Test
  void what_nobody_would_own_is_published_on_somebodys_word_alone() {
    String scenario = copyOf(today);
    Answer taken =
        admin.post(
            "/scenarios/" + scenario + "/moves",
            takenOut("48201"),
            "If-Match",
            admin.get("/scenarios/" + scenario).etag());
    assertThat(taken.status()).as(taken.text()).isEqualTo(200);
    JsonNode dryRun =
        admin
            .post(
                "/scenarios/" + scenario + "/publications/dry-run",
                Map.of("effectiveFrom", FIRST.toString()))
            .json();
    int gap = dryRun.get("unownedPostcodes").asInt();
    assertThat(gap).isPositive();

    Answer refused = publish(scenario, Map.of("effectiveFrom", FIRST.toString()));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("PUBLICATION_GAP");
    Answer without = publish(scenario, waived(gap, " "));
    assertThat(without.status()).as("a waiver without a reason").isEqualTo(400);

    Answer published = publish(scenario, waived(gap, "A partner serves them."));

    assertThat(published.status()).as(published.text()).isEqualTo(201);
    assertThat(published.json().get("waivedWhy").asString()).isEqualTo("A partner serves them.");
    assertThat(published.json().get("waivedBy").asString()).isNotBlank();
    assertThat(published.json().get("waivedPostcodes").asInt()).isEqualTo(gap);
  }

  @Test
  void a_waiver_covers_no_more_than_the_dry_run_showed() {
    String scenario = copyOf(today);
    for (String unit : List.of("48201", "48202")) {
      admin.post(
          "/scenarios/" + scenario + "/moves",
          takenOut(unit),
          "If-Match",
          admin.get("/scenarios/" + scenario).etag());
    }

    Answer refused = publish(scenario, waived(1, "A partner serves them."));

    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("PUBLICATION_GAP");
  }

  /** Takes a unit out of any territory. */
  private static Map<String, Object> takenOut(String unit) {
    Map<String, Object> move = new HashMap<>();
    move.put("unitIds", List.of(unit));
    move.put("to", null);
    return move;
  }

  private static Map<String, Object> waived(int postcodes, String reason) {
    return Map.of(
        "effectiveFrom",
        FIRST.toString(),
        "waiver",
        Map.of("postcodes", postcodes, "reason", reason));
  }

  private static Answer publish(String scenario, Map<String, Object> request) {
    return admin.post(
        "/scenarios/" + scenario + "/publications", request, "Idempotency-Key", "gap " + ++copies);
  }

  /** Rules of the layer for Area A. */
  private static String rules(String rules) {
    return "rules new-business\nterritory \"Area A\" {\n  %s\n}\n".formatted(rules.strip());
  }

  private static String copyOf(String scenario) {
    Answer copy =
        admin.post(
            "/plans/" + plan + "/scenarios",
            Map.of("name", "Copy " + ++copies, "source", "COPY", "copyOf", scenario));
    assertThat(copy.status()).as(copy.text()).isEqualTo(201);
    return copy.json().get("id").asString();
  }

  private static JsonNode summary(String scenario) {
    return admin.get("/scenarios/" + scenario).json();
  }

  private static JsonNode written(String scenario) {
    return admin.get("/scenarios/" + scenario + "/rules").json();
  }

  private static Answer keep(String scenario, String text) {
    Answer kept = put(scenario, text);
    assertThat(kept.status()).as(kept.text()).isEqualTo(200);
    return kept;
  }

  private static Answer put(String scenario, String text) {
    String etag = admin.get("/scenarios/" + scenario).etag();
    return admin.send(
        "PUT", "/scenarios/" + scenario + "/rules", Map.of("text", text), Map.of("If-Match", etag));
  }

  private static String design(String scenario, Map<String, Object> request) {
    Answer job = admin.post("/scenarios/" + scenario + "/design", request);
    assertThat(job.status()).as(job.text()).isEqualTo(202);
    return job.json().get("id").asString();
  }

  /** Our id of the account that the file names so. */
  private static String account(String externalId) {
    JsonNode items = admin.get("/accounts?q=" + externalId + "&limit=500").json().get("items");
    return StreamSupport.stream(items.spliterator(), false)
        .filter(account -> account.get("externalId").asString().equals(externalId))
        .map(account -> account.get("id").asString())
        .findFirst()
        .orElseThrow();
  }

  private static double accountsOfAreaA(JsonNode summary) {
    return StreamSupport.stream(summary.get("territories").spliterator(), false)
        .filter(territory -> territory.get("code").asString().equals("Area A"))
        .mapToDouble(territory -> territory.get("totals").get("accounts").asDouble())
        .findFirst()
        .orElseThrow();
  }
}
