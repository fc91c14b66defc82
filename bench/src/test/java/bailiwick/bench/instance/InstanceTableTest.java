package bailiwick.bench.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares answers, not times, on worlds drawn here. */
class InstanceTableTest {

  @TempDir Path root;

  @Test
  void rows_are_measured_once_and_the_table_names_the_gap() throws Exception {
    drawStrip("set/strip", "1,1,1,1");
    Files.writeString(
        root.resolve("BEST_KNOWN.csv"),
        "set,instance,n,p,objective,best\nset,strip,4,2,sum_dist,2.0\n");
    writeRows("set,strip,sum_dist,2");

    InstanceTable.run(root, root);
    InstanceTable.run(root, root);

    assertThat(Files.readAllLines(root.resolve("results.csv")))
        .hasSize(2)
        .last()
        .asString()
        .startsWith("set,strip,sum_dist,2,feasible,2.000,0.000,");
    assertThat(Files.readString(root.resolve("results.md"))).contains("| strip |");
  }

  @Test
  void a_proof_is_a_result() throws Exception {
    drawStrip("set/lumpy", "9,1,1,1");
    writeRows("set,lumpy,sum_dist,2");

    InstanceTable.run(root, root);

    assertThat(Files.readString(root.resolve("results.csv")))
        .contains("infeasible,DESIGN_UNIT_TOO_LARGE");
  }

  private void writeRows(String row) throws IOException {
    Files.writeString(
        root.resolve("rows.csv"), "set,instance,objective,limit_seconds\n" + row + "\n");
  }

  private void drawStrip(String folder, String weights) throws IOException {
    Path instance = Files.createDirectories(root.resolve(folder));
    StringBuilder units = new StringBuilder("id,x,y,w1\n");
    StringBuilder edges = new StringBuilder("u,v\n");
    String[] each = weights.split(",", -1);
    for (int k = 0; k < each.length; k++) {
      units.append("a%s,%s,0,%s\n".formatted(k, k, each[k]));
      edges.append(k == 0 ? "" : "a%s,a%s\n".formatted(k - 1, k));
    }
    Files.writeString(instance.resolve("units.csv"), units);
    Files.writeString(instance.resolve("edges.csv"), edges);
    Files.writeString(
        instance.resolve("instance.json"),
        """
        {"name": "strip", "p": 2, "metric": "euclid", "objective": "sum_dist",
         "contiguity": true,
         "balance": {"type": "tau", "tau": [0.0], "criteria": ["w1"]}}
        """);
  }
}
