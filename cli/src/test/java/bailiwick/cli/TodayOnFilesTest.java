package bailiwick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a design writes beside its plan where there is a plan of today. */
class TodayOnFilesTest extends FilesOfTwelve {

  /** A row of twelve units between two homes, of which the left one has ten today. */
  @BeforeEach
  void drawARow() throws IOException {
    Path row = Files.createDirectory(folder.resolve("row"));
    StringBuilder units = new StringBuilder("id,x,y,w1,current,home_of\n");
    StringBuilder edges = new StringBuilder("u,v\n");
    for (int u = 0; u < 12; u++) {
      String home = u == 0 ? "left" : u == 11 ? "right" : "";
      units.append("u%s,%s,0,1,%s,%s\n".formatted(u, u, u < 10 ? "left" : "right", home));
      if (u < 11) {
        edges.append("u%s,u%s\n".formatted(u, u + 1));
      }
    }
    Files.writeString(row.resolve("units.csv"), units);
    Files.writeString(row.resolve("edges.csv"), edges);
    Files.writeString(
        row.resolve("instance.json"),
        """
        {"p": 2, "metric": "euclid", "contiguity": true, "homes": ["u0", "u11"], "mean_d2": 4,
         "balance": {"type": "tau", "tau": [0.4], "criteria": ["w1"]}}
        """);
  }

  @Test
  void a_unit_that_moves_comes_with_its_reason() throws IOException {
    assertThat(design("row", "--objective", "moved_plus_compact")).isEqualTo(ExitCode.DONE);

    List<String> lines = Files.readAllLines(folder.resolve("out/reasons.csv"));
    assertThat(lines.getFirst())
        .isEqualTo("id,territory,today,other,change,moved_plus_compact,disruption,reason");
    assertThat(lines).hasSizeGreaterThan(2).anyMatch(line -> line.contains("`u9` moves from `T1`"));
  }

  @Test
  void every_unit_comes_with_its_reason_when_asked_for() throws IOException {
    design("row", "--reasons", "all");

    assertThat(Files.readAllLines(folder.resolve("out/reasons.csv"))).hasSize(13);
  }

  @Test
  void a_trade_off_curve_has_a_file_for_each_plan() throws IOException {
    assertThat(design("row", "--trade-off", "3")).as(err.toString()).isEqualTo(ExitCode.DONE);

    List<String> lines = Files.readAllLines(folder.resolve("out/tradeoff.csv"));
    assertThat(lines.size()).isGreaterThan(2);
    for (String line : lines.subList(1, lines.size())) {
      Path plan = folder.resolve("out").resolve(line.substring(line.lastIndexOf(',') + 1));
      assertThat(Files.readAllLines(plan)).hasSize(13);
    }
    assertThat(out.toString()).contains("plans to choose from");
  }

  @Test
  void a_trade_off_curve_without_a_plan_of_today_is_told_before_the_work() throws IOException {
    Path units = folder.resolve("row/units.csv");
    Files.writeString(units, Files.readString(units).replace("current", "before"));

    assertThat(design("row", "--trade-off", "3")).isEqualTo(ExitCode.PROBLEMS);
    assertThat(err.toString()).contains("CLI_TRADE_OFF_NO_TODAY");
    assertThat(folder.resolve("out/report.json")).doesNotExist();
  }

  private int design(String instance, String... more) {
    List<String> words =
        new ArrayList<>(List.of("design", at(instance), "--time-limit", "1s", "--out", at("out")));
    words.addAll(List.of(more));
    return run(words.toArray(String[]::new));
  }
}
