package bailiwick.server;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.server.Api.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Why units are where they are, against what a scenario was designed from. */
class DesignReasonsTest {

  @RegisterExtension static final FrenchDesigns designs = new FrenchDesigns();

  @Test
  void reasons_say_what_would_change_if_a_unit_went_back() {
    JsonNode designed =
        designs.designed(
            """
            {"name": "Moved", "contiguous": false, "locked": [{"unit": "13", "reason": "cooling off"}],
             "measures": [{"name": "potential", "tolerance": 0.01}]}
            """);
    String id = designed.get("id").asString();
    Map<String, String> before = designs.territories(designs.base());
    Map<String, String> after = designs.territories(id);

    JsonNode all = designs.admin().get("/scenarios/" + id + "/reasons?limit=500").json();
    assertThat(all.get("againstScenarioId").asString()).isEqualTo(designs.base());
    assertThat(all.get("moved").asLong())
        .isEqualTo(FrenchDesigns.moved(before, after))
        .isPositive();
    assertThat(all.get("items"))
        .allSatisfy(reason -> {
          String unit = reason.get("unitId").asString();
          assertThat(reason.get("fromCode").asString()).isEqualTo(before.get(unit));
          assertThat(reason.get("territoryCode").asString()).isEqualTo(after.get(unit));
          assertThat(reason.get("otherCode").asString()).isEqualTo(before.get(unit));
          assertThat(reason.get("goals").size() + reason.get("holdings").size()).isPositive();
        });
    JsonNode first = designs.admin().get("/scenarios/" + id + "/reasons?limit=1").json();
    assertThat(first.get("items")).containsExactly(all.get("items").get(0));
    JsonNode next =
        designs
            .admin()
            .get(
                "/scenarios/"
                    + id
                    + "/reasons?limit=1&cursor="
                    + first.get("nextCursor").asString())
            .json();
    assertThat(next.get("items")).containsExactly(all.get("items").get(1));

    JsonNode locked =
        designs.admin().get("/scenarios/" + id + "/reasons?unit=13").json().get("items").get(0);
    assertThat(locked.get("moved").asBoolean()).isFalse();
    assertThat(locked.get("holdings").get(0).asString()).contains("cooling off");
    for (String none : List.of("unit=nowhere", "unit=", "unit=%20", "cursor=")) {
      Answer answer = designs.admin().get("/scenarios/" + id + "/reasons?" + none);
      assertThat(answer.status()).as(none).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("REQUEST_PARAMETER");
    }
  }

  @Test
  void reasons_follow_what_a_scenario_is_compared_with() {
    String other =
        designs.designed("{\"name\": \"Other\", \"contiguous\": false}").get("id").asString();
    String from =
        designs.asked(
            "{\"name\": \"From other\", \"contiguous\": false, \"budgets\": [{\"measure\": \"accounts\", \"most\": 0}]}",
            other);
    String id = designs.admin().follow(from).get("resultScenarioId").asString();
    String reasons = "/scenarios/" + id + "/reasons";
    assertThat(designs.admin().get(reasons).json().get("moved").asInt()).isZero();

    String unit = designs.outsideFirst(other);
    String to = designs.moveToFirst(other, unit);

    JsonNode moved = designs.admin().get(reasons).json();
    assertThat(moved.get("items"))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.get("unitId").asString()).isEqualTo(unit);
          assertThat(one.get("fromCode").asString()).isEqualTo(to);
        });

    assertThat(designs.admin().delete("/scenarios/" + other).status()).isEqualTo(204);
    JsonNode gone = designs.admin().get(reasons).json();
    assertThat(gone.get("againstScenarioId").isNull()).as(gone.toString()).isTrue();
    assertThat(gone.get("moved").asInt()).isZero();
    Answer replay = designs.admin().post("/scenarios/" + id + "/replay", Map.of());
    assertThat(replay.code()).isEqualTo("REPLAY_BASE_GONE");
  }

  @Test
  void reasons_need_every_unit_in_a_territory() {
    String blank =
        designs
            .admin()
            .get("/scenarios/" + designs.base())
            .json()
            .get("origin")
            .get("baseScenarioId")
            .asString();

    Answer answer = designs.admin().get("/scenarios/" + blank + "/reasons");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("REASONS_UNITS_LEFT_OVER");
  }

  @Test
  void reasons_of_a_change_need_the_territories_before_it() {
    String other =
        designs.designed("{\"name\": \"Before\", \"contiguous\": false}").get("id").asString();
    String job = designs.asked("{\"contiguous\": false, \"change\": {\"add\": 1}}", other);
    String id = designs.admin().follow(job).get("resultScenarioId").asString();
    assertThat(designs.admin().get("/scenarios/" + id + "/reasons").status()).isEqualTo(200);

    designs.admin().delete("/scenarios/" + other);

    assertThat(designs.admin().get("/scenarios/" + id + "/reasons").code())
        .isEqualTo("REASONS_BASE_GONE");
  }

  @Test
  void reasons_speak_of_the_codes_that_territories_have_now() {
    List<String> shifted = new ArrayList<>();
    for (String code : List.of("T01", "T02", "T03", "T04")) {
      JsonNode designed =
          designs.designed(
              """
              {"territories": 4, "contiguous": false, "effort": "quick",
               "eligible": [{"units": ["29"], "territories": ["%s"]}],
               "preferences": [{"name": "skill", "costs": [{"unit": "31", "territory": "%s"}]}]}
              """
                  .formatted(code, code));
      String id = designed.get("id").asString();
      String now = FrenchDesigns.owner(designs.territories(id), "29");
      Answer answer = designs.admin().get("/scenarios/" + id + "/reasons?unit=29");
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      assertThat(answer.json().get("items").get(0).get("holdings"))
          .extracting(JsonNode::asString)
          .contains("it is locked to `%s`".formatted(now));
      assertThat(designed.get("origin").get("goals").get(1).get("value").asDouble())
          .isEqualTo(FrenchDesigns.owner(designs.territories(id), "31").equals(now) ? 1 : 0);
      if (!now.equals(code)) {
        shifted.add(code);
      }
    }
    assertThat(shifted).as("codes that became others").isNotEmpty();
  }
}
