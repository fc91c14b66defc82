package bailiwick.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScaleTableTest {

  @TempDir Path folder;

  @Test
  void a_row_is_measured_once_in_a_process_of_its_own() throws Exception {
    ScaleRow row = ScaleRow.of("planar-400x4-10-contiguous-1s");

    ScaleTable.run(folder, folder, List.of(row));
    List<String> first = Files.readAllLines(folder.resolve("scale.csv"));
    ScaleTable.run(folder, folder, List.of(row));

    assertThat(first).hasSize(2).last().asString().startsWith(row.name() + ",feasible,");
    assertThat(Files.readAllLines(folder.resolve("scale.csv"))).isEqualTo(first);
    assertThat(Files.readString(folder.resolve("design-scale.md"))).contains(row.name());
    ScaleResult result = ScaleResult.of(List.of(first.getLast().split(",", -1)));
    assertThat(Double.parseDouble(result.worstDeviationPercent())).isBetween(0.0, 10.0);
    assertThat(Double.parseDouble(result.heapMb())).isPositive();
  }

  @Test
  void a_row_that_dies_is_told_of_and_the_table_goes_on() throws Exception {
    ScaleRow impossible = ScaleRow.of("planar-3x4-10-contiguous-1s");
    ScaleRow small = ScaleRow.of("planar-100x2-10-contiguous-1s");

    ScaleTable.run(folder, folder, List.of(impossible, small));

    assertThat(Files.readAllLines(folder.resolve("scale.csv"))).hasSize(3);
  }

  @Test
  void a_line_that_was_cut_off_is_measured_again_and_others_are_kept() throws Exception {
    List<ScaleRow> rows =
        List.of(
            ScaleRow.of("planar-100x2-10-contiguous-1s"), ScaleRow.of("planar-64x2-10-loose-1s"));
    ScaleTable.run(folder, folder, rows.subList(0, 1));
    List<String> before = lines();
    Files.writeString(scale(), rows.get(1).name() + ",feas", StandardOpenOption.APPEND);

    ScaleTable.run(folder, folder, rows);

    assertThat(lines()).hasSize(3).startsWith(before.toArray(String[]::new));
    assertThat(lines().getLast()).startsWith(rows.get(1).name() + ",feasible,");
  }

  @Test
  void a_file_without_anything_gets_its_header() throws Exception {
    Files.createFile(scale());

    ScaleTable.run(folder, folder, List.of(ScaleRow.of("planar-64x2-10-loose-1s")));

    assertThat(lines()).hasSize(2).first().isEqualTo(String.join(",", ScaleResult.HEADER));
  }

  @Test
  void a_table_that_is_ended_takes_its_row_along_and_says_nothing_of_it() throws Exception {
    Process table = start("planar-10000x10-3-contiguous-600s");
    ProcessHandle row = rowOf(table);
    try {
      table.destroy();

      assertThat(table.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(row.onExit().get(1, TimeUnit.MINUTES).isAlive()).isFalse();
      assertThat(scale()).doesNotExist();
    } finally {
      row.destroyForcibly();
      table.destroyForcibly();
    }
  }

  @Test
  void a_row_that_is_stopped_by_hand_is_not_told_to_have_failed() throws Exception {
    Process table = start("planar-10000x10-3-contiguous-600s");
    try {
      rowOf(table).destroy();

      assertThat(table.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(scale()).doesNotExist();
    } finally {
      table.destroyForcibly();
    }
  }

  @Test
  void a_row_is_known_by_its_name() {
    assertThat(ScaleRow.all())
        .allSatisfy(row -> assertThat(ScaleRow.of(row.name())).isEqualTo(row));
  }

  @Test
  void parts_of_a_percent_are_in_the_name() {
    for (String name :
        List.of(
            "planar-10000x10-0.5-contiguous-60s",
            "planar-10000x10-2.5-loose-60s",
            "planar-10000x10-0-loose-60s",
            "planar-10000x10-100-loose-60s")) {
      assertThat(ScaleRow.of(name).name()).isEqualTo(name);
    }
    assertThat(ScaleRow.of("planar-10000x10-0.5-contiguous-60s").tolerancePercent()).isEqualTo(0.5);
  }

  @Test
  void what_is_no_row_is_refused() {
    for (String name :
        List.of(
            "planar-10000x10-3-contigous-60s",
            "plane-10000x10-3-loose-60s",
            "planar-10000x10-3-loose-60",
            "planar-10000x10-3-loose-0s",
            "planar-0x10-3-loose-60s",
            "zip-1000x10-3-loose-60s")) {
      assertThatThrownBy(() -> ScaleRow.of(name))
          .as(name)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private Path scale() {
    return folder.resolve("scale.csv");
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(scale());
  }

  /** A table of one row in a process of its own, which says so, as every one it starts. */
  private Process start(String row) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            ScaleTable.class.getName(),
            folder.toString(),
            folder.toString(),
            row);
    builder.environment().put("JAVA_TOOL_OPTIONS", "-Dtold=begun");
    return builder.start();
  }

  /** The process of a table's row, as soon as it has begun. */
  private static ProcessHandle rowOf(Process table) throws IOException {
    BufferedReader told = table.errorReader();
    assertThat(told.readLine()).as("of the table").contains("begun");
    assertThat(told.readLine()).as("of its row").contains("begun");
    return table.children().findAny().orElseThrow();
  }
}
