package bailiwick.server;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.server.Api.Answer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** What a first-time planner does, in order: each test goes on where the one before ended. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeLoopTest {

  private static final TestServer SERVER = TestServer.get();
  private static final Api ADMIN = SERVER.administrator();
  private static final LocalDate TODAY =
      LocalDate.parse(ADMIN.get("/company").json().get("today").asString());

  private static Api planner = ADMIN;
  private static String plan = "";
  private static String today = "";
  private static String proposed = "";
  private static JsonNode publication = Api.JSON.missingNode();

  @Test
  @Order(1)
  void files_are_checked_and_then_loaded() {
    planner = SERVER.person("PLANNER", Map.of());

    Answer check = planner.upload("/imports/accounts/check", "a.csv", TestCompany.accounts());
    assertThat(check.status()).as(check.text()).isEqualTo(200);
    assertThat(check.json().get("accepted").asInt()).isEqualTo(160);
    assertThat(check.json().get("loaded").asBoolean()).isFalse();
    assertThat(planner.get("/accounts").json().get("items").size()).isZero();

    JsonNode people = load("representatives", TestCompany.representatives());
    assertThat(people.get("state").asString()).as(people.toString()).isEqualTo("SUCCEEDED");
    JsonNode accounts = load("accounts", TestCompany.accounts());
    assertThat(accounts.get("report").get("loaded").asBoolean()).as(accounts.toString()).isTrue();
    assertThat(planner.get("/company").json().get("accounts").asInt()).isEqualTo(160);
    assertThat(planner.get("/representatives").json().get("items").size()).isEqualTo(4);
  }

  private static JsonNode load(String kind, String csv) {
    Answer job = planner.upload("/imports/" + kind, kind + ".csv", csv);
    assertThat(job.status()).as(job.text()).isEqualTo(202);
    return planner.follow(job.json().get("id").asString());
  }

  @Test
  @Order(2)
  void a_plan_shows_how_things_are_today() {
    Answer made =
        planner.post(
            "/plans",
            Map.of(
                "name",
                "Loop",
                "from",
                TODAY.withDayOfYear(1).toString(),
                "to",
                TODAY.withDayOfYear(1).plusYears(2).toString(),
                "country",
                "US",
                "unitKind",
                "POSTCODE"));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    plan = made.json().get("id").asString();

    Answer scenario =
        planner.post("/plans/" + plan + "/scenarios", Map.of("name", "Today", "source", "TODAY"));
    assertThat(scenario.status()).as(scenario.text()).isEqualTo(201);
    today = scenario.json().get("id").asString();
    JsonNode summary = scenario.json();
    assertThat(summary.get("today").asBoolean()).isTrue();
    assertThat(summary.get("territories").size()).isEqualTo(4);
    assertThat(summary.get("total").get("accounts").asDouble()).isEqualTo(160);
    double accounts = 0;
    for (JsonNode territory : summary.get("territories")) {
      accounts += territory.get("totals").get("accounts").asDouble();
      assertThat(territory.get("representativeName").asString()).isNotBlank();
    }
    assertThat(accounts).isEqualTo(160);
  }

  @Test
  @Order(3)
  void a_design_job_makes_a_scenario_beside_today() {
    Map<String, Object> request = new HashMap<>();
    request.put("name", "Proposed");
    request.put("measures", List.of(Map.of("name", "potential", "tolerance", 0.2)));
    request.put("effort", "quick");
    Answer job = planner.post("/scenarios/" + today + "/design", request);
    assertThat(job.status()).as(job.text()).isEqualTo(202);
    JsonNode ended = planner.follow(job.json().get("id").asString());
    assertThat(ended.get("state").asString()).as(ended.toString()).isEqualTo("SUCCEEDED");
    proposed = ended.get("resultScenarioId").asString();

    JsonNode summary = planner.get("/scenarios/" + proposed).json();
    assertThat(summary.get("unassigned").get("units").asInt()).isZero();
    assertThat(summary.get("origin").get("seed").asInt()).isEqualTo(1);
    assertThat(summary.get("origin").get("inputHash").asString()).hasSize(64);
    assertThat(summary.get("change").get("moved").get("accounts").asDouble()).isPositive();
    assertThat(planner.get("/jobs?planId=" + plan).json().get("items").size()).isEqualTo(1);
  }

  @Test
  @Order(4)
  void neighbours_wear_different_colours() {
    JsonNode summary = planner.get("/scenarios/" + proposed).json();
    List<Integer> colours = new ArrayList<>();
    summary.get("territories").forEach(t -> colours.add(t.get("color").asInt()));
    assertThat(colours).doesNotHaveDuplicates();
  }

  @Test
  @Order(5)
  void a_move_is_seen_before_done_undone_and_done_again() {
    Answer before = planner.get("/scenarios/" + proposed);
    JsonNode units = planner.get("/scenarios/" + proposed + "/units").json();
    int from = territoryOf(units, "60614");
    String to = before.json().get("territories").get((from + 1) % 4).get("code").asString();
    Map<String, Object> move = Map.of("unitIds", List.of("60614"), "to", to);

    JsonNode preview = planner.post("/scenarios/" + proposed + "/moves/preview", move).json();
    assertThat(preview.get("units").asInt()).isEqualTo(1);
    assertThat(preview.get("territories").size()).isEqualTo(2);
    assertThat(planner.get("/scenarios/" + proposed).json()).isEqualTo(before.json());

    Answer moved =
        planner.post("/scenarios/" + proposed + "/moves", move, "If-Match", before.etag());
    assertThat(moved.status()).as(moved.text()).isEqualTo(200);
    JsonNode after = moved.json().get("summary");
    assertThat(after.get("undoable").asInt()).isEqualTo(1);
    assertThat(after.get("territories"))
        .as("as previewed")
        .anySatisfy(territory ->
            assertThat(territory).isEqualTo(preview.get("territories").get(0).get("after")));

    Answer undone = planner.post("/scenarios/" + proposed + "/undo", "", "If-Match", moved.etag());
    assertThat(undone.status()).as(undone.text()).isEqualTo(200);
    assertThat(undone.json().get("unitIds").get(0).asString()).isEqualTo("60614");
    assertThat(undone.json().get("territory").get(0).asInt()).isEqualTo(from);
    assertThat(undone.json().get("summary").get("territories"))
        .isEqualTo(before.json().get("territories"));

    Answer redone = planner.post("/scenarios/" + proposed + "/redo", "", "If-Match", undone.etag());
    assertThat(redone.json().get("summary").get("territories")).isEqualTo(after.get("territories"));
  }

  private static int territoryOf(JsonNode units, String unit) {
    for (int k = 0; k < units.get("unitIds").size(); k++) {
      if (units.get("unitIds").get(k).asString().equals(unit)) {
        return units.get("territory").get(k).asInt();
      }
    }
    throw new AssertionError(unit);
  }

  @Test
  @Order(6)
  void an_edit_on_an_old_version_is_refused() {
    Answer stale =
        planner.post(
            "/scenarios/" + proposed + "/moves",
            Map.of("unitIds", List.of("53202"), "to", "Area A"),
            "If-Match",
            "\"1\"");
    assertThat(stale.status()).as(stale.text()).isEqualTo(409);
    assertThat(stale.code()).isEqualTo("STORE_STALE_VERSION");

    Answer blind =
        planner.post(
            "/scenarios/" + proposed + "/moves",
            Map.of("unitIds", List.of("53202"), "to", "Area A"));
    assertThat(blind.status()).isEqualTo(428);
  }

  @Test
  @Order(7)
  void the_comparison_tells_who_hands_what_to_whom() {
    JsonNode comparison = planner.get("/scenarios/" + proposed + "/comparison").json();
    double moved = comparison.get("change").get("moved").get("accounts").asDouble();
    double flows = 0;
    for (JsonNode flow : comparison.get("flows")) {
      flows += flow.get("from").isNull() ? 0 : flow.get("moved").get("accounts").asDouble();
    }
    assertThat(flows).isEqualTo(moved);
    assertThat(comparison.get("unitIds").size()).isEqualTo(comparison.get("from").size());
  }

  @Test
  @Order(8)
  void today_is_published_and_then_the_proposal() {
    publish(today, TODAY.withDayOfYear(1), "loop-today");

    Answer dryRun =
        planner.post(
            "/scenarios/" + proposed + "/publications/dry-run",
            Map.of("effectiveFrom", TODAY.toString()));
    assertThat(dryRun.status()).as(dryRun.text()).isEqualTo(200);
    double changing = dryRun.json().get("changed").get("accounts").asDouble();
    assertThat(changing)
        .isEqualTo(
            planner
                .get("/scenarios/" + proposed)
                .json()
                .get("change")
                .get("moved")
                .get("accounts")
                .asDouble());
    assertThat(dryRun.json().get("largest").size()).isEqualTo((int) Math.min(20, changing));

    publication = publish(proposed, TODAY, "loop-proposed");
    assertThat(publication.get("changed").asDouble()).isEqualTo(changing);
    assertThat(publication.get("accounts").asInt()).isEqualTo(160);
  }

  private static JsonNode publish(String scenario, LocalDate from, String key) {
    Answer answer =
        planner.post(
            "/scenarios/" + scenario + "/publications",
            Map.of("effectiveFrom", from.toString()),
            "Idempotency-Key",
            key);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json();
  }

  @Test
  @Order(9)
  void publishing_again_with_the_same_key_changes_nothing() {
    assertThat(publish(proposed, TODAY, "loop-proposed")).isEqualTo(publication);
    assertThat(planner.get("/plans/" + plan + "/publications").json().get("items").size())
        .isEqualTo(2);

    Answer other =
        planner.post(
            "/scenarios/" + today + "/publications",
            Map.of("effectiveFrom", TODAY.toString()),
            "Idempotency-Key",
            "loop-proposed");
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.code()).isEqualTo("PUBLICATION_KEY_REUSED");
  }

  @Test
  @Order(10)
  void an_account_tells_its_owner_of_each_day() {
    JsonNode moved = movedAccount();
    String id = moved.get("id").asString();
    JsonNode before = planner.get("/accounts/" + id + "/ownership?on=" + TODAY.minusDays(1)).json();
    JsonNode now = planner.get("/accounts/" + id + "/ownership?on=" + TODAY).json();
    assertThat(before.get("owner")).isNotEqualTo(now.get("owner"));
    assertThat(now.get("owner")).isEqualTo(moved.get("owner"));
    assertThat(now.get("publicationId").asString()).isEqualTo(publication.get("id").asString());
    JsonNode why = now.get("explanation");
    assertThat(why.get("rule").asString()).isNotBlank();
    assertThat(why.get("trace").get(0).get("won").asBoolean()).isTrue();
    assertThat(why.get("trace").get(0).get("territoryCode"))
        .isEqualTo(now.get("owner").get("territoryCode"));
    assertThat(now.get("reason")).isEqualTo(why.get("reason"));
    assertThat(planner.get("/accounts/" + id + "/history").json().get("items").size())
        .isGreaterThanOrEqualTo(2);
    String first = firstKnown(id);
    assertThat(
            planner
                .get("/accounts/" + id + "/history?knownAsOf=" + first)
                .json()
                .get("items")
                .size())
        .isEqualTo(1);
    assertThat(
            planner
                .get("/accounts/" + id + "/ownership?on=" + TODAY + "&knownAsOf=" + first)
                .json()
                .get("owner"))
        .isEqualTo(before.get("owner"));
    String book = planner.get("/ownership?on=" + TODAY + "&knownAsOf=" + first).text();
    assertThat(book.lines().count()).isEqualTo(161);
    assertThat(book)
        .contains(
            moved.get("externalId").asString()
                + ","
                + moved.get("name").asString()
                + ","
                + before.get("owner").get("territoryCode").asString());
  }

  /** The instant of the oldest entry in an account's history. */
  private static String firstKnown(String id) {
    JsonNode items = planner.get("/accounts/" + id + "/history").json().get("items");
    return items.get(items.size() - 1).get("recordedAt").asString();
  }

  private static JsonNode movedAccount() {
    for (JsonNode account : planner.get("/accounts?limit=500").json().get("items")) {
      String id = account.get("id").asString();
      JsonNode before =
          planner.get("/accounts/" + id + "/ownership?on=" + TODAY.minusDays(1)).json();
      if (!before.get("owner").equals(account.get("owner"))) {
        return account;
      }
    }
    throw new AssertionError("No account moved.");
  }

  @Test
  @Order(11)
  void a_lead_falls_to_the_owner_of_its_postcode_with_a_reason() {
    JsonNode neighbour = planner.get("/accounts?q=48201&limit=1").json().get("items").get(0);
    Answer lead =
        planner.post(
            "/leads",
            Map.of(
                "company",
                "Riverside Clinic",
                "address",
                Map.of("postcode", "48201", "country", "US"),
                "employees",
                25));
    assertThat(lead.status()).as(lead.text()).isEqualTo(201);
    JsonNode decision = lead.json().get("decision");
    assertThat(decision.get("owner").get("territoryCode"))
        .isEqualTo(neighbour.get("owner").get("territoryCode"));
    assertThat(decision.get("reason").asString()).isNotBlank();
    assertThat(decision.get("trace").size()).isPositive();
    assertThat(planner.get("/leads").json().get("items").get(0).get("decision"))
        .isEqualTo(decision);
  }

  @Test
  @Order(12)
  void a_new_account_is_placed_decided_and_written_to_the_ledger() {
    Answer made =
        SERVER
            .machine()
            .post(
                "/accounts",
                Map.of(
                    "externalId",
                    "NEW-1",
                    "name",
                    "New Clinic",
                    "address",
                    Map.of("postcode", "48201-1234", "country", "US"),
                    "potential",
                    12000));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    JsonNode account = made.json();
    assertThat(account.get("address").get("postcode").asString()).isEqualTo("48201");
    assertThat(account.get("ownership").get("owner").get("territoryCode").asString()).isNotBlank();
    assertThat(account.get("potential").get("amount").asString()).isEqualTo("12000.00");

    Answer changed =
        planner.patch(
            "/accounts/" + account.get("id").asString(),
            Map.of("address", Map.of("city", "Milwaukee", "region", "WI", "postcode", "53202")),
            made.etag());
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertThat(changed.json().get("area").asString()).endsWith("/53202");
  }

  @Test
  @Order(13)
  void key_figures_add_up_to_the_company() {
    JsonNode table = planner.get("/plans/" + plan + "/kpis").json();
    double revenue = table.get("unowned").get("revenue").asDouble();
    for (JsonNode row : table.get("rows")) {
      revenue += row.get("revenue").asDouble();
    }
    assertThat(revenue).isEqualTo(table.get("total").get("revenue").asDouble());
    assertThat(planner.get("/scenarios/" + today + "/kpis").json().get("rows").size()).isEqualTo(4);
  }

  @Test
  @Order(14)
  void a_representative_sees_the_own_territory_only() {
    JsonNode person = planner.get("/representatives").json().get("items").get(0);
    Api representative =
        SERVER.person("REPRESENTATIVE", Map.of("representativeId", person.get("id").asString()));

    JsonNode own = representative.get("/accounts?limit=500").json().get("items");
    assertThat(own.size()).isBetween(1, 159);
    for (JsonNode account : own) {
      assertThat(account.get("owner").get("representativeId")).isEqualTo(person.get("id"));
    }
    for (JsonNode account : planner.get("/accounts?limit=500").json().get("items")) {
      boolean mine = account.get("owner").get("representativeId").equals(person.get("id"));
      int status = representative.get("/accounts/" + account.get("id").asString()).status();
      assertThat(status).isEqualTo(mine ? 200 : 404);
    }
    assertThat(representative.get("/accounts/points").json().get("ids").size())
        .isEqualTo(own.size());
    assertThat(representative.get("/scenarios/" + today).status()).isEqualTo(403);

    JsonNode patch = representative.get("/me/patch").json();
    assertThat(patch.get("representativeId")).isEqualTo(person.get("id"));
    assertThat(patch.get("published").get("id")).isEqualTo(publication.get("id"));
    JsonNode territory = patch.get("territories").get(0);
    assertThat(territory.get("totals").get("accounts").asInt()).isEqualTo(own.size());
    assertThat(territory.get("figures").get("accounts").asInt()).isEqualTo(own.size());
  }

  @Test
  @Order(14)
  void a_representative_hears_what_came_and_went_and_why() {
    JsonNode moved = movedAccount();
    String taker = moved.get("owner").get("representativeId").asString();
    Api representative = SERVER.person("REPRESENTATIVE", Map.of("representativeId", taker));

    JsonNode changes = representative.get("/me/patch").json().get("changes");

    assertThat(changes.get("since").asString()).isEqualTo(TODAY.minusDays(1).toString());
    assertThat(changes.get("items"))
        .anySatisfy(change -> {
          assertThat(change.get("accountId")).isEqualTo(moved.get("id"));
          assertThat(change.get("gained").asBoolean()).isTrue();
          assertThat(change.get("to")).isEqualTo(moved.get("owner"));
          assertThat(change.get("reason").asString())
              .contains(moved.get("owner").get("territoryCode").asString());
        });
    double balance =
        changes.get("gained").get("accounts").asDouble()
            - changes.get("lost").get("accounts").asDouble();
    int after = representative.get("/accounts?limit=500").json().get("items").size();
    JsonNode before = representative.get("/me/patch?on=" + TODAY.minusDays(1)).json();
    assertThat(before.get("territories").get(0).get("totals").get("accounts").asDouble() + balance)
        .isEqualTo(after);
  }

  @Test
  @Order(15)
  void the_rules_are_text_and_the_export_is_a_table() {
    JsonNode rules = planner.get("/plans/" + plan + "/rules").json();
    assertThat(rules.get("text").asString()).contains("Area A");
    assertThat(rules.get("rules").size()).isGreaterThanOrEqualTo(4);

    Answer export = planner.get("/scenarios/" + proposed + "/export");
    assertThat(export.status()).isEqualTo(200);
    assertThat(export.text().lines().count()).isEqualTo(162);
  }

  @Test
  @Order(16)
  void only_scenarios_never_published_can_be_deleted() {
    assertThat(planner.delete("/scenarios/" + proposed).code()).isEqualTo("SCENARIO_PUBLISHED");
    Answer copy =
        planner.post(
            "/plans/" + plan + "/scenarios",
            Map.of("name", "Copy", "source", "COPY", "copyOf", proposed));
    assertThat(copy.status()).as(copy.text()).isEqualTo(201);
    String id = copy.json().get("id").asString();
    assertThat(planner.delete("/scenarios/" + id).status()).isEqualTo(204);
    assertThat(planner.get("/scenarios/" + id).status()).isEqualTo(404);
  }

  @Test
  @Order(17)
  void what_cannot_be_designed_is_told_with_the_proof() {
    Map<String, Object> request = new HashMap<>();
    request.put("name", "Impossible");
    request.put("measures", List.of(Map.of("name", "potential", "tolerance", 0.0001)));
    request.put("territories", 150);
    Answer job = planner.post("/scenarios/" + today + "/design", request);
    JsonNode ended = planner.follow(job.json().get("id").asString());
    assertThat(ended.get("state").asString()).as(ended.toString()).isEqualTo("INFEASIBLE");
    assertThat(ended.get("problems").get(0).get("code").asString()).startsWith("DESIGN_");
  }
}
