package bailiwick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class QualityOnFilesTest {

  private static final String ACCOUNTS =
      """
      id,name,zip,country,industry,employees,potential,owner,territory,last modified
      1,Acme Tools,60614,US,retail,20,1000,Ada,T1,2026-05-01
      2,Borealis Foods,60601,US,retail,30,3000,Bob,T1,2020-05-01
      3,Cobalt Works,75201,US,,,4000,Ada,T2,2026-05-01
      """;

  private static final String PEOPLE = "name,end date\nAda,\nBob,2026-01-31\n";

  @TempDir Path folder;

  @Test
  void shares_limits_and_territories_are_told() throws IOException {
    CommandRun run =
        CommandRun.of(
            "quality",
            file("accounts.csv", ACCOUNTS),
            "--representatives",
            file("people.csv", PEOPLE),
            "--on",
            "2026-10-01");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .contains("3 accounts, 87.5 % of their potential rests on doubtful ones")
        .containsPattern("owner left +1 accounts +33.3 % +of potential +37.5 %")
        .containsPattern("stale row +1 accounts")
        .containsPattern("unknown size +1 accounts")
        .contains("balance of potential: ±0.0 %")
        .containsPattern("T2 T2 +100.0 % doubtful +potential 4,000");
  }

  @Test
  void more_doubt_than_asked_for_is_a_problem() throws IOException {
    String file = file("accounts.csv", ACCOUNTS);
    CommandRun run = CommandRun.of("quality", file, "--most", "0.2", "--on", "2026-10-01");
    assertThat(run.code()).isEqualTo(ExitCode.PROBLEMS);
    assertThat(run.out()).contains("More than the 20.0 % that may be doubtful.");
  }

  @Test
  void everything_comes_as_json_and_findings_as_a_file() throws IOException {
    Path out = folder.resolve("doubtful.csv");
    CommandRun run =
        CommandRun.of(
            "quality",
            file("accounts.csv", ACCOUNTS),
            "--on",
            "2026-10-01",
            "--json",
            "--out",
            out.toString());
    JsonNode told = JsonMapper.shared().readTree(run.out());
    assertThat(told.path("all").path("accounts").asInt()).isEqualTo(3);
    assertThat(told.path("settings").path("staleMonths").asInt()).isEqualTo(24);
    assertThat(told.path("findings").path(0).path("doubt").asString()).isEqualTo("stale");
    assertThat(told.path("findings").path(0).path("row").asInt()).isEqualTo(2);
    assertThat(Files.readAllLines(out)).hasSize(4);
    assertThat(Files.readString(out)).contains("stale,Last changed on 2020-05-01,2,Borealis Foods");
  }

  @Test
  void months_beyond_all_sense_are_wrong_usage() throws IOException {
    String file = file("accounts.csv", ACCOUNTS);
    CommandRun run = CommandRun.of("quality", file, "--stale-months", "0");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("The stale months (0) must number from 1 to 120");
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
