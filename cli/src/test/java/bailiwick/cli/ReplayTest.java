package bailiwick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A design made again by its report. */
class ReplayTest extends FilesOfTwelve {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void a_design_is_the_same_again_on_any_number_of_threads(int threads) throws IOException {
    designGrid(1);

    int code = run("replay", at("out"), "--threads", Integer.toString(threads));

    assertThat(code).as(out + "\n" + err).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).startsWith("Identical: all 80 units again (seed 7");
  }

  @Test
  void a_design_of_a_brief_is_the_same_again() throws IOException {
    design("county");

    assertThat(run("replay", at("plan"), "--json")).as(err.toString()).isEqualTo(ExitCode.DONE);

    JsonNode told = JsonMapper.shared().readTree(out.toString());
    assertThat(told.path("identical").asBoolean()).isTrue();
    assertThat(told.path("units").asInt()).isGreaterThan(3_000);
  }

  @Test
  void a_proof_is_the_same_again() throws IOException {
    designGrid(1_000);

    assertThat(run("replay", at("out"))).as(out + "\n" + err).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).startsWith("Identical: the same proof again");
  }

  @Test
  void other_input_is_told() throws IOException {
    designGrid(1);
    Path units = folder.resolve("grid/units.csv");
    Files.writeString(units, Files.readString(units).replace("u5,5,0,1", "u5,5,0,2"));

    assertThat(run("replay", at("out"))).isEqualTo(ExitCode.PROBLEMS);
    assertThat(err.toString()).contains("CLI_REPLAY_OTHER_INPUT");
  }

  @Test
  void another_plan_is_told_unit_by_unit() throws IOException {
    designGrid(1);
    Path assignment = folder.resolve("out/assignment.csv");
    Files.writeString(
        assignment, Files.readString(assignment).replaceFirst("\nu5,T[12],", "\nu5,T9,"));

    assertThat(run("replay", at("out"))).isEqualTo(ExitCode.PROBLEMS);
    assertThat(out.toString()).startsWith("Different: 1 of 80 units").contains("u5: T", "was T9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"version\" : \"[^\"]*\" -> \"version\" : \"0\" -> CLI_REPLAY_OTHER_ENGINE",
        "\"cancelled\" : false -> \"cancelled\" : true -> CLI_REPLAY_STOPPED_BY_HAND",
        "\"work\" : -> \"labour\" : -> CLI_REPLAY_NOT_RECORDED"
      })
  void what_cannot_be_repeated_is_told(String change) throws IOException {
    designGrid(1);
    String[] parts = change.split(" -> ", -1);
    Path report = folder.resolve("out/report.json");
    Files.writeString(report, Files.readString(report).replaceFirst(parts[0], parts[1]));

    assertThat(run("replay", at("out"))).isEqualTo(ExitCode.PROBLEMS);
    assertThat(err.toString()).contains(parts[2]);
  }

  /**
   * Designs a grid of ten by eight.
   *
   * @param corner weight of one unit, where all others weigh 1
   */
  private void designGrid(int corner) throws IOException {
    Path grid = Files.createDirectory(folder.resolve("grid"));
    StringBuilder units = new StringBuilder("id,x,y,w1\n");
    StringBuilder edges = new StringBuilder("u,v\n");
    for (int u = 0; u < 80; u++) {
      units.append("u%s,%s,%s,%s\n".formatted(u, u % 10, u / 10, u == 0 ? corner : 1));
      if (u % 10 < 9) {
        edges.append("u%s,u%s\n".formatted(u, u + 1));
      }
      if (u < 70) {
        edges.append("u%s,u%s\n".formatted(u, u + 10));
      }
    }
    Files.writeString(grid.resolve("units.csv"), units);
    Files.writeString(grid.resolve("edges.csv"), edges);
    Files.writeString(
        grid.resolve("instance.json"),
        """
        {"p": 2, "metric": "euclid", "objective": "cut_edges", "contiguity": true,
         "balance": {"type": "tau", "tau": [0.05], "criteria": ["w1"]}}
        """);
    run("design", at("grid"), "--seed", "7", "--time-limit", "1s", "--out", at("out"));
  }
}
