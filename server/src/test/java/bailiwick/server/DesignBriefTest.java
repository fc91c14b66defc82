package bailiwick.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bailiwick.server.Api.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Designs over REST take what a brief in a file takes, and tell all that came of it. */
class DesignBriefTest {

  @RegisterExtension static final FrenchDesigns designs = new FrenchDesigns();

  @Test
  void every_wish_of_a_brief_is_met() {
    Map<String, String> before = designs.territories(designs.base());
    String toulouse = before.get("31");
    String other =
        before.values().stream()
            .filter(code -> !code.equals(before.get("29")))
            .findFirst()
            .orElseThrow();

    JsonNode designed =
        designs.designed(
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
    Map<String, String> after = designs.territories(designed.get("id").asString());

    assertThat(designed.get("origin").get("feasible").asBoolean()).isTrue();
    assertThat(after.get("31")).isEqualTo(toulouse);
    assertThat(after.get("13")).isEqualTo(before.get("13"));
    assertThat(after.get("29")).isEqualTo(other);
    assertThat(after.get("59")).isEqualTo(after.get("62"));
    assertThat(after.get("33")).isNotEqualTo(after.get("40"));
    long moved = FrenchDesigns.moved(before, after);
    assertThat(moved).isBetween(1L, 9L);
    assertThat(designed.get("territories"))
        .allSatisfy(one ->
            assertThat(one.get("totals").get("accounts").asDouble()).isLessThanOrEqualTo(36));
  }

  @Test
  void a_design_says_how_good_it_is_and_what_it_is_made_of() {
    JsonNode origin =
        designs
            .designed(
                """
                {"contiguous": false, "measures": [{"name": "potential", "tolerance": 0.02}],
                 "seed": 7, "neverWorse": true}
                """)
            .get("origin");

    assertThat(origin.get("seed").asLong()).isEqualTo(7);
    assertThat(origin.get("baseScenarioId").asString()).isEqualTo(designs.base());
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
  void each_territory_s_days_in_the_field_are_told_and_kept_within_those_there_are() {
    String homes =
        """
        "territories": [{"code": "NORTH", "home": [2.35, 48.86]}, {"code": "SOUTH", "home": [4.83, 45.76]}],
        "contiguous": false, "measures": [],
        """;
    JsonNode told =
        designs
            .designed(
                "{%s \"travelHours\": {\"visitsPerAmount\": 6, \"hoursPerVisit\": 1, \"days\": 10000}}"
                    .formatted(homes))
            .get("origin")
            .get("daysInTheField");
    double most = 0;
    double all = 0;
    for (JsonNode one : told) {
      assertThat(one.get("daysAvailable").asDouble()).isEqualTo(10000);
      assertThat(one.get("drivingHours").asDouble()).isPositive();
      most = Math.max(most, one.get("days").asDouble());
      all += one.get("days").asDouble();
    }
    assertThat(told).hasSize(2);

    double days = Math.ceil(0.5 * (most + all / 2)); // less than one of them takes, enough for both
    JsonNode limited =
        designs.designed(
            "{%s \"travelHours\": {\"visitsPerAmount\": 6, \"hoursPerVisit\": 1, \"days\": %s}}"
                .formatted(homes, days));
    assertThat(days).isLessThan(most);
    assertThat(limited.get("origin").get("feasible").asBoolean()).isTrue();
    assertThat(limited.get("origin").get("daysInTheField"))
        .allSatisfy(one -> assertThat(one.get("days").asDouble()).isLessThanOrEqualTo(days));
    assertThat(designs.problems("{\"travelHours\": {\"measure\": \"luck\", \"hoursPerVisit\": 1}}"))
        .containsExactly("BRIEF_UNKNOWN_MEASURE /travelHours/measure");
  }

  @Test
  void what_is_wrong_with_a_brief_is_told_at_once_with_the_place() {
    assertThat(
            designs.problems(
                "{\"measures\": [{\"measure\": \"potential\"}], \"effort\": \"QUICK\"}"))
        .containsExactly(
            "BRIEF_UNKNOWN_FIELD /measures/0/measure",
            "BRIEF_MISSING_FIELD /measures/0/name",
            "BRIEF_WRONG_VALUE /effort");
    assertThat(
            designs.problems(
                """
                {"locked": ["99999"], "measures": [{"name": "beauty"}],
                 "eligible": [{"units": ["31"], "territories": ["NOBODY"]}]}
                """))
        .containsExactlyInAnyOrder(
            "BRIEF_UNKNOWN_UNIT /locked/0",
            "BRIEF_UNKNOWN_MEASURE /measures/0/name",
            "BRIEF_UNKNOWN_TERRITORY /eligible/0/territories/0");
    assertThat(designs.problems("{\"change\": {}, \"measures\": [{\"name\": \"\"}]}"))
        .contains("BRIEF_WRONG_VALUE /change", "BRIEF_WRONG_VALUE /measures/0/name");
    assertThat(designs.problems("{\"change\": {\"split\": {\"territory\": \"NOBODY\"}}}"))
        .singleElement()
        .satisfies(told -> assertThat(told).startsWith("CHANGE_"));
    assertThat(designs.problems("{\"name\": \"%s\"}".formatted("x".repeat(121))))
        .containsExactly("BRIEF_WRONG_VALUE /name");
  }

  @Test
  void what_no_plan_can_meet_is_proved_with_its_reasons() {
    JsonNode ended =
        designs.ended(
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
    for (JsonNode one :
        designs.admin().get("/scenarios/" + designs.base()).json().get("territories")) {
      wanted.add(Map.of("code", one.get("code").asString()));
    }
    wanted.add(Map.of("code", "EAST", "name", "The east", "share", 0.5));

    JsonNode designed =
        designs.designed(
            Api.JSON.writeValueAsString(
                Map.of("contiguous", false, "territories", wanted, "disruptionWeight", 1)));

    assertThat(designed.get("territories"))
        .extracting(one -> one.get("name").asString())
        .contains("The east")
        .hasSize(4);
    Map<String, String> before = designs.territories(designs.base());
    Map<String, String> after = designs.territories(designed.get("id").asString());
    long moved = FrenchDesigns.moved(before, after);
    assertThat(after.values()).filteredOn("EAST"::equals).hasSizeBetween(5, 25);
    assertThat(moved).as("hardly anything moves but to the new one").isLessThan(45);
  }

  @Test
  void a_design_that_is_stopped_keeps_the_best_so_far_and_tells_how_good_it_is() {
    String id = designs.asked("{\"objective\": \"cutEdges\", \"effort\": \"thorough\"}");
    JsonNode working = designs.admin().get("/jobs/" + id).json();
    while (working.get("objective").isNull() && working.get("finishedAt").isNull()) {
      working = designs.admin().get("/jobs/" + id).json();
    }
    assertThat(working.get("state").asString()).isEqualTo("RUNNING");
    assertThat(working.get("imbalance")).isNotEmpty();
    designs.admin().delete("/jobs/" + id);

    JsonNode ended = designs.admin().follow(id);
    assertThat(ended.get("state").asString()).as(ended.toString()).isEqualTo("CANCELLED");
    JsonNode kept =
        designs.admin().get("/scenarios/" + ended.get("resultScenarioId").asString()).json();
    assertThat(kept.get("origin").get("cancelled").asBoolean()).isTrue();
    assertThat(kept.get("unassigned").get("units").asInt()).isZero();
  }

  @Test
  void a_design_that_a_time_limit_stopped_is_made_again_just_so() {
    JsonNode designed =
        designs.designed(
            """
            {"objective": "cutEdges", "effort": "thorough", "timeLimitSeconds": 1}
            """);
    assertThat(designed.get("origin").get("stoppedAtLook").isNull()).isFalse();

    Answer job =
        designs.admin().post("/scenarios/" + designed.get("id").asString() + "/replay", Map.of());
    JsonNode again = designs.admin().follow(job.json().get("id").asString());
    assertThat(again.get("state").asString()).as(again.toString()).isEqualTo("SUCCEEDED");
  }

  @Test
  void a_design_may_begin_from_the_plan_of_the_scenario() {
    JsonNode designed =
        designs.designed(
            """
            {"objective": "cutEdges", "beginFromToday": true, "effort": "quick",
             "contiguous": false}
            """);

    assertThat(designed.get("origin").get("comparedWithToday").get(0).get("sacrifice").asBoolean())
        .as("cut edges are at most those it began with")
        .isFalse();
  }
}
