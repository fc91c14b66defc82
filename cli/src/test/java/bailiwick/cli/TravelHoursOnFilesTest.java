package bailiwick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Visits and the ways to them are reckoned with in a design from files. */
class TravelHoursOnFilesTest extends FilesOfTwelve {

  private static final String AT_HOME =
      "territories: [{ code: CHI, home: [-87.65, 41.9] }, { code: DAL, home: [-96.8, 32.8] }]\n";

  @Test
  void each_person_s_days_are_told_with_the_hours_of_visits_and_of_driving() throws IOException {
    assertThat(designed(AT_HOME, "{ visitsPerAmount: 12, hoursPerVisit: 1.5, days: 40 }"))
        .as(err.toString())
        .isEqualTo(ExitCode.DONE);

    JsonNode travel = report().path("travelHours");
    assertThat(travel.path("daysAvailable").asDouble()).isEqualTo(80);
    assertThat(travel.path("accuracyPercent").asInt()).isEqualTo(15);
    double days = 0;
    for (JsonNode one : travel.path("territories")) {
      // 72 visits of 1.5 h, and 7.2 h of parking, in days of 8 h that are driven in as well
      assertThat(one.path("visitHours").asDouble()).isEqualTo(108);
      assertThat(one.path("days").asDouble() * 8 - 108 - 7.2)
          .isBetween(
              one.path("drivingHours").asDouble() - 1, one.path("drivingHours").asDouble() + 1);
      assertThat(one.path("days").asDouble()).isBetween(15.0, 40.0);
      assertThat(one.path("overnightUnits").asInt()).isZero();
      days += one.path("days").asDouble();
    }
    assertThat(travel.path("days").asDouble()).isBetween(days - 0.2, days + 0.2);
    assertThat(out.toString()).contains("in the field: ").contains("216 h with customers");
    assertThat(run("replay", at("plan"))).as(out.toString()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void too_few_days_are_proved_with_the_people_that_are_lacking() throws IOException {
    assertThat(designed(AT_HOME, "{ visitsPerAmount: 12, hoursPerVisit: 1.5, days: 9 }"))
        .isEqualTo(ExitCode.INFEASIBLE);

    JsonNode proof = report().path("proof");
    assertThat(proof.toString()).contains("DESIGN_TOO_FEW_DAYS").contains("more full-time");
  }

  @Test
  void without_homes_the_days_are_balanced_like_any_measure() throws IOException {
    assertThat(
            designed(
                "territories: 2\nmeasures: [{ name: fieldDays, tolerance: 0.3 }]\n",
                "{ visitsPerAmount: 12, hoursPerVisit: 1.5, days: 60 }"))
        .as(err.toString())
        .isEqualTo(ExitCode.DONE);

    assertThat(out.toString()).contains("fieldDays: ±").contains("in the field: ");
    JsonNode territories = report().path("territories");
    assertThat(territories.get(0).path("fieldDays").asDouble()).isBetween(10.0, 60.0);
    assertThat(report().path("travelHours").path("daysAvailable").asDouble()).isEqualTo(120);
  }

  @Test
  void what_cannot_be_reckoned_with_is_told_with_its_place() throws IOException {
    assertThat(designed(AT_HOME, "{ measure: luck, hoursPerVisit: 1 }"))
        .isEqualTo(ExitCode.PROBLEMS);
    assertThat(err.toString()).contains("BRIEF_UNKNOWN_MEASURE").contains("/travelHours/measure");

    assertThat(designed(AT_HOME, "{ hoursPerVisit: -1, workdayHours: 0, days: 0 }"))
        .isEqualTo(ExitCode.PROBLEMS);
    assertThat(err.toString())
        .contains("/travelHours/hoursPerVisit")
        .contains("/travelHours/workdayHours")
        .contains("/travelHours/days");
  }

  private int designed(String territories, String travelHours) throws IOException {
    String measures = territories.contains("measures") ? "" : "measures: []\n";
    Files.writeString(
        folder.resolve("brief.yaml"),
        "country: US\nunitKind: county\ncontiguous: false\neffort: quick\n"
            + territories
            + measures
            + "travelHours: "
            + travelHours
            + "\n");
    assertThat(run("import", "accounts", at("crm.csv"), "--country", "US", "--out", at("a.csv")))
        .describedAs(err.toString())
        .isZero();
    return run("design", at("brief.yaml"), "--accounts", at("a.csv"), "--out", at("plan"));
  }

  private JsonNode report() throws IOException {
    return JsonMapper.shared().readTree(Files.readString(folder.resolve("plan/report.json")));
  }
}
