package bailiwick.intake.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bailiwick.core.design.Effort;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.LonLat;
import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BriefReaderTest {

  @Test
  void a_number_of_territories_stands_for_equal_ones() {
    DesignBrief brief = BriefReader.read("{\"territories\": 3}", "brief.json");

    assertThat(brief.territories())
        .extracting(DesignBrief.Territory::code)
        .containsExactly("T01", "T02", "T03");
    assertThat(brief.unitKind()).isEqualTo(UnitKind.POSTCODE);
    assertThat(brief.contiguous()).isTrue();
    assertThat(brief.effort()).isNull();
    assertThat(brief.timeLimit()).isNull();
  }

  @Test
  void everything_a_brief_can_say() {
    DesignBrief brief =
        BriefReader.read(
            """
            {"name": "Q1", "unitKind": "county", "country": "US",
             "territories": [{"code": "N", "name": "North", "share": 0.5, "home": [-87.6, 41.9]},
                             {"code": "S"}],
             "measures": [{"name": "potential", "tolerance": 0.05}],
             "contiguous": false, "objective": "sumOfDistances", "disruptionWeight": 2,
             "locked": ["17031"], "seed": 7, "effort": "thorough", "timeLimitSeconds": 1.5}
            """,
            "brief.json");

    assertThat(brief.territories())
        .containsExactly(
            new DesignBrief.Territory("N", "North", 0.5, new LonLat(-87.6, 41.9)),
            new DesignBrief.Territory("S", "S", 1, null));
    assertThat(brief.measures())
        .containsExactly(new DesignBrief.BalancedMeasure("potential", 0.05));
    assertThat(brief.objective()).isEqualTo(BriefObjective.SUM_OF_DISTANCES);
    assertThat(brief.locked()).containsExactly(new UnitId("17031"));
    assertThat(brief.seed()).isEqualTo(7);
    assertThat(brief.effort()).isEqualTo(Effort.THOROUGH);
    assertThat(brief.timeLimit()).isEqualTo(Duration.ofMillis(1500));
  }

  @Test
  void what_a_scenario_knows_need_not_be_said() {
    DesignBrief brief = BriefReader.read(json("{}"), scenario());

    assertThat(brief.name()).isEqualTo("Proposed");
    assertThat(brief.unitKind()).isEqualTo(UnitKind.COUNTY);
    assertThat(brief.country()).isEqualTo("FR");
    assertThat(brief.measures()).containsExactly(new DesignBrief.BalancedMeasure("potential", 0.1));
    assertThat(brief.territories())
        .containsExactly(
            new DesignBrief.Territory("N", "North", 0.5, null),
            new DesignBrief.Territory("S", "South", 1, null));
  }

  @Test
  void a_scenario_territory_is_as_it_is_unless_something_else_is_said() {
    DesignBrief brief =
        BriefReader.read(
            json(
                """
                {"keepHomes": true, "territories": [
                  {"code": "N", "share": 1}, {"code": "S", "home": null}, {"code": "NEW"}]}
                """),
            scenario());

    assertThat(brief.territories())
        .containsExactly(
            new DesignBrief.Territory("N", "North", 1, new LonLat(2.3, 48.9)),
            new DesignBrief.Territory("S", "South", 1, null),
            new DesignBrief.Territory("NEW", "NEW", 1, null));
    assertThat(BriefReader.read(json("{\"territories\": 3}"), scenario()).territories())
        .isEqualTo(DesignBrief.equalTerritories(3));
  }

  @Test
  void a_brief_may_not_contradict_the_scenario_it_starts_from() {
    List<String> told =
        catchThrowableOfType(
                ProblemException.class,
                () ->
                    BriefReader.read(
                        json(
                            "{\"unitKind\": \"postcode\", \"country\": \"US\", \"territories\": 2001}"),
                        scenario()))
            .problems()
            .stream()
            .map(Problem::message)
            .toList();

    assertThat(told)
        .containsExactly(
            "The value `postcode` of `/unitKind` must be `county`, as in the plan.",
            "The value `US` of `/country` must be `FR`, as in the plan.",
            "The value `2001` of `/territories` must be a whole number from 1 to 2000, or a list of"
                + " territories.");
  }

  @Test
  void files_know_no_homes_to_keep() {
    assertThat(problemsOf("{\"territories\": 2, \"keepHomes\": true}"))
        .extracting(Problem::code)
        .containsExactly("BRIEF_WRONG_VALUE");
  }

  @Test
  void a_change_adds_no_more_territories_than_there_may_be() {
    assertThat(BriefReader.read(json("{\"change\": {\"add\": 3}}"), scenario(5)).modes().change())
        .isPresent();
    for (String change :
        List.of(
            "{\"add\": 4}",
            "{\"split\": {\"territory\": \"N\", \"into\": 5}}",
            "{\"add\": [{\"code\": \"1\"}, {\"code\": \"2\"}, {\"code\": \"3\"}, {\"code\": \"4\"}]}")) {
      assertThatThrownBy(() -> BriefReader.read(json("{\"change\": " + change + "}"), scenario(5)))
          .hasMessageContaining("a change after which there are at most 5 territories, not 6");
    }
    assertThat(
            BriefReader.read(
                    json("{\"change\": {\"merge\": {\"territories\": [\"N\"], \"into\": \"S\"}}}"),
                    scenario(1))
                .modes()
                .change())
        .isPresent();
  }

  private static BriefFrame scenario() {
    return scenario(2000);
  }

  private static BriefFrame scenario(int mostTerritories) {
    return BriefFrame.ofPlan(
        UnitKind.COUNTY,
        "FR",
        List.of(
            new DesignBrief.Territory("N", "North", 0.5, new LonLat(2.3, 48.9)),
            new DesignBrief.Territory("S", "South", 1, new LonLat(5.4, 43.3))),
        mostTerritories);
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  @Test
  void yaml_says_the_same_as_json() {
    String yaml =
        """
        territories: 40
        measures:
          - name: potential
            tolerance: 0.1
        """;
    String json =
        "{\"territories\": 40, \"measures\": [{\"name\": \"potential\", \"tolerance\": 0.1}]}";

    assertThat(BriefReader.read(yaml, "brief.yaml")).isEqualTo(BriefReader.read(json, "b.json"));
  }

  @Test
  void all_problems_are_told_at_once_and_point_at_their_fields() {
    List<String> told =
        problemsOf(
                """
                {"territories": [{"code": "A", "share": -1}, {"code": "A"}], "colour": "red",
                 "measures": [{"tolerance": 0.1}], "objective": "beauty", "seed": 1.5}
                """)
            .stream()
            .map(problem -> problem.code() + " " + ((BriefProblem) problem).pointer())
            .toList();

    assertThat(told)
        .containsExactlyInAnyOrder(
            "BRIEF_UNKNOWN_FIELD /colour",
            "BRIEF_WRONG_VALUE /territories/0/share",
            "BRIEF_TERRITORY_TWICE /territories/1/code",
            "BRIEF_MISSING_FIELD /measures/0/name",
            "BRIEF_WRONG_VALUE /objective",
            "BRIEF_WRONG_VALUE /seed");
  }

  @Test
  void a_brief_without_territories_is_told_what_is_missing() {
    assertThat(problemsOf("{}"))
        .singleElement()
        .extracting(Problem::code)
        .isEqualTo("BRIEF_MISSING_FIELD");
  }

  @Test
  void what_is_no_object_is_told_once() {
    for (String brief :
        List.of(
            "{\"territories\": 9, \"districts\": 4}",
            "{\"bestNumber\": 4}",
            "{\"change\": {\"merge\": \"T01\"}}",
            "{\"change\": {\"split\": \"T01\"}}")) {
      assertThat(problemsOf(brief))
          .as(brief)
          .extracting(Problem::code)
          .containsExactly("BRIEF_WRONG_VALUE");
    }
  }

  @Test
  void text_that_is_no_json_names_the_line() {
    assertThatThrownBy(() -> BriefReader.read("{\"name\":\n oops}", "brief.json"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.problems())
                    .singleElement()
                    .isInstanceOfSatisfying(
                        BriefProblem.Unreadable.class,
                        problem -> assertThat(problem.line()).isEqualTo(2)));
  }

  private static List<Problem> problemsOf(String json) {
    return catchThrowableOfType(ProblemException.class, () -> BriefReader.read(json, "brief.json"))
        .problems();
  }
}
