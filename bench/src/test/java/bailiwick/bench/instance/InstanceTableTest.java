package bailiwick.bench.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bailiwick.bench.peer.Peer;
import bailiwick.core.design.DesignProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    InstanceTable.run(root, root, List.of());
    InstanceTable.run(root, root, List.of());

    assertThat(results())
        .hasSize(2)
        .last()
        .asString()
        .startsWith("set,strip,sum_dist,2,bailiwick,feasible,2.000,,0.000,");
    assertThat(page()).contains("| strip | sum_dist | 2 s | 2.000 | +0.000 % |");
  }

  @Test
  void a_proof_is_a_result() throws Exception {
    drawStrip("set/lumpy", "9,1,1,1");
    writeRows("set,lumpy,sum_dist,2");

    InstanceTable.run(root, root, List.of());

    assertThat(results()).last().asString().contains("infeasible", "DESIGN_UNIT_TOO_LARGE");
  }

  @Test
  void a_peer_is_judged_by_our_figures_beside_our_plan() throws Exception {
    drawStrip("set/strip", "1,1,1,1");
    writeRows("set,strip,sum_dist,2");

    InstanceTable.run(root, root, List.of(new Dealer("halves", 0, 0, 1, 1)));
    InstanceTable.run(root, root, List.of(new Dealer("halves"), new Dealer("odd", 0, 1, 1, 1)));

    assertThat(page())
        .contains("| strip | sum_dist | 2 s | 2.000 |")
        .contains("| 2.000 (+0.000 %) | breaks limits by 1.00000 |")
        .contains("halves: asked 1 rows, a plan within all limits in 1, ahead of ours in 0.");
  }

  @Test
  void a_peer_that_fails_is_told_of_and_the_table_goes_on() throws Exception {
    drawStrip("set/strip", "1,1,1,1");
    drawStrip("set/other", "2,2,2,2");
    writeRows("set,strip,sum_dist,2\nset,other,sum_dist,2");

    InstanceTable.run(root, root, List.of(new Dealer("broken")));

    assertThat(results()).hasSize(5).filteredOn(line -> line.contains("failed")).hasSize(2);
  }

  @Test
  void a_row_goes_on_with_the_solver_at_which_it_was_interrupted() throws Exception {
    drawStrip("set/strip", "1,1,1,1");
    writeRows("set,strip,sum_dist,2");
    Dealer stopping = new Dealer("later", 0, 0, 1, 1);
    stopping.interrupted = true;

    assertThatThrownBy(() -> InstanceTable.run(root, root, List.of(stopping)))
        .isInstanceOf(InterruptedException.class);
    List<String> before = results();
    Files.writeString(root.resolve("results.csv"), "set,strip,sum_d", StandardOpenOption.APPEND);
    stopping.interrupted = false;
    InstanceTable.run(root, root, List.of(stopping));

    assertThat(before).hasSize(2);
    assertThat(results()).startsWith(before.toArray(String[]::new));
    assertThat(page()).contains("| 2.000 (+0.000 %) |");
  }

  @Test
  void a_line_cut_off_within_quotes_takes_no_other_along() throws Exception {
    measureStrip("first", "later");
    List<String> whole = results();
    cutTo(whole.get(1) + "\n" + "set,strip,sum_dist,2,first,failed,,,,,,,\"It has, no");

    measureStrip("first", "later");
    List<String> again = results();
    measureStrip("first", "later");

    assertThat(again).hasSize(4).startsWith(whole.get(0), whole.get(1));
    assertThat(results()).as("measured once").isEqualTo(again);
  }

  @Test
  void a_line_cut_off_in_its_last_cell_is_measured_again() throws Exception {
    measureStrip();
    String line = results().get(1);
    cutTo(line.substring(0, line.length() - 1));

    measureStrip("first");

    assertThat(results()).hasSize(3);
    assertThat(results().get(1)).startsWith("set,strip,sum_dist,2,bailiwick,feasible,2.000,");
    assertThat(results().get(1)).matches(".*,[0-9]+\\.[0-9]");
  }

  @Test
  void a_file_without_anything_gets_its_header() throws Exception {
    Files.createFile(root.resolve("results.csv"));

    measureStrip();

    assertThat(results()).hasSize(2).first().isEqualTo(String.join(",", Measured.HEADER));
  }

  @Test
  void a_note_of_several_lines_is_one_in_the_tables() throws Exception {
    measureStrip("first");

    assertThat(results())
        .hasSize(3)
        .last()
        .asString()
        .contains("failed,,,,,,,java.lang.IllegalStateException: No plan of first | at all.,");
    assertThat(page())
        .contains("| failed java.lang.IllegalStateException: No plan of first \\| at all. |");
  }

  @Test
  void a_plan_that_is_none_is_told_of_and_the_table_goes_on() throws Exception {
    drawStrip("set/strip", "1,1,1,1");
    writeRows("set,strip,sum_dist,2");

    InstanceTable.run(
        root,
        root,
        List.of(
            new Dealer("short", 0, 1),
            new Dealer("hole", 0, 0, 1, -1),
            new Dealer("halves", 0, 0, 1, 1)));

    assertThat(results()).hasSize(5).filteredOn(line -> line.contains(",failed,")).hasSize(2);
    assertThat(results()).last().asString().contains("halves,feasible");
  }

  @Test
  void a_row_that_ours_cannot_answer_is_told_of_and_the_table_goes_on() throws Exception {
    drawStrip("set/strip", "1,1,1,1");
    writeRows("set,strip,no_such_goal,2\nset,strip,sum_dist,2");

    InstanceTable.run(root, root, List.of());

    assertThat(results()).hasSize(3);
    assertThat(results().get(1)).contains("bailiwick,failed,").contains("no_such_goal");
    assertThat(results().get(2)).contains("bailiwick,feasible,");
  }

  @Test
  void instances_that_are_not_there_are_told_all_at_once_before_anything_is_measured()
      throws Exception {
    drawStrip("set/strip", "1,1,1,1");
    writeRows("set,strip,sum_dist,2\nset,lost,sum_dist,2\nset,gone,sum_dist,2");

    assertThatThrownBy(() -> InstanceTable.run(root, root, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("set/lost", "set/gone");
    assertThat(root.resolve("results.csv")).doesNotExist();
  }

  @Test
  void a_name_that_nobody_has_is_refused() throws Exception {
    writeRows("set,strip,sum_dist,2");

    assertThatThrownBy(
            () -> InstanceTable.main(new String[] {root.toString(), root.toString(), "timefald"}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("timefald", "bailiwick", "timefold");
  }

  @Test
  void a_best_value_of_nothing_has_no_percents_above_it() throws Exception {
    drawStrip("set/strip", "1,1,1,1");
    Files.writeString(
        root.resolve("BEST_KNOWN.csv"),
        "set,instance,n,p,objective,best\nset,strip,4,2,sum_dist,0\n");
    writeRows("set,strip,sum_dist,2");

    InstanceTable.run(root, root, List.of());

    assertThat(results()).last().asString().contains("bailiwick,feasible,2.000,,,");
  }

  @Test
  void the_independent_evaluator_agrees_on_plans_within_limits_and_beyond() throws Exception {
    Path script = evaluator();
    assumeTrue(Files.isRegularFile(script), () -> "There is no " + script);
    Files.copy(script, root.resolve("evaluate.py"));
    drawStrip("set/strip", "1,1,1,1");
    writeRows("set,strip,sum_dist,2");

    InstanceTable.run(
        root, root, List.of(new Dealer("halves", 0, 0, 1, 1), new Dealer("torn", 0, 1, 0, 1)));

    assertThat(results())
        .hasSize(4)
        .filteredOn(line -> line.contains(",yes,"))
        .as("ours, halves and torn")
        .hasSize(3);
  }

  /** Measures one row, by ours and by peers that fail. */
  private void measureStrip(String... failing) throws Exception {
    drawStrip("set/strip", "1,1,1,1");
    writeRows("set,strip,sum_dist,2");
    InstanceTable.run(root, root, Stream.of(failing).map(name -> (Peer) new Dealer(name)).toList());
  }

  /** As a run that was killed leaves the results: the header and the beginning of what follows. */
  private void cutTo(String text) throws IOException {
    Files.writeString(root.resolve("results.csv"), results().getFirst() + "\n" + text);
  }

  private static Path evaluator() {
    String told = System.getProperty("bailiwick.shared");
    Path shared = told == null ? Path.of("..", "..", "shared") : Path.of(told);
    return shared.resolve("instances/design/evaluate.py");
  }

  private List<String> results() throws IOException {
    return Files.readAllLines(root.resolve("results.csv"));
  }

  private String page() throws IOException {
    return Files.readString(root.resolve("results.md"));
  }

  /** Deals the units out as it was told; fails when it was told nothing. */
  private static final class Dealer implements Peer {

    private final String name;
    private final int[] plan;
    private boolean interrupted;

    Dealer(String name, int... plan) {
      this.name = name;
      this.plan = plan;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public boolean isHere() {
      return true;
    }

    @Override
    public boolean isFor(DesignProblem problem) {
      return true;
    }

    @Override
    public Optional<int[]> plan(DesignProblem problem, Duration limit) throws InterruptedException {
      if (interrupted) {
        throw new InterruptedException("Stopped by hand.");
      }
      if (plan.length == 0) {
        throw new IllegalStateException("No plan\nof %s | at all.".formatted(name));
      }
      return Optional.of(plan.clone());
    }
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
