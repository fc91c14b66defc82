package bailiwick.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
  void a_row_is_known_by_its_name() {
    assertThat(ScaleRow.all())
        .allSatisfy(row -> assertThat(ScaleRow.of(row.name())).isEqualTo(row));
  }
}
