package bailiwick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Designs whose units are accounts, which briefs and plans name by the ids of the file. */
class AccountsAsUnitsTest extends FilesOfTwelve {

  private static final String[] POSTCODES = {"60614", "77002", "10001", "94105"};

  @Test
  void a_realignment_over_accounts_starts_from_who_has_them_today() throws IOException {
    Map<String, String> territoryOf = designed("realignment");

    assertThat(territoryOf).hasSize(40).containsEntry("A-1007", today(1007));
    assertThat(territoryOf).containsEntry("A-1002", "NORTH");
    assertThat(territoryOf.get("A-1003")).isEqualTo(territoryOf.get("A-1004"));
    assertThat(territoryOf.get("A-1005")).isNotEqualTo(territoryOf.get("A-1006"));
    JsonNode report = JsonMapper.shared().readTree(folder.resolve("plan/report.json").toFile());
    assertThat(report.path("comparedWithToday")).isNotEmpty();
    assertThat(run("replay", at("plan"))).as(out.toString()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void accounts_are_met_where_the_brief_says() throws IOException {
    assertThat(designed("meetings")).hasSize(40).containsEntry("A-1002", "INDIA");
  }

  /** Who has which account in the plan that an example of the documentation asks for. */
  private Map<String, String> designed(String example) throws IOException {
    Files.writeString(
        folder.resolve("named.csv"),
        IntStream.range(1001, 1041)
            .mapToObj(id ->
                "A-%s,Company %s,%s,US,%s,20,%s"
                    .formatted(id, id, POSTCODES[id % 4], 90_000 + id * 7 % 20_000, today(id)))
            .collect(
                Collectors.joining(
                    "\n", "id,name,postcode,country,potential,workload_hours,territory\n", "\n")));
    Path brief = Path.of("../docs/examples", example, "brief.yaml");

    assertThat(run("design", brief.toString(), "--accounts", at("named.csv"), "--out", at("plan")))
        .as(err.toString() + out)
        .isEqualTo(ExitCode.DONE);
    return Files.readAllLines(folder.resolve("plan/assignment.csv")).stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
  }

  /** A part-timer in the south has a third of them. */
  private static String today(int id) {
    return id % 3 == 0 ? "SOUTH" : "NORTH";
  }
}
