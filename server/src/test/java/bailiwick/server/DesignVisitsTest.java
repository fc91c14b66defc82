package bailiwick.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Designs that look at where and when people are met. */
class DesignVisitsTest {

  private static final String NEW_YORK = "36061";
  private static final String CHICAGO = "17031";
  private static final String LOS_ANGELES = "06037";

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

  @Test
  void reasons_reckon_with_where_vacant_seats_were_when_the_design_was_drawn() {
    String before = coastToCoast();
    JsonNode designed =
        made(
            before,
            "\"goals\": [{\"objective\": \"timeZoneOverlap\"}]",
            Map.of(NEW_YORK, "T01", CHICAGO, "T02", LOS_ANGELES, "T02"));

    double drawnWith = ofHours(designed.get("origin").get("goals")).get("value").asDouble();
    String reasons = "/scenarios/" + designed.get("id").asString() + "/reasons?unit=" + CHICAGO;
    JsonNode told = ofHours(designs.admin().get(reasons).json().get("items").get(0).get("goals"));
    assertThat(drawnWith)
        .as("Chicago's hours for New York, those of Los Angeles for Chicago")
        .isEqualTo(1 + 2);
    assertThat(told.get("change").asDouble() / told.get("share").asDouble())
        .as("the whole value that the reason of Chicago is a share of")
        .isCloseTo(drawnWith, within(1e-9));
  }

  private static JsonNode ofHours(JsonNode goals) {
    return goals
        .valueStream()
        .filter(goal -> goal.get("goal").asString().equals("timeZoneOverlap"))
        .findFirst()
        .orElseThrow();
  }

  /** Two vacant territories: Chicago's, with New York, and that of Los Angeles. */
  private static String coastToCoast() {
    designs
        .admin()
        .follow(
            designs
                .admin()
                .upload(
                    "/imports/accounts",
                    "accounts.csv",
                    """
                    id,name,postcode,country,potential
                    ny,New York,10001,US,10
                    chi,Chicago,60601,US,100
                    la,Los Angeles,90012,US,30
                    """)
                .json()
                .get("id")
                .asString());
    JsonNode plan =
        designs
            .admin()
            .post(
                "/plans",
                """
                {"name": "Coast to coast", "from": "2027-01-01", "to": "2028-01-01",
                 "country": "US", "unitKind": "COUNTY"}
                """)
            .json();
    JsonNode blank =
        designs
            .admin()
            .post(
                "/plans/" + plan.get("id").asString() + "/scenarios",
                "{\"name\": \"Blank\", \"source\": \"EMPTY\", \"territories\": 2}")
            .json();
    return made(
            blank.get("id").asString(),
            "\"name\": \"Begun\"",
            Map.of(NEW_YORK, "T01", CHICAGO, "T01", LOS_ANGELES, "T02"))
        .get("id")
        .asString();
  }

  /** What comes of a wish where each of these units may belong to one territory only. */
  private static JsonNode made(String scenario, String wish, Map<String, String> whose) {
    List<String> eligible =
        whose.entrySet().stream()
            .map(one ->
                "{\"units\": [\"%s\"], \"territories\": [\"%s\"]}"
                    .formatted(one.getKey(), one.getValue()))
            .toList();
    String brief =
        "{\"contiguous\": false, \"measures\": [], \"effort\": \"quick\", \"eligible\": %s, %s}"
            .formatted(eligible, wish);
    JsonNode ended = designs.admin().follow(designs.asked(brief, scenario));
    assertThat(ended.get("state").asString()).as(ended.toString()).isEqualTo("SUCCEEDED");
    return designs.admin().get("/scenarios/" + ended.get("resultScenarioId").asString()).json();
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
