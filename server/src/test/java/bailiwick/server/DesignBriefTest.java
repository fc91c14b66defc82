package bailiwick.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bailiwick.server.Api.Answer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Designs over REST take what a brief in a file takes, and tell all that came of it. */
class DesignBriefTest {

  @TempDir static Path folder;

  private static RunningServer server;
  private static Api admin;
  private static String base;

  @BeforeAll
  static void start() {
    server = BailiwickServer.start(ServerOptions.inFolder(folder, Clock.systemUTC()).withPort(0));
    admin = Api.administrator(server);
    base = FrenchCompany.designed(admin, FrenchCompany.blank(admin)).get("id").asString();
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @Test
  void every_wish_of_a_brief_is_met() {
    Map<String, String> before = territories(base);
    String toulouse = before.get("31");
    String other =
        before.values().stream()
            .filter(code -> !code.equals(before.get("29")))
            .findFirst()
            .orElseThrow();

    JsonNode designed =
        designed(
            """
            {"name": "Wished", "contiguous": false,
             "measures": [{"name": "potential", "tolerance": 0.15}],
             "locked": ["31", {"unit": "13", "reason": "cooling off"}],
             "eligible": [{"units": ["29"], "territories": ["%s"]}],
             "together": [["59", "62"]], "apart": [["33", "40"]],
             "budgets": [{"measure": "accounts", "most": 9}],
             "capacities": [{"measure": "accounts", "capacity": 40, "headroom": 0.1}],
             "preferences": [{"name": "skill", "weight": 0,
                              "costs": [{"unit": "06", "territory": "%s", "cost": 2}]}],
             "then": [{"goals": [{"objective": "skill"}, {"objective": "disruption"}], "slack": 0.05}]}
            """
                .formatted(other, before.get("06")));
    Map<String, String> after = territories(designed.get("id").asString());

    assertThat(designed.get("origin").get("feasible").asBoolean()).isTrue();
    assertThat(after.get("31")).isEqualTo(toulouse);
    assertThat(after.get("13")).isEqualTo(before.get("13"));
    assertThat(after.get("29")).isEqualTo(other);
    assertThat(after.get("59")).isEqualTo(after.get("62"));
    assertThat(after.get("33")).isNotEqualTo(after.get("40"));
    long moved = moved(before, after);
    assertThat(moved).isBetween(1L, 9L);
    assertThat(designed.get("territories"))
        .allSatisfy(one ->
            assertThat(one.get("totals").get("accounts").asDouble()).isLessThanOrEqualTo(36));
  }

  @Test
  void a_design_says_how_good_it_is_and_what_it_is_made_of() {
    JsonNode origin =
        designed(
                """
                {"contiguous": false, "measures": [{"name": "potential", "tolerance": 0.02}],
                 "seed": 7, "neverWorse": true}
                """)
            .get("origin");

    assertThat(origin.get("seed").asLong()).isEqualTo(7);
    assertThat(origin.get("baseScenarioId").asString()).isEqualTo(base);
    assertThat(origin.get("inputHash").asString()).hasSize(64);
    assertThat(origin.get("gap").asDouble()).isBetween(0.0, 0.01);
    double objective = origin.get("objective").asDouble();
    assertThat(origin.get("goals"))
        .singleElement()
        .satisfies(goal -> {
          assertThat(goal.get("goal").asString()).isEqualTo("momentOfInertia");
          assertThat(goal.get("value").asDouble()).isCloseTo(objective, within(1e-9 * objective));
        });
    assertThat(origin.get("comparedWithToday"))
        .extracting(one -> one.get("kind").asString() + " " + one.get("name").asString())
        .containsExactly("GOAL momentOfInertia", "BALANCE potential");
    assertThat(origin.get("comparedWithToday"))
        .filteredOn(one -> one.get("sacrifice").asBoolean())
        .allSatisfy(one ->
            assertThat(one.get("plan").asDouble()).isGreaterThan(one.get("today").asDouble()));
  }

  @Test
  void what_is_wrong_with_a_brief_is_told_at_once_with_the_place() {
    assertThat(problems("{\"measures\": [{\"measure\": \"potential\"}], \"effort\": \"QUICK\"}"))
        .containsExactly(
            "BRIEF_UNKNOWN_FIELD /measures/0/measure",
            "BRIEF_MISSING_FIELD /measures/0/name",
            "BRIEF_WRONG_VALUE /effort");
    assertThat(
            problems(
                """
                {"locked": ["99999"], "measures": [{"name": "beauty"}],
                 "eligible": [{"units": ["31"], "territories": ["NOBODY"]}]}
                """))
        .containsExactlyInAnyOrder(
            "BRIEF_UNKNOWN_UNIT /locked/0",
            "BRIEF_UNKNOWN_MEASURE /measures/0/name",
            "BRIEF_UNKNOWN_TERRITORY /eligible/0/territories/0");
    assertThat(problems("{\"change\": {}, \"measures\": [{\"name\": \"\"}]}"))
        .contains("BRIEF_WRONG_VALUE /change", "BRIEF_WRONG_VALUE /measures/0/name");
    assertThat(problems("{\"change\": {\"split\": {\"territory\": \"NOBODY\"}}}"))
        .singleElement()
        .satisfies(told -> assertThat(told).startsWith("CHANGE_"));
    assertThat(problems("{\"name\": \"%s\"}".formatted("x".repeat(121))))
        .containsExactly("BRIEF_WRONG_VALUE /name");
  }

  @Test
  void what_no_plan_can_meet_is_proved_with_its_reasons() {
    JsonNode ended =
        ended(
            """
            {"contiguous": false, "capacities": [{"measure": "accounts", "capacity": 10}]}
            """);

    assertThat(ended.get("state").asString()).as(ended.toString()).isEqualTo("INFEASIBLE");
    assertThat(ended.get("problems")).isNotEmpty();
    assertThat(ended.get("problems"))
        .allSatisfy(problem -> assertThat(problem.get("code").asString()).startsWith("DESIGN_"));
    assertThat(ended.get("resultScenarioId").isNull()).isTrue();
  }

  @Test
  void territories_go_on_by_their_codes_beside_a_new_one() {
    List<Map<String, Object>> wanted = new ArrayList<>();
    for (JsonNode one : admin.get("/scenarios/" + base).json().get("territories")) {
      wanted.add(Map.of("code", one.get("code").asString()));
    }
    wanted.add(Map.of("code", "EAST", "name", "The east", "share", 0.5));

    JsonNode designed =
        designed(
            Api.JSON.writeValueAsString(
                Map.of("contiguous", false, "territories", wanted, "disruptionWeight", 1)));

    assertThat(designed.get("territories"))
        .extracting(one -> one.get("name").asString())
        .contains("The east")
        .hasSize(4);
    Map<String, String> before = territories(base);
    Map<String, String> after = territories(designed.get("id").asString());
    long moved = moved(before, after);
    assertThat(after.values()).filteredOn("EAST"::equals).hasSizeBetween(5, 25);
    assertThat(moved).as("hardly anything moves but to the new one").isLessThan(45);
  }

  @Test
  void a_design_that_is_stopped_keeps_the_best_so_far_and_tells_how_good_it_is() {
    String id = asked("{\"objective\": \"cutEdges\", \"effort\": \"thorough\"}");
    JsonNode working = admin.get("/jobs/" + id).json();
    while (working.get("objective").isNull() && working.get("finishedAt").isNull()) {
      working = admin.get("/jobs/" + id).json();
    }
    assertThat(working.get("state").asString()).isEqualTo("RUNNING");
    assertThat(working.get("imbalance")).isNotEmpty();
    admin.delete("/jobs/" + id);

    JsonNode ended = admin.follow(id);
    assertThat(ended.get("state").asString()).as(ended.toString()).isEqualTo("CANCELLED");
    JsonNode kept = admin.get("/scenarios/" + ended.get("resultScenarioId").asString()).json();
    assertThat(kept.get("origin").get("cancelled").asBoolean()).isTrue();
    assertThat(kept.get("unassigned").get("units").asInt()).isZero();
  }

  @Test
  void a_design_that_a_time_limit_stopped_is_made_again_just_so() {
    JsonNode designed =
        designed(
            """
            {"objective": "cutEdges", "effort": "thorough", "timeLimitSeconds": 1}
            """);
    assertThat(designed.get("origin").get("stoppedAtLook").isNull()).isFalse();

    Answer job = admin.post("/scenarios/" + designed.get("id").asString() + "/replay", Map.of());
    JsonNode again = admin.follow(job.json().get("id").asString());
    assertThat(again.get("state").asString()).as(again.toString()).isEqualTo("SUCCEEDED");
  }

  @Test
  void a_design_may_begin_from_the_plan_of_the_scenario() {
    JsonNode designed =
        designed(
            """
            {"objective": "cutEdges", "beginFromToday": true, "effort": "quick",
             "contiguous": false}
            """);

    assertThat(designed.get("origin").get("comparedWithToday").get(0).get("sacrifice").asBoolean())
        .as("cut edges are at most those it began with")
        .isFalse();
  }

  @Test
  void reasons_say_what_would_change_if_a_unit_went_back() {
    JsonNode designed =
        designed(
            """
            {"name": "Moved", "contiguous": false, "locked": [{"unit": "13", "reason": "cooling off"}],
             "measures": [{"name": "potential", "tolerance": 0.01}]}
            """);
    String id = designed.get("id").asString();
    Map<String, String> before = territories(base);
    Map<String, String> after = territories(id);

    JsonNode all = admin.get("/scenarios/" + id + "/reasons?limit=500").json();
    assertThat(all.get("againstScenarioId").asString()).isEqualTo(base);
    assertThat(all.get("moved").asLong()).isEqualTo(moved(before, after)).isPositive();
    assertThat(all.get("items"))
        .allSatisfy(reason -> {
          String unit = reason.get("unitId").asString();
          assertThat(reason.get("fromCode").asString()).isEqualTo(before.get(unit));
          assertThat(reason.get("territoryCode").asString()).isEqualTo(after.get(unit));
          assertThat(reason.get("otherCode").asString()).isEqualTo(before.get(unit));
          assertThat(reason.get("goals").size() + reason.get("holdings").size()).isPositive();
        });
    JsonNode first = admin.get("/scenarios/" + id + "/reasons?limit=1").json();
    assertThat(first.get("items")).containsExactly(all.get("items").get(0));
    JsonNode next =
        admin
            .get(
                "/scenarios/"
                    + id
                    + "/reasons?limit=1&cursor="
                    + first.get("nextCursor").asString())
            .json();
    assertThat(next.get("items")).containsExactly(all.get("items").get(1));

    JsonNode locked = admin.get("/scenarios/" + id + "/reasons?unit=13").json().get("items").get(0);
    assertThat(locked.get("moved").asBoolean()).isFalse();
    assertThat(locked.get("holdings").get(0).asString()).contains("cooling off");
    for (String none : List.of("unit=nowhere", "unit=", "unit=%20", "cursor=")) {
      Answer answer = admin.get("/scenarios/" + id + "/reasons?" + none);
      assertThat(answer.status()).as(none).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("REQUEST_PARAMETER");
    }
  }

  @Test
  void reasons_follow_what_a_scenario_is_compared_with() {
    String other = designed("{\"name\": \"Other\", \"contiguous\": false}").get("id").asString();
    String from =
        asked(
            "{\"name\": \"From other\", \"contiguous\": false, \"budgets\": [{\"measure\": \"accounts\", \"most\": 0}]}",
            other);
    String id = admin.follow(from).get("resultScenarioId").asString();
    String reasons = "/scenarios/" + id + "/reasons";
    assertThat(admin.get(reasons).json().get("moved").asInt()).isZero();

    JsonNode base = admin.get("/scenarios/" + other).json();
    String to = base.get("territories").get(0).get("code").asString();
    String unit =
        territories(other).entrySet().stream()
            .filter(one -> !one.getValue().equals(to))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow();
    admin.post(
        "/scenarios/" + other + "/moves",
        Map.of("unitIds", List.of(unit), "to", to),
        "If-Match",
        "\"" + base.get("version").asLong() + "\"");

    JsonNode moved = admin.get(reasons).json();
    assertThat(moved.get("items"))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.get("unitId").asString()).isEqualTo(unit);
          assertThat(one.get("fromCode").asString()).isEqualTo(to);
        });

    assertThat(admin.delete("/scenarios/" + other).status()).isEqualTo(204);
    JsonNode gone = admin.get(reasons).json();
    assertThat(gone.get("againstScenarioId").isNull()).as(gone.toString()).isTrue();
    assertThat(gone.get("moved").asInt()).isZero();
    Answer replay = admin.post("/scenarios/" + id + "/replay", Map.of());
    assertThat(replay.code()).isEqualTo("REPLAY_BASE_GONE");
  }

  @Test
  void reasons_speak_of_the_codes_that_territories_have_now() {
    List<String> shifted = new ArrayList<>();
    for (String code : List.of("T01", "T02", "T03", "T04")) {
      JsonNode designed =
          designed(
              """
              {"territories": 4, "contiguous": false, "effort": "quick",
               "eligible": [{"units": ["29"], "territories": ["%s"]}],
               "preferences": [{"name": "skill", "costs": [{"unit": "31", "territory": "%s"}]}]}
              """
                  .formatted(code, code));
      String id = designed.get("id").asString();
      String now = owner(territories(id), "29");
      Answer answer = admin.get("/scenarios/" + id + "/reasons?unit=29");
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      assertThat(answer.json().get("items").get(0).get("holdings"))
          .extracting(JsonNode::asString)
          .contains("it is locked to `%s`".formatted(now));
      assertThat(designed.get("origin").get("goals").get(1).get("value").asDouble())
          .isEqualTo(owner(territories(id), "31").equals(now) ? 1 : 0);
      if (!now.equals(code)) {
        shifted.add(code);
      }
    }
    assertThat(shifted).as("codes that became others").isNotEmpty();
  }

  @Test
  void a_territory_is_split_and_nothing_else_changes() {
    Map<String, String> before = territories(base);
    String code = before.get("31");

    JsonNode designed =
        designed(
            """
            {"name": "Split", "contiguous": false, "measures": [{"name": "potential", "tolerance": 0.2}],
             "change": {"split": {"territory": "%s", "parts": [{"code": "NEW", "name": "The new"}]}}}
            """
                .formatted(code));
    String id = designed.get("id").asString();
    Map<String, String> after = territories(id);

    assertThat(designed.get("origin").get("feasible").asBoolean()).isTrue();
    assertThat(designed.get("territories"))
        .extracting(one -> one.get("name").asString())
        .contains("The new")
        .hasSize(4);
    assertThat(after)
        .allSatisfy((unit, territory) -> {
          if (!owner(before, unit).equals(code)) {
            assertThat(territory).isEqualTo(before.get(unit));
          }
        })
        .containsValue("NEW");
    JsonNode change = designed.get("origin").get("change");
    assertThat(change.get("besides").get("units").asLong()).isEqualTo(moved(before, after));
    assertThat(change.get("untouched").asInt()).isEqualTo(2);
    JsonNode reasons = admin.get("/scenarios/" + id + "/reasons?limit=500").json();
    assertThat(reasons.get("moved").asLong()).isEqualTo(moved(before, after));
    assertThat(reasons.get("items").get(0).get("goals").get(0).get("goal").asString())
        .isEqualTo("disruption");
    assertThat(replayed(id)).startsWith("Identical");
  }

  @Test
  void a_territory_ends_and_its_neighbours_get_what_it_had() {
    String ended = owner(territories(base), "31");

    JsonNode designed =
        designed(
            """
            {"name": "Two", "contiguous": false, "measures": [{"name": "potential", "tolerance": 0.3}],
             "change": {"remove": ["%s"]}}
            """
                .formatted(ended));
    String id = designed.get("id").asString();

    assertThat(territories(id).values()).doesNotContain(ended);
    assertThat(designed.get("territories")).hasSize(2);
    JsonNode hadTo = designed.get("origin").get("change").get("hadTo");
    assertThat(hadTo.get("units").asLong())
        .isEqualTo(territories(base).values().stream().filter(ended::equals).count());
    assertThat(replayed(id)).startsWith("Identical");
  }

  @Test
  void the_best_number_of_territories_is_found_with_its_reason() {
    JsonNode designed =
        designed(
            """
            {"name": "Counted", "contiguous": false, "effort": "quick", "measures": [],
             "bestNumber": {"measure": "accounts", "target": 19, "tolerance": 0.2, "least": 4, "most": 6}}
            """);
    String id = designed.get("id").asString();

    assertThat(designed.get("territories")).hasSize(5);
    JsonNode number = designed.get("origin").get("number");
    assertThat(number.get("reason").asString()).startsWith("5 territories");
    assertThat(number.get("tried")).isNotEmpty();
    JsonNode reasons = admin.get("/scenarios/" + id + "/reasons?limit=500").json();
    assertThat(reasons.get("items")).isNotEmpty();
    assertThat(replayed(id)).startsWith("Identical");
    assertThat(problems("{\"bestNumber\": {\"measure\": \"luck\", \"target\": 19}}"))
        .containsExactly("BRIEF_UNKNOWN_MEASURE /bestNumber/measure");
    assertThat(
            problems(
                "{\"bestNumber\": {\"measure\": \"accounts\", \"target\": 19, \"most\": 2001}}"))
        .containsExactly("BRIEF_WRONG_VALUE /bestNumber/most");
  }

  @Test
  void territories_are_grouped_into_districts() {
    JsonNode designed =
        designed(
            """
            {"name": "Grouped", "contiguous": false, "territories": 6,
             "districts": {"count": 2, "tolerance": 0.3}}
            """);

    JsonNode districts = designed.get("origin").get("districts");
    assertThat(districts).hasSize(2);
    List<String> grouped = new ArrayList<>();
    districts.forEach(
        one -> one.get("territoryCodes").forEach(code -> grouped.add(code.asString())));
    assertThat(designed.get("territories"))
        .extracting(one -> one.get("code").asString())
        .containsExactlyInAnyOrderElementsOf(grouped);
    assertThat(replayed(designed.get("id").asString())).startsWith("Identical");
  }

  @Test
  void a_trade_off_curve_is_of_territories_as_they_are() {
    Answer answer =
        admin.post(
            "/scenarios/" + base + "/trade-off",
            "{\"brief\": {\"change\": {\"add\": 1}, \"districts\": {\"count\": 2}}}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("problems"))
        .extracting(one -> one.get("pointer").asString())
        .containsExactly("/brief/change", "/brief/districts");
  }

  private static String owner(Map<String, String> territories, String unit) {
    return Objects.requireNonNull(territories.get(unit));
  }

  private static String replayed(String id) {
    Answer job = admin.post("/scenarios/" + id + "/replay", Map.of());
    assertThat(job.status()).as(job.text()).isEqualTo(202);
    return admin.follow(job.json().get("id").asString()).get("message").asString();
  }

  @Test
  void a_trade_off_curve_has_plans_that_open_as_scenarios() {
    String request =
        """
        {"brief": {"name": "Choice", "contiguous": false, "effort": "quick",
                   "measures": [{"name": "potential", "tolerance": 0.06}]}, "steps": 3}
        """;
    Answer asked = admin.post("/scenarios/" + base + "/trade-off", request);
    assertThat(asked.status()).as(asked.text()).isEqualTo(202);
    String job = asked.json().get("id").asString();
    JsonNode ended = admin.follow(job);
    assertThat(ended.get("state").asString()).as(ended.toString()).isEqualTo("SUCCEEDED");
    assertThat(admin.get("/jobs").json().get("items"))
        .as("lists leave curves out")
        .allSatisfy(one -> assertThat(one.get("tradeOff").isNull()).isTrue());
    assertThat(admin.get("/jobs/" + job).json().get("tradeOff").get("plans")).isNotEmpty();

    JsonNode plans = ended.get("tradeOff").get("plans");
    assertThat(plans).isNotEmpty();
    assertThat(plans)
        .allSatisfy(one -> {
          assertThat(one.get("imbalance").asDouble()).isLessThanOrEqualTo(0.06 + 1e-9);
          assertThat(one.get("sentence").asString()).contains("accounts").contains("change hands");
        });
    JsonNode last = plans.get(plans.size() - 1);
    String open = "/scenarios/" + base + "/trade-off/" + job + "/plans/";
    Answer opened = admin.post(open + last.get("number").asInt(), Map.of());
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    JsonNode made = opened.json();
    assertThat(made.get("name").asString()).startsWith("Choice, plan ");
    assertThat(made.get("origin").get("feasible").asBoolean())
        .as(made.get("origin").toString())
        .isTrue();
    assertThat(moved(territories(base), territories(made.get("id").asString())))
        .isEqualTo(last.get("movedUnits").asLong());

    assertThat(admin.post(open + 99, Map.of()).status()).isEqualTo(404);
    Answer replay = admin.post("/scenarios/" + made.get("id").asString() + "/replay", Map.of());
    assertThat(replay.code()).isEqualTo("REPLAY_OF_A_CURVE");
  }

  private static JsonNode designed(String brief) {
    JsonNode ended = ended(brief);
    assertThat(ended.get("state").asString()).as(ended.toString()).isEqualTo("SUCCEEDED");
    assertThat(ended.has("bound")).isTrue();
    return admin.get("/scenarios/" + ended.get("resultScenarioId").asString()).json();
  }

  private static JsonNode ended(String brief) {
    return admin.follow(asked(brief));
  }

  private static String asked(String brief) {
    return asked(brief, base);
  }

  private static String asked(String brief, String scenario) {
    Answer job = admin.post("/scenarios/" + scenario + "/design", brief);
    assertThat(job.status()).as(job.text()).isEqualTo(202);
    return job.json().get("id").asString();
  }

  /** Code and pointer of every problem in the answer to a brief. */
  private static List<String> problems(String brief) {
    Answer answer = admin.post("/scenarios/" + base + "/design", brief);
    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    JsonNode all = answer.json();
    List<String> told = new ArrayList<>();
    (all.has("problems") ? all.get("problems") : List.of(all))
        .forEach(
            one -> told.add(one.get("code").asString() + " " + one.path("pointer").asString("")));
    return told;
  }

  private static long moved(Map<String, String> before, Map<String, String> after) {
    return before.entrySet().stream()
        .filter(unit -> !unit.getValue().equals(after.get(unit.getKey())))
        .count();
  }

  private static Map<String, String> territories(String scenario) {
    JsonNode territories = admin.get("/scenarios/" + scenario).json().get("territories");
    JsonNode units = admin.get("/scenarios/" + scenario + "/units").json();
    Map<String, String> territoryOf = new HashMap<>();
    for (int k = 0; k < units.get("unitIds").size(); k++) {
      int number = units.get("territory").get(k).asInt();
      territoryOf.put(
          units.get("unitIds").get(k).asString(), territories.get(number).get("code").asString());
    }
    return territoryOf;
  }
}
