package bailiwick.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Briefs over REST that change, count and group territories. */
class DesignModesTest {

  @RegisterExtension static final FrenchDesigns designs = new FrenchDesigns();

  @Test
  void a_territory_is_split_and_nothing_else_changes() {
    Map<String, String> before = designs.territories(designs.base());
    String code = before.get("31");

    JsonNode designed =
        designs.designed(
            """
            {"name": "Split", "contiguous": false, "measures": [{"name": "potential", "tolerance": 0.2}],
             "change": {"split": {"territory": "%s", "parts": [{"code": "NEW", "name": "The new"}]}}}
            """
                .formatted(code));
    String id = designed.get("id").asString();
    Map<String, String> after = designs.territories(id);

    assertThat(designed.get("origin").get("feasible").asBoolean()).isTrue();
    assertThat(designed.get("territories"))
        .extracting(one -> one.get("name").asString())
        .contains("The new")
        .hasSize(4);
    assertThat(after)
        .allSatisfy((unit, territory) -> {
          if (!FrenchDesigns.owner(before, unit).equals(code)) {
            assertThat(territory).isEqualTo(before.get(unit));
          }
        })
        .containsValue("NEW");
    JsonNode change = designed.get("origin").get("change");
    assertThat(change.get("besides").get("units").asLong())
        .isEqualTo(FrenchDesigns.moved(before, after));
    assertThat(change.get("untouched").asInt()).isEqualTo(2);
    JsonNode reasons = designs.admin().get("/scenarios/" + id + "/reasons?limit=500").json();
    assertThat(reasons.get("moved").asLong()).isEqualTo(FrenchDesigns.moved(before, after));
    assertThat(reasons.get("items").get(0).get("goals").get(0).get("goal").asString())
        .isEqualTo("disruption");
    assertThat(designs.replayed(id)).startsWith("Identical");
  }

  @Test
  void a_territory_ends_and_its_neighbours_get_what_it_had() {
    String ended = FrenchDesigns.owner(designs.territories(designs.base()), "31");

    JsonNode designed =
        designs.designed(
            """
            {"name": "Two", "contiguous": false, "measures": [{"name": "potential", "tolerance": 0.3}],
             "change": {"remove": ["%s"]}}
            """
                .formatted(ended));
    String id = designed.get("id").asString();

    assertThat(designs.territories(id).values()).doesNotContain(ended);
    assertThat(designed.get("territories")).hasSize(2);
    JsonNode hadTo = designed.get("origin").get("change").get("hadTo");
    assertThat(hadTo.get("units").asLong())
        .isEqualTo(
            designs.territories(designs.base()).values().stream().filter(ended::equals).count());
    assertThat(designs.replayed(id)).startsWith("Identical");
  }

  @Test
  void the_best_number_of_territories_is_found_with_its_reason() {
    JsonNode designed =
        designs.designed(
            """
            {"name": "Counted", "contiguous": false, "effort": "quick", "measures": [],
             "bestNumber": {"measure": "accounts", "target": 19, "tolerance": 0.2, "least": 4, "most": 6}}
            """);
    String id = designed.get("id").asString();

    assertThat(designed.get("territories")).hasSize(5);
    JsonNode number = designed.get("origin").get("number");
    assertThat(number.get("reason").asString()).startsWith("5 territories");
    assertThat(number.get("tried")).isNotEmpty();
    JsonNode reasons = designs.admin().get("/scenarios/" + id + "/reasons?limit=500").json();
    assertThat(reasons.get("items")).isNotEmpty();
    assertThat(designs.replayed(id)).startsWith("Identical");
    assertThat(designs.problems("{\"bestNumber\": {\"measure\": \"luck\", \"target\": 19}}"))
        .containsExactly("BRIEF_UNKNOWN_MEASURE /bestNumber/measure");
    assertThat(
            designs.problems(
                "{\"bestNumber\": {\"measure\": \"accounts\", \"target\": 19, \"most\": 2001}}"))
        .containsExactly("BRIEF_WRONG_VALUE /bestNumber/most");
  }

  @Test
  void territories_are_grouped_into_districts() {
    JsonNode designed =
        designs.designed(
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
    assertThat(designs.replayed(designed.get("id").asString())).startsWith("Identical");
  }

  @Test
  void what_no_search_can_make_possible_is_told_with_the_request() {
    String code = FrenchDesigns.owner(designs.territories(designs.base()), "31");

    assertThat(designs.problems("{\"districts\": {\"count\": 4}}"))
        .containsExactly("DISTRICT_TOO_MANY ");
    assertThat(
            designs.problems(
                """
                {"contiguous": false, "disruptionWeight": 1,
                 "districts": {"count": 2, "first": "districts"}}
                """))
        .containsExactly("DISTRICT_NAMES_MATTER ");
    assertThat(designs.problems("{\"bestNumber\": {\"measure\": \"accounts\", \"target\": 1000}}"))
        .containsExactly("NUMBER_RANGE_EMPTY ");
    assertThat(
            designs.problems(
                """
                {"bestNumber": {"measure": "accounts", "target": 19, "tolerance": 0.2},
                 "districts": {"count": 50}}
                """))
        .as("as many territories as districts are too many for the target")
        .containsExactly("NUMBER_RANGE_EMPTY ");
    assertThat(
            designs.problems(
                "{\"change\": {\"split\": {\"territory\": \"%s\", \"into\": 900}}}"
                    .formatted(code)))
        .containsExactly("CHANGE_TOO_MANY_PARTS ");
  }
}
