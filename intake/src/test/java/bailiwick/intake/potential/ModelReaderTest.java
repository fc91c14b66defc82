package bailiwick.intake.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ModelReaderTest {

  @Test
  void the_usual_model_can_be_read() {
    PotentialModel model = ModelReader.read(UsualModel.text(), UsualModel.FILE);

    assertThat(model.segments())
        .extracting(Segment::name)
        .containsExactly("enterprise", "mid-market", "small");
    assertThat(model.weightOf(" PROPOSAL ")).hasValue(0.5);
  }

  @Test
  void every_coefficient_is_read() {
    PotentialModel model =
        ModelReader.read(
            """
            segments:
              - name: clinics
                employeesFrom: 10
                employeesBelow: 50
                revenueFrom: 1.5
                industries: ["62"]
                labels: [gold]
                buyingStages: [customer, in-talks]
                spend: {perAccount: 1.25, perEmployee: 2, shareOfRevenue: 0.1}
                growth: -0.5
                service: {visits: 1, hoursPerVisit: 2, calls: 3, hoursPerCall: 4, complexity: 5}
              - name: rest
            conversion: {priorDeals: 7, rateWithoutDeals: 0.3}
            stages: {Demo: 0.4}
            """,
            "model.yaml");

    Segment clinics = model.segments().getFirst();
    assertThat(clinics.rule().employees())
        .isEqualTo(new Bounds(OptionalLong.of(10), OptionalLong.of(50)));
    assertThat(clinics.rule().revenueCents().from()).hasValue(150);
    assertThat(clinics.rule().industries()).containsExactly("62");
    assertThat(clinics.rule().labels()).containsExactly("gold");
    assertThat(clinics.rule().stages())
        .containsExactlyInAnyOrder(BuyingStage.CUSTOMER, BuyingStage.IN_TALKS);
    assertThat(clinics.spend()).isEqualTo(new AddressableSpend(125, 200, 0.1));
    assertThat(clinics.growth()).isEqualTo(-0.5);
    assertThat(clinics.service()).isEqualTo(new Service(1, 2, 3, 4, 5));
    assertThat(model.priorDeals()).isEqualTo(7);
    assertThat(model.rateWithoutDeals()).isEqualTo(0.3);
    assertThat(model.weightOf("demo")).hasValue(0.4);
  }

  @Test
  void all_that_is_wrong_is_told_at_once_with_its_place() {
    List<String> told =
        problems(
            """
            {"segments": [
               {"name": "a"},
               {"name": "a", "employeesFrom": 5, "employeesBelow": 5, "spend": {"perHead": 1},
                "buyingStages": ["buyer"], "industries": ["x"], "growth": "much"}],
             "stages": {"Demo": 2}, "more": 1}
            """);

    assertThat(told)
        .containsExactlyInAnyOrder(
            "A model has no field `/more`.",
            "The value `2` of `/stages/Demo` is not a number from 0 to 1.",
            "The segment `a` has no conditions and takes every account; none is left for those"
                + " after it.",
            "The value `5` of `/segments/1/employeesBelow` is not above `employeesFrom`.",
            "A model has no field `/segments/1/spend/perHead`.",
            "The value `\"x\"` of `/segments/1/industries/0` is not the first digits of a NAICS"
                + " code.",
            "The value `\"buyer\"` of `/segments/1/buyingStages/0` is not one of customer,"
                + " in-talks, prospect.",
            "The value `\"much\"` of `/segments/1/growth` is not a number from -1 to 10.",
            "The value `\"a\"` of `/segments/1/name` is not a name that no other segment has.",
            "The last segment `a` has conditions, so that accounts may belong to none.");
  }

  @Test
  void numbers_beyond_all_and_stages_named_twice_are_told() {
    String huge = "1" + "0".repeat(400);

    assertThat(
            problems(
                "{\"segments\": [{\"name\": \"a\"}], \"conversion\": {\"priorDeals\": "
                    + huge
                    + "}}"))
        .singleElement()
        .asString()
        .endsWith("of `/conversion/priorDeals` is not a number from 0 to 1000000.");
    assertThat(
            problems(
                "{\"segments\": [{\"name\": \"a\"}], \"stages\": {\"Demo\": 0.1, \"demo\": 0.2}}"))
        .containsExactly(
            "The value `0.2` of `/stages/demo` is not of a stage that is named once, case"
                + " ignored.");
  }

  @Test
  void what_is_no_model_at_all_is_told() {
    assertThat(problems("[1]")).first().asString().contains("`[1]` of `/` is not an object");
    assertThat(problems("{\"segments\": []}")).first().asString().contains("at least one segment");
    assertThat(problems("{\"segments\": [3]}")).isNotEmpty();
    assertThat(problems("{")).first().asString().startsWith("The model cannot be read");
    assertThat(problems("")).isNotEmpty();
  }

  private static List<String> problems(String json) {
    ProblemException thrown =
        catchThrowableOfType(ProblemException.class, () -> ModelReader.read(json, "model.json"));
    return thrown.problems().stream().map(Problem::message).toList();
  }
}
