package bailiwick.server;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.server.Api.Answer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The way of a scenario from draft over review and approval to publication, over HTTP. */
class ScenarioLifeTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
  private static final LocalDate AHEAD = LocalDate.of(2027, 7, 1);

  @TempDir private static Path folder;
  private static LoadedServer server;
  private static Api admin;
  private static Api planner;
  private static Api manager;
  private static String plan = "";
  private static String base = "";
  private static int made;

  @BeforeAll
  static void start() {
    server = LoadedServer.start(folder);
    admin = server.admin();
    planner = person("petra", "PLANNER");
    manager = person("max", "MANAGER");
    server.succeed(
        "opportunities",
        """
        id,account,stage,amount,closed
        D1,A0,Offer,1000.50,
        D2,A0,Won,9000,2026-01-02
        D3,A4,Offer,500,
        D4,A1,Offer,70,
        """);
    plan = server.plan("Lived", FIRST, "COUNTY");
    base = server.today(plan);
    published(base, FIRST);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Api person(String name, String role) {
    Answer user = admin.post("/users", Map.of("username", name, "name", name, "role", role));
    String secret = user.json().get("oneTimeSecret").asString();
    Api api = Api.signedIn(server.address(), name, secret);
    api.put(
        "/session/password", Map.of("currentPassword", secret, "newPassword", TestServer.PASSWORD));
    return api;
  }

  private static String copy(String name) {
    Answer copied =
        planner.post(
            "/plans/" + plan + "/scenarios",
            Map.of("name", name, "source", "COPY", "copyOf", base));
    assertThat(copied.status()).as(copied.text()).isEqualTo(201);
    return copied.json().get("id").asString();
  }

  private static Answer publish(Api api, String scenario, LocalDate from, String basis) {
    made++;
    Map<String, String> body = new HashMap<>(Map.of("effectiveFrom", from.toString()));
    if (!basis.isEmpty()) {
      body.put("basis", basis);
    }
    return api.post(
        "/scenarios/" + scenario + "/publications", body, "Idempotency-Key", "life-" + made);
  }

  private static JsonNode published(String scenario, LocalDate from) {
    Answer answer = publish(admin, scenario, from, "");
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json();
  }

  private static void takenBack(JsonNode publication) {
    Answer undone =
        admin.post(
            "/publications/" + publication.get("id").asString() + "/undo",
            Map.of("why", "As it was."));
    assertThat(undone.status()).as(undone.text()).isEqualTo(200);
  }

  private static Answer act(Api api, String scenario, String act, String why) {
    String address = "/scenarios/" + scenario;
    return api.post(
        address + "/review/" + act, Map.of("why", why), "If-Match", admin.get(address).etag());
  }

  private static void done(Api api, String scenario, String act) {
    Answer answer = act(api, scenario, act, "Because.");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private static String state(String scenario) {
    String state = admin.get("/scenarios/" + scenario).json().get("state").asString();
    assertThat(admin.get("/scenarios/" + scenario + "/review").json().get("state").asString())
        .isEqualTo(state);
    JsonNode rows = admin.get("/plans/" + plan + "/scenarios").json().get("items");
    for (JsonNode row : rows) {
      if (row.get("id").asString().equals(scenario)) {
        assertThat(row.get("state").asString()).isEqualTo(state);
      }
    }
    return state;
  }

  private static Answer move(String scenario, String to) {
    String address = "/scenarios/" + scenario;
    return planner.post(
        address + "/moves",
        Map.of("unitIds", List.of("17031"), "to", to),
        "If-Match",
        admin.get(address).etag());
  }

  private static void approvalNeeded(boolean needed) {
    Answer set =
        admin.put(
            "/company",
            Map.of(
                "name", "Testers",
                "zone", "America/Chicago",
                "currency", "USD",
                "publicationNeedsApproval", needed));
    assertThat(set.json().get("publicationNeedsApproval").asBoolean()).isEqualTo(needed);
  }

  @Test
  void a_scenario_is_submitted_sent_back_approved_published_and_followed() {
    approvalNeeded(true);
    try {
      String scenario = copy("Whole way");
      assertThat(state(scenario)).isEqualTo("DRAFT");
      assertThat(publish(planner, scenario, JULY, "").code()).isEqualTo("PUBLICATION_NOT_APPROVED");

      done(planner, scenario, "submit");
      assertThat(state(scenario)).isEqualTo("IN_REVIEW");
      assertThat(publish(planner, scenario, JULY, "").code()).isEqualTo("PUBLICATION_NOT_APPROVED");
      assertThat(act(manager, scenario, "send-back", " ").status()).isEqualTo(400);
      done(manager, scenario, "send-back");
      assertThat(state(scenario)).isEqualTo("DRAFT");
      assertThat(move(scenario, "Area C").status()).isEqualTo(200);

      done(planner, scenario, "submit");
      done(manager, scenario, "approve");
      assertThat(state(scenario)).isEqualTo("APPROVED");
      JsonNode inForce = published(scenario, JULY);
      assertThat(state(scenario)).isEqualTo("PUBLISHED");
      assertThat(state(base)).isEqualTo("ARCHIVED");

      assertThat(publish(planner, scenario, AHEAD, "").code())
          .as("an approval is for one publication")
          .isEqualTo("PUBLICATION_NOT_APPROVED");
      takenBack(inForce);
      assertThat(state(scenario)).as("it was not used").isEqualTo("APPROVED");
      assertThat(state(base)).isEqualTo("PUBLISHED");
      JsonNode ahead = published(scenario, AHEAD);
      assertThat(state(scenario)).isEqualTo("SCHEDULED");
      takenBack(ahead);
      JsonNode steps = admin.get("/scenarios/" + scenario + "/review").json().get("steps");
      assertThat(steps.findValuesAsString("act"))
          .containsExactly("SUBMIT", "SEND_BACK", "SUBMIT", "APPROVE");
      assertThat(steps.findValuesAsString("who")).containsExactly("petra", "max", "petra", "max");
    } finally {
      approvalNeeded(false);
    }
  }

  @Test
  void what_is_in_review_or_approved_stays_as_it_is() {
    String scenario = copy("Frozen");
    String address = "/scenarios/" + scenario;
    assertThat(move(scenario, "Area C").status()).isEqualTo(200);
    done(planner, scenario, "submit");
    for (String state : List.of("IN_REVIEW", "APPROVED")) {
      assertThat(state(scenario)).isEqualTo(state);
      String etag = admin.get(address).etag();
      Map<String, String> ifMatch = Map.of("If-Match", etag);
      List<Answer> refused =
          List.of(
              move(scenario, "Area B"),
              planner.post(address + "/undo", Map.of(), "If-Match", etag),
              planner.patch(address, Map.of("name", "Other"), etag),
              planner.send("PUT", address + "/rules", Map.of("text", ""), ifMatch),
              planner.delete(address));
      assertThat(refused)
          .as(state)
          .allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.text()).isEqualTo(409);
            assertThat(answer.code()).isEqualTo("SCENARIO_FROZEN");
          });
      assertThat(admin.get(address).etag()).isEqualTo(etag);
      if (state.equals("IN_REVIEW")) {
        done(manager, scenario, "approve");
      }
    }
    done(planner, scenario, "withdraw");
    assertThat(move(scenario, "Area B").status()).isEqualTo(200);
    assertThat(planner.delete(address).status()).isEqualTo(204);
  }

  @Test
  void a_step_that_cannot_be_taken_names_the_state_and_what_can() {
    String scenario = copy("Steps");
    Map<String, List<String>> impossible =
        Map.of(
            "DRAFT", List.of("withdraw", "approve", "send-back"),
            "IN_REVIEW", List.of("submit"),
            "APPROVED", List.of("submit", "approve", "send-back"));
    for (String state : List.of("DRAFT", "IN_REVIEW", "APPROVED")) {
      assertThat(state(scenario)).isEqualTo(state);
      for (String act : Objects.requireNonNull(impossible.get(state))) {
        Answer refused = act(admin, scenario, act, "Because.");
        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("REVIEW_NOT_POSSIBLE");
        assertThat(refused.json().get("detail").asString())
            .contains("`Steps` is " + state.toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
        assertThat(refused.json().get("hint").asString()).startsWith("Possible now: ");
      }
      if (state.equals("DRAFT")) {
        done(planner, scenario, "submit");
      } else if (state.equals("IN_REVIEW")) {
        done(manager, scenario, "approve");
      }
    }
    assertThat(act(planner, scenario, "approve", "").status()).isEqualTo(403);
    assertThat(act(manager, scenario, "submit", "").status()).isEqualTo(403);
  }

  @Test
  void nobody_approves_an_own_submission_while_others_could() {
    String scenario = copy("Own");
    done(admin, scenario, "submit");

    Answer refused = act(admin, scenario, "approve", "Mine.");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("REVIEW_OWN_SUBMISSION");
    String review = "/scenarios/" + scenario + "/review";
    assertThat(admin.get(review).json().get("possible").toString())
        .isEqualTo("[\"WITHDRAW\",\"SEND_BACK\"]");
    assertThat(manager.get(review).json().get("possible").toString())
        .isEqualTo("[\"APPROVE\",\"SEND_BACK\"]");
    assertThat(planner.get(review).json().get("possible").toString()).isEqualTo("[\"WITHDRAW\"]");
    done(manager, scenario, "approve");
  }

  @Test
  void a_submission_of_an_older_version_is_refused() {
    String scenario = copy("Older");
    String etag = admin.get("/scenarios/" + scenario).etag();
    assertThat(move(scenario, "Area C").status()).isEqualTo(200);

    Answer stale =
        planner.post(
            "/scenarios/" + scenario + "/review/submit", Map.of("why", ""), "If-Match", etag);

    assertThat(stale.code()).isEqualTo("STORE_STALE_VERSION");
    assertThat(state(scenario)).isEqualTo("DRAFT");
  }

  @Test
  void a_draft_is_stale_when_somebody_else_published_after_its_dry_run_or_its_approval() {
    String looked = copy("Looked at");
    String other = copy("Overtakes");
    String basis = dryRun(planner, looked).get("basis").asString();
    done(planner, looked, "submit");
    done(manager, looked, "approve");
    JsonNode overtaking = published(other, JULY);

    Answer byDryRun = publish(planner, copy("Also looked at"), AHEAD, basis);
    Answer byApproval = publish(planner, looked, AHEAD, "");

    assertThat(List.of(byDryRun, byApproval))
        .allSatisfy(refused -> {
          assertThat(refused.status()).as(refused.text()).isEqualTo(409);
          assertThat(refused.code()).isEqualTo("PUBLICATION_STALE");
          assertThat(refused.json().get("detail").asString())
              .startsWith("admin published `Overtakes` from 2026-07-01 on 20");
        });
    assertThat(dryRun(planner, looked).get("problems").findValuesAsString("code"))
        .contains("PUBLICATION_STALE");
    assertThat(admin.get("/plans/" + plan + "/publications").json().toString())
        .doesNotContain("Looked at", "Also looked at");

    String overtaken = dryRun(planner, looked).get("basis").asString();
    takenBack(overtaking);
    Answer restedOn = publish(planner, copy("Rested on it"), AHEAD, overtaken);
    assertThat(restedOn.code()).isEqualTo("PUBLICATION_STALE");
    assertThat(restedOn.json().get("detail").asString()).contains("which admin took back on 20");
    assertThat(publish(planner, looked, AHEAD, "odd").code()).isEqualTo("REQUEST_FIELD");
    Answer again = publish(planner, looked, AHEAD, basis);
    assertThat(again.status())
        .as("the layer is as it was when approved: %s", again.text())
        .isEqualTo(201);
    takenBack(again.json());
  }

  private static JsonNode dryRun(Api api, String scenario) {
    Answer run =
        api.post(
            "/scenarios/" + scenario + "/publications/dry-run",
            Map.of("effectiveFrom", JULY.toString()));
    assertThat(run.status()).as(run.text()).isEqualTo(200);
    return run.json();
  }

  @Test
  void the_accounts_that_move_add_up_with_pipeline_and_months_of_relationship() {
    String scenario = copy("Counted");
    assertThat(move(scenario, "Area C").status()).isEqualTo(200);
    JsonNode run = dryRun(manager, scenario);

    String csv =
        manager
            .get("/scenarios/" + scenario + "/publications/dry-run/export?effectiveFrom=" + JULY)
            .text();

    List<String> lines = csv.lines().toList();
    assertThat(lines.getFirst())
        .isEqualTo(
            "id,name,from_territory,to_territory,from_representative,to_representative,"
                + "potential,workload,sales,open_pipeline,relationship_months");
    List<String> rows = lines.subList(1, lines.size());
    JsonNode changed = run.get("changed");
    assertThat(rows).hasSize(changed.get("accounts").asInt()).hasSizeGreaterThan(10);
    assertThat(sum(rows, 6)).isEqualByComparingTo(changed.get("potential").decimalValue());
    assertThat(sum(rows, 7)).isEqualByComparingTo(changed.get("workload").decimalValue());
    assertThat(sum(rows, 8)).isEqualByComparingTo(changed.get("sales").decimalValue());
    assertThat(sum(rows, 9)).isEqualByComparingTo(run.get("openPipeline").decimalValue());
    assertThat(sum(rows, 10)).isEqualByComparingTo(run.get("relationshipMonths").decimalValue());
    assertThat(sum(rows, 9)).as("D1 and D3; D2 is won, D4 stays").isEqualByComparingTo("1500.5");
    assertThat(rows)
        .allSatisfy(row -> assertThat(row).contains("Area A,Area C,Ann Archer,Cleo Carter"))
        .allSatisfy(row -> assertThat(row).as("January to June").endsWith(",6"));
    assertThat(run.get("largest").get(0).get("fromRepresentative").asString())
        .isEqualTo("Ann Archer");
    assertThat(run.get("largest").get(0).get("relationshipMonths").asInt()).isEqualTo(6);
  }

  private static BigDecimal sum(List<String> rows, int column) {
    return rows.stream()
        .map(row -> new BigDecimal(List.of(row.split(",", -1)).get(column)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
