package bailiwick.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import bailiwick.server.Api.Answer;
import bailiwick.store.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Every decision by the same published rules: on save, after a load, of leads and opportunities;
 * and the standing check that nothing contradicts them.
 */
class OneDecisionPathTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final String LAYER = "/layers/new-business";
  private static final String NOBODYS_ID = "019a0000-0000-7000-8000-000000000000";
  private static final String RULES =
      """
      rules new-business
      territory "Area A" {
        rule large when employees in 500..
      }
      """;

  @TempDir private static Path folder;
  private static LoadedServer server;
  private static Api admin;
  private static String plan = "";
  private static int made;

  @BeforeAll
  static void publish() {
    server = LoadedServer.start(folder);
    admin = server.admin();
    plan = server.plan("Decided", FIRST, "POSTCODE");
    String scenario = server.today(plan);
    Answer copy =
        admin.post(
            "/plans/" + plan + "/scenarios",
            Map.of("name", "Ruled", "source", "COPY", "copyOf", scenario));
    assertThat(copy.status()).as(copy.text()).isEqualTo(201);
    String ruled = copy.json().get("id").asString();
    String etag = admin.get("/scenarios/" + ruled).etag();
    Answer kept =
        admin.send(
            "PUT",
            "/scenarios/" + ruled + "/rules",
            Map.of("text", RULES),
            Map.of("If-Match", etag));
    assertThat(kept.status()).as(kept.text()).isEqualTo(200);
    Answer published =
        admin.post(
            "/scenarios/" + ruled + "/publications",
            Map.of("effectiveFrom", FIRST.toString()),
            "Idempotency-Key",
            "decided");
    assertThat(published.status()).as(published.text()).isEqualTo(201);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  @AfterEach
  void nothing_contradicts_the_rules() {
    JsonNode standing = run();
    assertThat(standing.get("contradictions").asInt()).as(standing.toString()).isZero();
  }

  @Test
  void the_check_after_the_publication_saw_every_account() {
    JsonNode standing = admin.get(LAYER + "/standing").json();

    assertThat(standing.get("accounts").asInt()).isGreaterThanOrEqualTo(160);
    assertThat(standing.get("publicationId")).isEqualTo(layer().get("publicationId"));
    assertThat(server.admin().get("/metrics").text())
        .contains("bailiwick_contradictions{layer=\"new-business\"} 0");
  }

  @Test
  void a_new_account_falls_to_its_owner_and_the_ledger_names_the_rule() {
    JsonNode account = create(700, "48201");

    assertThat(ownerOf(account)).isEqualTo("Area A");
    JsonNode row = admin.get("/accounts/" + id(account) + "/history").json().get("items").get(0);
    assertThat(row.get("rule").asString()).isEqualTo("large");
    assertThat(row.get("reason").asString()).contains("by the rule `large`");
  }

  @Test
  void an_account_that_changes_stays_until_its_proposed_move_is_made() {
    JsonNode account = create(20, "48201");
    String before = ownerOf(account);
    assertThat(before).isNotEqualTo("Area A");

    JsonNode changed = employ(account, 800);

    assertThat(ownerOf(changed)).isEqualTo(before);
    JsonNode move = move(account);
    assertThat(move.get("from").asString()).isEqualTo(before);
    assertThat(move.get("to").asString()).isEqualTo("Area A");
    assertThat(move.get("rule").asString()).isEqualTo("large");
    JsonNode standing = run();
    assertThat(standing.get("lawful").asInt()).isEqualTo(1);
    assertThat(kinds(standing)).containsExactly("MOVE_PROPOSED");

    Answer done = admin.post("/proposed-moves/" + id(move) + "/make", "");
    assertThat(done.status()).as(done.text()).isEqualTo(200);
    JsonNode moved = admin.get("/accounts/" + id(account)).json();
    assertThat(ownerOf(moved)).isEqualTo("Area A");
    assertThat(run().get("lawful").asInt()).isZero();
    assertThat(admin.post("/proposed-moves/" + id(move) + "/make", "").status()).isEqualTo(404);
  }

  @Test
  void a_change_that_is_taken_back_takes_the_proposal_back() {
    JsonNode account = create(20, "48201");
    JsonNode changed = employ(account, 800);
    assertThat(move(account)).isNotNull();

    employ(changed, 20);

    assertThat(moves()).noneMatch(move -> move.get("accountId").equals(account.get("id")));
  }

  @Test
  void a_load_decides_new_accounts_and_proposes_moves_of_changed_ones() {
    String header = "id,name,postcode,country,employees\n";
    server.succeed("accounts?partOnly=true", header + "L1,Loaded 1,48201,US,30\n");
    JsonNode first = account("L1");
    String before = ownerOf(first);

    JsonNode job =
        server.load(
            "accounts?partOnly=true",
            header + "L1,Loaded 1,48201,US,900\nL2,Loaded 2,48201,US,900\n");

    assertThat(job.get("problems").toString() + job.get("report"))
        .contains("IMPORT_MOVES_PROPOSED");
    assertThat(ownerOf(account("L1"))).isEqualTo(before);
    assertThat(ownerOf(account("L2"))).isEqualTo("Area A");
    JsonNode history =
        admin.get("/accounts/" + id(account("L2")) + "/history").json().get("items").get(0);
    assertThat(history.get("rule").asString()).isEqualTo("large");
    admin.post("/proposed-moves/" + id(move(first)) + "/make", "");
    assertThat(ownerOf(account("L1"))).isEqualTo("Area A");
  }

  @Test
  void a_row_corrupted_by_hand_is_found_and_named() throws SQLException {
    JsonNode account = create(700, "48201");
    giveByHand(account, "Area C");

    JsonNode standing = run();

    assertThat(standing.get("contradictions").asInt()).isEqualTo(1);
    assertThat(kinds(standing)).containsExactly("OTHER_TERRITORY");
    JsonNode found =
        admin.get(LAYER + "/standing/differences?lawful=false&limit=1").json().get("items").get(0);
    assertThat(found.get("accountId")).isEqualTo(account.get("id"));
    assertThat(found.get("kept").asString()).isEqualTo("Area C");
    assertThat(found.get("byRules").asString()).isEqualTo("Area A");
    assertThat(found.get("rule").asString()).isEqualTo("large");
    assertThat(found.get("sentence").asString())
        .isEqualTo("The ledger gives it to Area C, and the rules to Area A.");
    JsonNode decision = admin.get("/accounts/" + id(account) + "/decision").json();
    assertThat(decision.get("ledger").get("agrees").asBoolean()).isFalse();
    assertThat(admin.get("/metrics").text())
        .contains("bailiwick_contradictions{layer=\"new-business\"} 1");

    giveByHand(account, "Area A");
  }

  @Test
  void an_ownership_that_is_gone_is_found_too() throws SQLException {
    JsonNode account = create(700, "48201");
    String which = " WHERE account_id = '" + id(account) + "'";
    corrupt("UPDATE ownership SET valid = daterange('1999-01-01', '1999-02-01')" + which);

    assertThat(kinds(run())).containsExactly("NOT_IN_LEDGER");

    corrupt("UPDATE ownership SET valid = daterange('2026-01-01', NULL)" + which);
  }

  @Test
  void a_lead_that_was_sent_elsewhere_by_hand_is_found() throws SQLException {
    Answer lead =
        admin.post(
            "/leads",
            Map.of(
                "company",
                "Large Labs",
                "address",
                Map.of("postcode", "48201", "country", "US"),
                "employees",
                700,
                "annualRevenue",
                1_234_567.89));
    assertThat(lead.status()).as(lead.text()).isEqualTo(201);
    assertThat(run().get("leads").asInt()).isEqualTo(1);
    corrupt("UPDATE lead SET territory_code = 'Area D'");

    assertThat(kinds(run())).containsExactly("LEAD_ELSEWHERE");
    JsonNode found = admin.get(LAYER + "/standing/differences").json().get("items").get(0);
    assertThat(found.get("leadId")).isEqualTo(lead.json().get("id"));
    assertThat(found.get("name").asString()).isEqualTo("Large Labs");
    assertThat(found.get("byRules").asString()).isEqualTo("Area A");

    corrupt("UPDATE lead SET territory_code = 'Area A'");
  }

  @Test
  void an_opportunity_follows_its_account_unless_it_is_held() throws SQLException {
    JsonNode account = create(20, "48201");
    String before = ownerOf(account);
    String external = account.get("externalId").asString();
    corrupt("UPDATE account SET source = 'file' WHERE id = '" + id(account) + "'");
    server.succeed(
        "opportunities",
        "id,account,stage,amount,closed\nD1,%1$s,Offer,1000,\nD2,%1$s,Offer,500,\n"
            .formatted(external));
    assertThat(deal("D1").get("territoryCode").asString()).isEqualTo(before);
    Answer held =
        admin.put("/opportunities/" + id(deal("D1")) + "/hold", Map.of("why", "signed soon"));
    assertThat(held.status()).as(held.text()).isEqualTo(200);

    employ(admin.get("/accounts/" + id(account)).json(), 800);
    assertThat(deal("D2").get("territoryCode").asString()).as("waits, too").isEqualTo(before);
    admin.post("/proposed-moves/" + id(move(account)) + "/make", "");

    assertThat(deal("D1").get("territoryCode").asString()).isEqualTo(before);
    assertThat(deal("D2").get("territoryCode").asString()).isEqualTo("Area A");
    JsonNode standing = run();
    assertThat(standing.get("opportunities").asInt()).isEqualTo(2);
    assertThat(kinds(standing)).containsExactly("DEAL_HELD");
    JsonNode found =
        admin.get(LAYER + "/standing/differences?kind=DEAL_HELD").json().get("items").get(0);
    assertThat(found.get("opportunity").asString()).isEqualTo("D1");
    assertThat(found.get("lawful").asBoolean()).isTrue();
    assertThat(admin.get(LAYER + "/opportunities?held=true").json().get("items").size())
        .isEqualTo(1);
    String ofAccount = LAYER + "/opportunities?account=" + id(account);
    assertThat(admin.get(ofAccount).json().get("items")).hasSize(2);
    assertThat(admin.get(ofAccount + "&held=true").json().get("items")).hasSize(1);

    corrupt("UPDATE deal_decision SET territory_code = 'Area B' WHERE external_id = 'D2'");
    assertThat(kinds(run())).containsExactlyInAnyOrder("DEAL_ELSEWHERE", "DEAL_HELD");
    corrupt("UPDATE deal_decision SET territory_code = 'Area A' WHERE external_id = 'D2'");

    JsonNode released = admin.delete("/opportunities/" + id(deal("D1")) + "/hold").json();
    assertThat(released.get("territoryCode").asString()).isEqualTo("Area A");
    assertThat(run().get("lawful").asInt()).isZero();
  }

  @Test
  void the_smallest_change_of_every_account_really_moves_it() {
    int moved = 0;
    for (JsonNode account : admin.get("/accounts?limit=500").json().get("items")) {
      JsonNode decision = admin.get("/accounts/" + id(account) + "/decision").json();
      assertThat(decision.get("ledger").get("agrees").asBoolean()).isTrue();
      assertThat(decision.get("held").get(0).get("won").asBoolean()).isTrue();
      assertThat(explain(valuesOf(decision)).get("owner")).isEqualTo(decision.get("owner"));
      JsonNode change = decision.get("change");
      if (!change.isNull()) {
        Map<String, String> values = valuesOf(decision);
        change.get("values").forEach(value -> values.put(field(value), text(value.get("to"))));
        JsonNode then = explain(values);
        assertThat(territory(then)).isEqualTo(text(change.get("territoryCode")));
        assertThat(territory(then)).isNotEqualTo(territory(decision));
        moved++;
      }
    }
    assertThat(moved).isGreaterThan(100);
  }

  @Test
  void an_explanation_shows_the_value_that_each_condition_met() {
    JsonNode decision = explain(Map.of("employees", "700", "area", "US/MI/26163/48201"));

    JsonNode winner = decision.get("held").get(0);
    assertThat(decision.get("rule").asString()).isEqualTo("large");
    assertThat(winner.get("conditions").get(0).get("text").asString())
        .isEqualTo("employees in 500..");
    assertThat(winner.get("conditions").get(0).get("value").asString()).isEqualTo("700");
    assertThat(decision.get("heldCount").asInt()).as("the area, too").isEqualTo(2);
    assertThat(decision.get("change").get("values").get(0).get("to").asString()).isEqualTo("499");
  }

  @Test
  void what_cannot_be_explained_says_why() {
    Answer unknown = admin.post("/decisions/explain", Map.of("values", Map.of("colour", "red")));
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.text()).contains("/values/colour", "known are area, industry, employees");
    Answer wrong = admin.post("/decisions/explain", Map.of("values", Map.of("employees", "many")));
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(admin.get("/accounts/" + NOBODYS_ID + "/decision").status()).isEqualTo(404);
    for (String path : List.of("/standing", "/standing/differences", "/proposed-moves")) {
      Answer none = admin.get("/layers/nothing" + path);
      assertThat(none.status()).as(path).isEqualTo(404);
      assertThat(none.code()).isEqualTo("NOT_FOUND");
    }
    Answer early =
        admin.post(
            "/decisions/explain", Map.of("values", Map.of("employees", "7"), "on", "2020-01-01"));
    assertThat(early.status()).isEqualTo(409);
    assertThat(early.code()).isEqualTo("PUBLICATION_NONE");
  }

  @Test
  void rules_are_proven_as_the_command_line_proves_them() {
    JsonNode text =
        admin
            .post(
                "/rules/check",
                Map.of("text", "rules l\nterritory T { rule r when employees in 5.. }\n"))
            .json();
    assertThat(text.get("verdict").asString()).isEqualTo("COUNTEREXAMPLE");
    assertThat(text.get("gapPoints").asInt()).isPositive();

    Map<String, Object> rule =
        Map.of(
            "id",
            "r1",
            "territory",
            "T",
            "priority",
            100,
            "when",
            Map.of("op", "between", "field", "employees", "lo", 1, "hi", 30));
    Map<String, Object> tree =
        Map.of("domain", Map.of("employees", List.of(1, 40)), "rules", List.of(rule));
    JsonNode proof = admin.post("/rules/check", Map.of("tree", tree)).json();
    assertThat(proof.get("points").asInt()).isEqualTo(40);
    assertThat(proof.get("gapPoints").asInt()).isEqualTo(10);

    Answer wrong = admin.post("/rules/check", Map.of("text", "rules l\nterritory T { rule }"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.json().get("span").get("line").asInt()).isEqualTo(2);
    assertThat(admin.post("/rules/check", Map.of()).code()).isEqualTo("REQUEST_FIELD");
    Answer large = admin.post("/rules/check", Map.of("text", "x".repeat(17 << 20)));
    assertThat(large.status()).isEqualTo(413);
    assertThat(large.code()).isEqualTo("REQUEST_TOO_LARGE");
  }

  @Test
  void a_body_that_comes_in_chunks_ends_where_others_do() {
    String text = "{\"text\":\"%s\"}";

    Answer large = admin.postInChunks("/rules/check", text.formatted("x".repeat(17 << 20)));
    assertThat(large.status()).as(large.text()).isEqualTo(413);
    assertThat(large.code()).isEqualTo("REQUEST_TOO_LARGE");
    Answer endless = admin.postInChunks("/accounts", " ".repeat(20 << 20) + "{}");
    assertThat(endless.code()).isEqualTo("REQUEST_TOO_LARGE");
    Answer small =
        admin.postInChunks(
            "/rules/check", text.formatted("rules l territory T { rule r when always }"));
    assertThat(small.json().get("gapPoints").asInt()).isZero();
  }

  /** 100,000 with {@code -Pdeep}, in ten million characters. */
  @Test
  void many_rules_are_proven_in_one_request() {
    int rules = Boolean.getBoolean("bailiwick.deep") ? 100_000 : 3_000;
    StringBuilder text = new StringBuilder("rules l\nterritory T {\n");
    for (int rule = 0; rule < rules; rule++) {
      text.append(
          "  rule the-rule-of-some-size-of-company-that-is-one-of-many-%06d when employees in %s..%s\n"
              .formatted(rule, rule * 10, rule * 10 + 9));
    }
    text.append("}\n");

    JsonNode proof = admin.post("/rules/check", Map.of("text", text.toString())).json();

    assertThat(proof.get("points").asInt()).isEqualTo(rules + 2);
    assertThat(proof.get("gapPoints").asInt()).isEqualTo(2);
    assertThat(proof.get("conflictPoints").asInt()).isZero();
  }

  @Test
  void a_proof_tells_how_many_accounts_each_finding_touches() {
    JsonNode large = proofOf("rule r when employees in 500..", "?accounts=true");
    JsonNode small = proofOf("rule r when employees in ..499, unknown", "?accounts=true");

    int accounts = admin.get("/company").json().get("accounts").asInt();
    assertThat(large.get("gapAccounts").asInt()).isPositive();
    assertThat(large.get("gapAccounts").asInt() + small.get("gapAccounts").asInt())
        .isEqualTo(accounts);
    assertThat(large.get("gapValue").asDouble()).isPositive();
    assertThat(proofOf("rule r when employees in 500..", "").has("gapAccounts")).isFalse();
    JsonNode dated = proofOf("rule r from 2026-01-01 when employees in 500..", "?accounts=true");
    assertThat(dated.get("from").asString()).isEqualTo("2026-01-01");
    assertThat(dated.get("verdict").asString()).isEqualTo("COUNTEREXAMPLE");
    assertThat(dated.get("gapAccounts")).isEqualTo(large.get("gapAccounts"));
    Answer tree = admin.post("/rules/check?accounts=true", Map.of("tree", Map.of()));
    assertThat(tree.code()).isEqualTo("REQUEST_PARAMETER");
  }

  private static final String TABLE =
      """
      <?xml version="1.0" encoding="UTF-16"?>
      <definitions xmlns="https://www.omg.org/spec/DMN/20211108/MODEL/" id="d" name="d">
        <decision id="vat" name="VAT"><decisionTable id="vats" hitPolicy="UNIQUE">
          <input><inputExpression typeRef="number"><text>amount</text></inputExpression></input>
          <output name="rate"/>
          <rule><inputEntry><text>&lt; 10</text></inputEntry>
            <outputEntry><text>0</text></outputEntry></rule>
          <rule><inputEntry><text>&gt; 10</text></inputEntry>
            <outputEntry><text>20</text></outputEntry></rule>
        </decisionTable></decision>
      </definitions>
      """;

  @Test
  void decision_tables_are_proven_and_compared_over_http() {
    JsonNode proof = admin.post("/rules/check", Map.of("dmn", TABLE)).json();
    assertThat(proof.get("verdict").asString()).isEqualTo("COUNTEREXAMPLE");
    JsonNode table = proof.get("tables").get(0);
    assertThat(table.get("gapShare").asString()).isEqualTo("1/3");
    assertThat(table.get("gaps").get(0).get("text").asString()).isEqualTo("amount 10");
    assertThat(proof.get("problems")).isEmpty();

    String after = TABLE.replace("&gt; 10", "&gt;= 10");
    JsonNode diff =
        admin
            .post(
                "/rules/diff",
                Map.of("before", Map.of("dmn", TABLE), "after", Map.of("dmn", after)))
            .json();
    JsonNode move = diff.get("tables").get(0).get("moves").get(0);
    assertThat(move.get("from").isNull()).isTrue();
    assertThat(move.get("to").asString()).isEqualTo("20");

    Map<String, Object> text = Map.of("text", "rules l\nterritory T { rule r when always }\n");
    Answer mixed = admin.post("/rules/diff", Map.of("before", Map.of("dmn", TABLE), "after", text));
    assertThat(mixed.status()).isEqualTo(400);
    assertThat(mixed.text()).contains("tables are compared with tables");
    assertThat(admin.post("/rules/check?accounts=true", Map.of("dmn", TABLE)).code())
        .isEqualTo("REQUEST_PARAMETER");
    assertThat(admin.post("/rules/check", Map.of("dmn", TABLE, "text", "rules l")).code())
        .isEqualTo("REQUEST_FIELD");
    Answer broken = admin.post("/rules/check", Map.of("dmn", "<definitions>"));
    assertThat(broken.status()).isEqualTo(422);
    assertThat(broken.code()).isEqualTo("TABLE_NOT_XML");
  }

  @Test
  void a_tree_keeps_every_place_of_its_numbers_and_no_key_stands_twice() {
    String exact =
        """
        {"tree": {"fields": [{"name": "share", "type": "number", "decimals": 6, "known": true,
          "lo": 123456789012.000001, "hi": 123456789012.000003}],
         "rules": [{"id": "a", "territory": "A", "when":
          {"op": "between", "field": "share", "lo": 123456789012.000002}}]}}
        """;
    JsonNode proof = admin.post("/rules/check", exact).json();
    assertThat(proof.get("points").asInt()).isEqualTo(3);
    assertThat(proof.get("gapPoints").asInt()).isEqualTo(1);

    Answer twice = admin.post("/rules/check", "{\"tree\": {\"rules\": [], \"rules\": []}}");
    assertThat(twice.status()).isEqualTo(422);
    assertThat(twice.code()).isEqualTo("RULE_DUPLICATE");
    Answer unread =
        admin.post("/rules/check", exact.replace("{\"fields\"", "{\"rulez\": 7, \"fields\""));
    assertThat(unread.json().get("problems").get(0).get("code").asString())
        .isEqualTo("RULE_UNREAD_KEY");
  }

  @Test
  void each_layer_of_a_text_or_a_tree_is_proven_by_itself() {
    String layers =
        """
        rules sales
        territory A { rule a when employees in 1.. }
        rules service
        territory S { rule s when always }
        """;
    JsonNode proof = admin.post("/rules/check?accounts=true", Map.of("text", layers)).json();

    assertThat(proof.get("verdict").asString()).isEqualTo("COUNTEREXAMPLE");
    assertThat(proof.get("layers"))
        .extracting(layer -> layer.get("layer").asString(), layer -> layer.get("points").asInt())
        .containsExactly(tuple("sales", 3), tuple("service", 1));
    assertThat(proof.get("layers").get(0).has("gapAccounts")).isTrue();
    assertThat(proof.get("problems")).isNotNull();
  }

  @Test
  void a_proof_ends_when_its_time_is_up() {
    Map<String, Object> rules = Map.of("text", "rules l\nterritory T { rule r when always }\n");

    Answer never = admin.post("/rules/check?seconds=0", rules);
    assertThat(never.status()).isEqualTo(400);
    assertThat(never.text()).contains("must be from 1 to 60");
    assertThat(admin.post("/rules/check?seconds=60", rules).status()).isEqualTo(200);
    assertThat(
            admin.post("/rules/diff?seconds=61", Map.of("before", rules, "after", rules)).status())
        .isEqualTo(400);
  }

  private static JsonNode proofOf(String rule, String query) {
    Answer answer =
        admin.post(
            "/rules/check" + query,
            Map.of("text", "rules l\nterritory T { %s }\n".formatted(rule)));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  @Test
  void two_versions_are_compared_over_their_fields() {
    String before = "rules l\nterritory T { rule r when segment is x or not segment is x }\n";
    String after = before + "territory U { rule s priority 5 when segment is x }\n";

    JsonNode diff =
        admin
            .post(
                "/rules/diff",
                Map.of("before", Map.of("text", before), "after", Map.of("text", after)))
            .json();

    assertThat(diff.get("moves").size()).isEqualTo(1);
    assertThat(diff.get("moves").get(0).get("from").asString()).isEqualTo("T");
    assertThat(diff.get("moves").get(0).get("witness").get("segment").asString()).isEqualTo("x");
  }

  @Test
  void a_proposed_text_tells_which_accounts_it_would_move() {
    String published = admin.get("/plans/" + plan + "/rules").json().get("text").asString();
    Answer same = admin.post(LAYER + "/rules/compare", Map.of("text", published));
    assertThat(same.status()).as(same.text()).isEqualTo(200);
    assertThat(same.json().get("moved").get("accounts").asInt()).isZero();

    JsonNode compared =
        admin
            .post(
                LAYER + "/rules/compare",
                Map.of("text", published.replace("employees in 500..", "employees in 800..")))
            .json();

    double flows = 0;
    for (JsonNode flow : compared.get("flows")) {
      assertThat(flow.get("from").asString()).isEqualTo("Area A");
      flows += flow.get("moved").get("accounts").asDouble();
    }
    assertThat(flows).isPositive().isEqualTo(compared.get("moved").get("accounts").asDouble());
    assertThat(compared.get("largest").size()).isEqualTo((int) flows);
    for (JsonNode move : compared.get("largest")) {
      JsonNode decision =
          admin.get("/accounts/" + move.get("accountId").asString() + "/decision").json();
      Map<String, String> values = valuesOf(decision);
      assertThat(Integer.parseInt(values.get("employees"))).isBetween(500, 799);
      values.put("employees", "20");
      assertThat(territory(explain(values))).isEqualTo(move.get("to").asString());
    }
  }

  private static JsonNode run() {
    Answer answer = admin.post(LAYER + "/standing", "");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static List<String> kinds(JsonNode standing) {
    return stream(standing.get("kinds")).map(kind -> kind.get("kind").asString()).toList();
  }

  private static JsonNode layer() {
    return admin.get("/layers").json().get("items").get(0);
  }

  private static JsonNode create(int employees, String postcode) {
    String external = "NEW-" + made++;
    Answer answer =
        admin.post(
            "/accounts",
            Map.of(
                "externalId",
                external,
                "name",
                "New " + external,
                "address",
                Map.of("postcode", postcode, "country", "US"),
                "employees",
                employees));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json();
  }

  private static JsonNode employ(JsonNode account, int employees) {
    Answer changed =
        admin.patch(
            "/accounts/" + id(account),
            Map.of("employees", employees),
            "\"" + account.get("version").asLong() + "\"");
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    return changed.json();
  }

  private static List<JsonNode> moves() {
    return stream(admin.get(LAYER + "/proposed-moves").json().get("items")).toList();
  }

  private static JsonNode move(JsonNode account) {
    return moves().stream()
        .filter(move -> move.get("accountId").equals(account.get("id")))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode deal(String externalId) {
    return stream(admin.get(LAYER + "/opportunities").json().get("items"))
        .filter(deal -> deal.get("externalId").asString().equals(externalId))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode account(String externalId) {
    JsonNode row =
        stream(admin.get("/accounts?q=" + externalId).json().get("items"))
            .filter(each -> each.get("externalId").asString().equals(externalId))
            .findFirst()
            .orElseThrow();
    return admin.get("/accounts/" + id(row)).json();
  }

  private static JsonNode explain(Map<String, String> values) {
    Answer answer = admin.post("/decisions/explain", Map.of("values", values));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static Map<String, String> valuesOf(JsonNode decision) {
    Map<String, String> values = new HashMap<>();
    decision.get("values").forEach(value -> values.put(field(value), text(value.get("value"))));
    return values;
  }

  private static String field(JsonNode value) {
    return value.get("field").asString();
  }

  /** Empty for what is unknown or nobody. */
  private static String text(JsonNode value) {
    return value.isNull() ? "" : value.asString();
  }

  private static String territory(JsonNode decision) {
    JsonNode owner = decision.get("owner");
    return owner.isNull() ? "" : owner.get("territoryCode").asString();
  }

  private static String ownerOf(JsonNode account) {
    return account.get("ownership").get("owner").get("territoryCode").asString();
  }

  private static String id(JsonNode thing) {
    return thing.get("id").asString();
  }

  private static Stream<JsonNode> stream(JsonNode items) {
    return StreamSupport.stream(items.spliterator(), false);
  }

  private static void giveByHand(JsonNode account, String territory) throws SQLException {
    corrupt(
        "UPDATE ownership SET territory_id = (SELECT id FROM territory WHERE code = '%s')"
                .formatted(territory)
            + " WHERE superseded_at IS NULL AND account_id = '%s'".formatted(id(account)));
  }

  /** Writes past the guards of the ledger. */
  private static void corrupt(String sql) throws SQLException {
    EmbeddedPostgres.Running database =
        EmbeddedPostgres.findRunning(folder.resolve("store")).orElseThrow();
    try (Connection connection =
            DriverManager.getConnection(
                database.jdbcUrl(), database.username(), database.password());
        Statement statement = connection.createStatement()) {
      statement.execute("SET session_replication_role = replica");
      assertThat(statement.executeUpdate(sql)).isPositive();
    }
  }
}
