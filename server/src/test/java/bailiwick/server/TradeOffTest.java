package bailiwick.server;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.server.Api.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Trade-off curves over REST, and the plans that they open. */
class TradeOffTest {

  @RegisterExtension static final FrenchDesigns designs = new FrenchDesigns();

  @Test
  void a_trade_off_curve_is_of_territories_as_they_are() {
    Answer answer =
        designs
            .admin()
            .post(
                "/scenarios/" + designs.base() + "/trade-off",
                "{\"brief\": {\"change\": {\"add\": 1}, \"districts\": {\"count\": 2}}}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("problems"))
        .extracting(one -> one.get("code").asString() + " " + one.get("pointer").asString())
        .containsExactly("BRIEF_BESIDE_CURVE /brief/change", "BRIEF_BESIDE_CURVE /brief/districts");
  }

  @Test
  void a_trade_off_curve_has_plans_that_open_as_scenarios() {
    String request =
        """
        {"brief": {"name": "Choice", "contiguous": false, "effort": "quick",
                   "measures": [{"name": "potential", "tolerance": 0.06}]}, "steps": 3}
        """;
    JsonNode ended = curve(designs.base(), request);
    String job = ended.get("id").asString();
    assertThat(ended.get("state").asString()).as(ended.toString()).isEqualTo("SUCCEEDED");
    assertThat(designs.admin().get("/jobs").json().get("items"))
        .as("lists leave curves out")
        .allSatisfy(one -> assertThat(one.get("tradeOff").isNull()).isTrue());
    assertThat(designs.admin().get("/jobs/" + job).json().get("tradeOff").get("plans"))
        .isNotEmpty();

    JsonNode plans = ended.get("tradeOff").get("plans");
    assertThat(plans).isNotEmpty();
    assertThat(plans)
        .allSatisfy(one -> {
          assertThat(one.get("imbalance").asDouble()).isLessThanOrEqualTo(0.06 + 1e-9);
          assertThat(one.get("sentence").asString()).contains("accounts").contains("change hands");
        });
    JsonNode last = plans.get(plans.size() - 1);
    String open = "/scenarios/" + designs.base() + "/trade-off/" + job + "/plans/";
    Answer opened = designs.admin().post(open + last.get("number").asInt(), Map.of());
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    JsonNode made = opened.json();
    assertThat(made.get("name").asString()).startsWith("Choice, plan ");
    assertThat(made.get("origin").get("feasible").asBoolean())
        .as(made.get("origin").toString())
        .isTrue();
    assertThat(
            FrenchDesigns.moved(
                designs.territories(designs.base()),
                designs.territories(made.get("id").asString())))
        .isEqualTo(last.get("movedUnits").asLong());

    assertThat(designs.admin().post(open + 99, Map.of()).status()).isEqualTo(404);
    String ofAnother = open.replace(designs.base(), made.get("id").asString());
    assertThat(designs.admin().post(ofAnother + 1, Map.of()).status()).isEqualTo(404);
    Answer replay =
        designs.admin().post("/scenarios/" + made.get("id").asString() + "/replay", Map.of());
    assertThat(replay.code()).isEqualTo("REPLAY_OF_A_CURVE");
  }

  @Test
  void a_plan_of_a_curve_opens_as_long_as_nothing_it_was_worked_out_from_has_changed() {
    String own =
        designs.designed("{\"name\": \"Own\", \"contiguous\": false}").get("id").asString();
    JsonNode ended =
        curve(
            own,
            """
            {"brief": {"contiguous": false, "effort": "quick"}, "steps": 2}
            """);
    designs.moveToFirst(own, designs.outsideFirst(own));

    String open = "/scenarios/" + own + "/trade-off/" + ended.get("id").asString() + "/plans/1";
    assertThat(designs.admin().post(open, Map.of()).code()).isEqualTo("REPLAY_OTHER_INPUT");
  }

  @Test
  void where_no_search_finds_a_plan_there_is_no_curve() {
    JsonNode ended =
        curve(
            designs.base(),
            """
            {"brief": {"contiguous": false, "effort": "quick",
                       "capacities": [{"measure": "accounts", "capacity": 10}]}, "steps": 2}
            """);

    assertThat(ended.get("state").asString()).isEqualTo("FAILED");
    assertThat(ended.get("problems").get(0).get("code").asString()).isEqualTo("TRADE_OFF_NO_PLAN");
  }

  /** The job of a curve, when it has ended. */
  private static JsonNode curve(String scenario, String request) {
    Answer asked = designs.admin().post("/scenarios/" + scenario + "/trade-off", request);
    assertThat(asked.status()).as(asked.text()).isEqualTo(202);
    return designs.admin().follow(asked.json().get("id").asString());
  }
}
