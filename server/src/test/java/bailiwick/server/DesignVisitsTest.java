package bailiwick.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Designs that look at where and when people are met. */
class DesignVisitsTest {

  @RegisterExtension static final FrenchDesigns designs = new FrenchDesigns();

  private static final List<String> CODES =
      designs
          .admin()
          .get("/scenarios/" + designs.base())
          .json()
          .get("territories")
          .valueStream()
          .map(one -> one.get("code").asString())
          .toList();

  @Test
  void a_unit_goes_where_its_buyers_work_and_the_figures_and_reasons_say_so() {
    for (int t = 0; t < 2; t++) {
      JsonNode designed = designs.designed(withBuyersOf("33", zone(t)));

      String id = designed.get("id").asString();
      assertThat(designs.territories(id)).containsEntry("33", CODES.get(t));
      JsonNode visits = designed.get("origin").get("visits");
      assertThat(visits.get("hoursInCommon").asDouble()).isBetween(0.0, 8.0);
      assertThat(visits.get("remoteShare").asDouble()).isGreaterThan(0);
      assertThat(visits.get("territories").valueStream().map(one -> one.get("code").asString()))
          .containsExactlyElementsOf(CODES);
      JsonNode reason =
          designs.admin().get("/scenarios/" + id + "/reasons?unit=33").json().get("items").get(0);
      assertThat(reason.get("goals").toString()).contains("timeZoneOverlap");
      assertThat(designs.replayed(id)).startsWith("Identical");
    }
  }

  @Test
  void hours_are_found_from_the_scenario_where_the_brief_says_nothing() {
    JsonNode designed =
        designs.designed(
            "{\"contiguous\": false, \"then\": [{\"goals\": [{\"objective\": \"timeZoneOverlap\"}]}]}");

    JsonNode visits = designed.get("origin").get("visits");
    assertThat(visits.get("hoursInCommon").asDouble()).isEqualTo(8); // all of France
    assertThat(visits.get("remoteShare").asDouble()).isZero();
  }

  @Test
  void a_design_without_such_wishes_has_no_such_figures() {
    assertThat(designs.designed("{\"contiguous\": false}").get("origin").get("visits").isNull())
        .isTrue();
  }

  @Test
  void what_is_wrong_is_told_by_code_and_place() {
    assertThat(
            designs.problems(
                "{\"territories\": 5, \"goals\": [{\"objective\": \"timeZoneOverlap\"}]}"))
        .containsExactly("BRIEF_NO_TIME_ZONE /goals/0/objective");
    assertThat(
            designs.problems(
                """
                {"decisionMakers": [{"unit": "13", "sites": [{"timeZone": "Mars"}]}]}
                """))
        .containsExactly("BRIEF_UNKNOWN_TIME_ZONE /decisionMakers/0/sites/0/timeZone");
    assertThat(
            designs.problems(
                """
                {"decisionMakers": [{"unit": "nowhere", "sites": [{"postcode": "x"}]}]}
                """))
        .contains("BRIEF_UNKNOWN_UNIT /decisionMakers/0/unit");
  }

  private static String zone(int territory) {
    return List.of("America/New_York", "Asia/Kolkata", "Europe/Paris").get(territory);
  }

  private static String withBuyersOf(String unit, String zone) {
    StringBuilder territories = new StringBuilder();
    for (int t = 0; t < CODES.size(); t++) {
      territories.append(
          "%s{\"code\": \"%s\", \"timeZone\": \"%s\"}"
              .formatted(t == 0 ? "" : ", ", CODES.get(t), zone(t)));
    }
    return """
    {"contiguous": false, "measures": [], "territories": [%s],
     "decisionMakers": [{"unit": "%s", "sites": [{"timeZone": "%s", "remoteShare": 0.5}]}],
     "goals": [{"objective": "timeZoneOverlap", "weight": 1e9}]}
    """
        .formatted(territories, unit, zone);
  }
}
