package bailiwick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Territories drawn by where and when people are met, from a brief and a file of accounts. */
class VisitsOnFilesTest extends FilesOfTwelve {

  private static final String DUPAGE = "17043"; // Naperville's county

  @Test
  void weights_of_buyers_decide_whose_a_county_is() throws IOException {
    assertThat(territoryOf(DUPAGE, 4, 1)).isEqualTo("N");
    assertThat(territoryOf(DUPAGE, 1, 4)).isEqualTo("S");

    JsonNode report = JsonMapper.shared().readTree(folder.resolve("plan/report.json").toFile());
    assertThat(report.path("visits").path("hoursInCommon").asDouble()).isBetween(0.0, 8.0);
    assertThat(report.path("visits").path("remoteShare").asDouble()).isEqualTo(0.25 / 12);
    assertThat(report.path("territories").path(0).path("hoursInCommon").isNumber()).isTrue();
    assertThat(out.toString()).contains("hours in common:").contains("remote visits: 2 %");
    assertThat(run("replay", at("plan"))).as(out.toString()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void territories_without_a_time_zone_are_named() throws IOException {
    write("territories: 2", 1, 1);

    assertThat(run("design", at("brief.yaml"), "--accounts", at("crm.csv"), "--out", at("plan")))
        .isEqualTo(ExitCode.PROBLEMS);

    assertThat(err.toString()).contains("BRIEF_NO_TIME_ZONE").contains("`T01`, `T02`");
  }

  private String territoryOf(String county, int east, int india) throws IOException {
    write(
        "territories: [{code: N, timeZone: America/New_York}, {code: S, timeZone: Asia/Kolkata}]",
        east,
        india);
    assertThat(run("design", at("brief.yaml"), "--accounts", at("crm.csv"), "--out", at("plan")))
        .as(err.toString())
        .isEqualTo(ExitCode.DONE);
    return Files.readAllLines(folder.resolve("plan/assignment.csv")).stream()
        .filter(line -> line.startsWith(county + ","))
        .map(line -> line.split(",", -1)[1])
        .findFirst()
        .orElseThrow();
  }

  private void write(String territories, int east, int india) throws IOException {
    Files.writeString(
        folder.resolve("brief.yaml"),
        """
        unitKind: county
        contiguous: false
        %s
        goals: [{objective: timeZoneOverlap, weight: 1e9}]
        decisionMakers:
          - unit: "%s"
            sites:
              - {timeZone: America/New_York, weight: %s, remoteShare: 0.25}
              - {timeZone: Asia/Kolkata, weight: %s, remoteShare: 0.25}
        seed: 1
        effort: quick
        """
            .formatted(territories, DUPAGE, east, india));
  }
}
