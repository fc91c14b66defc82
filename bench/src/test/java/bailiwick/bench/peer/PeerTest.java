package bailiwick.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProblemBuilder;
import bailiwick.core.design.Goal;
import bailiwick.core.design.Level;
import bailiwick.core.design.Objective;
import bailiwick.core.design.TerritorySpec;
import bailiwick.core.fixture.Worlds;
import bailiwick.core.fixture.Worlds.Grid;
import bailiwick.core.optimize.Optimizer;
import bailiwick.core.unit.Measure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Peers on a field of 6 times 4 units, each with one account. */
class PeerTest {

  private static final Grid FIELD = Worlds.grid(6, 4);
  private static final int LAST = FIELD.unitCount() - 1;
  private static final Grid ROW = Worlds.grid(3, 1);
  private static final Duration LIMIT = Duration.ofSeconds(1);

  @TempDir Path folder;

  @Test
  void timefold_finds_the_halves_of_a_simple_field() {
    DesignProblem problem = field(Objective.MomentOfInertia.of(0)).build();

    DesignPlan plan = Optimizer.figures(problem, new Timefold().plan(problem, LIMIT).orElseThrow());

    assertThat(plan.isFeasible()).isTrue();
    assertThat(plan.objective()).isEqualTo(52);
  }

  @Test
  void timefold_leaves_homes_where_they_are() {
    DesignProblem problem = homes().build();

    int[] plan = new Timefold().plan(problem, LIMIT).orElseThrow();

    assertThat(plan[0]).isZero();
    assertThat(plan[LAST]).isEqualTo(1);
    assertThat(Optimizer.figures(problem, plan).isFeasible()).isTrue();
  }

  @Test
  void what_timefold_counts_is_what_our_figures_say() {
    for (Objective objective :
        List.of(
            Objective.MomentOfInertia.of(0),
            Objective.SumOfDistances.DEFAULT,
            Objective.CutEdges.DEFAULT,
            Objective.MaxDiameter.DEFAULT)) {
      DesignProblem problem = field(objective).build();
      int[] plan = FirstPlan.of(problem, 7);
      plan[0] = 1; // torn off, so that a limit is broken too
      PlannedScore score = new PlannedScore();
      score.resetWorkingSolution(new PlannedTerritories(problem, plan, new boolean[plan.length]));
      DesignPlan figures = Optimizer.figures(problem, plan);

      var counted = score.calculateScore();

      assertThat(-counted.softScore() / 1e4).isCloseTo(figures.objective(), within(1e-3));
      assertThat(-counted.hardScore() / 1e6).isCloseTo(figures.violation(), within(1e-5));
    }
  }

  @Test
  void metis_cuts_a_field_in_two() throws Exception {
    Metis metis = new Metis("gpmetis");
    assumeTrue(metis.isHere(), "gpmetis is not installed");
    DesignProblem problem = field(Objective.CutEdges.DEFAULT).build();

    DesignPlan plan = Optimizer.figures(problem, metis.plan(problem, LIMIT).orElseThrow());

    assertThat(plan.isFeasible()).isTrue();
    assertThat(plan.objective()).isEqualTo(4);
  }

  @Test
  void metis_reads_units_from_one_with_their_weights_first() {
    DesignProblem problem =
        DesignProblem.builder(ROW.units(), ROW.distances())
            .measure(Measure.ACCOUNTS, new long[] {5, 6, 7})
            .freeTerritories(2)
            .rule(new BalanceRule.Tolerance(0, 0.5))
            .contiguous(ROW.graph())
            .build();

    assertThat(Metis.graph(problem)).isEqualTo("3 2 010 1\n5 2\n6 1 3\n7 2\n");
  }

  @Test
  void metis_is_not_asked_for_homes_or_without_contiguity() {
    Metis metis = new Metis("gpmetis");

    assertThat(metis.isFor(field(Objective.CutEdges.DEFAULT).build())).isTrue();
    assertThat(metis.isFor(homes().build())).isFalse();
    assertThat(metis.isFor(units().freeTerritories(2).graph(FIELD.graph()).build())).isFalse();
  }

  @Test
  void metis_keeps_the_plans_of_earlier_seeds_when_its_time_is_over() throws Exception {
    DesignProblem problem = field(Objective.CutEdges.DEFAULT).build();
    int[] halves = new int[FIELD.unitCount()];
    Arrays.fill(halves, halves.length / 2, halves.length, 1);
    Files.writeString(
        folder.resolve("halves"),
        IntStream.of(halves).mapToObj(Integer::toString).collect(Collectors.joining("\n")));
    Metis metis = new Metis(program("cat \"$(dirname \"$0\")/halves\"", "echo 0"));

    assertThat(metis.plan(problem, LIMIT)).hasValue(halves);
    assertThat(folderSeen()).doesNotExist();
  }

  @Test
  void a_program_that_fails_has_no_plan_and_leaves_nothing_behind() throws Exception {
    DesignProblem problem = field(Objective.CutEdges.DEFAULT).build();
    Metis metis = new Metis(program("echo no number; exit 1", "exit 1"));

    assertThat(metis.plan(problem, LIMIT)).isEmpty();
    assertThat(folderSeen()).doesNotExist();
  }

  @Test
  void peers_are_not_asked_for_what_they_do_not_know() {
    Goal cut = new Goal(Objective.CutEdges.DEFAULT, 1);
    for (Peer peer : List.of(new Metis("gpmetis"), new Timefold())) {
      assertThat(peer.isFor(field(Objective.SumOfDistances.DEFAULT).build())).isTrue();
      for (DesignProblemBuilder asked :
          List.of(
              field(Objective.SumOfDistances.DEFAULT).together(0, LAST),
              field(Objective.SumOfDistances.DEFAULT).apart(0, 1),
              field(Objective.SumOfDistances.DEFAULT).lock(0, 1),
              field(Objective.SumOfDistances.DEFAULT).then(new Level(List.of(cut), 0)))) {
        assertThat(peer.isFor(asked.build())).as(peer.name()).isFalse();
      }
    }
    assertThat(new Timefold().isFor(homes().build())).isTrue();
    assertThat(new Timefold().isFor(homes().lock(0, 0).build())).as("as its home").isTrue();
  }

  @Test
  void a_program_that_is_not_installed_is_not_here() {
    assertThat(new Metis("no-such-program").isHere()).isFalse();
  }

  /** Writes parts by a command for the first seed; for others, it begins and takes for ever. */
  private String program(String first, String others) throws IOException {
    Path program = folder.resolve("fake");
    Files.writeString(
        program,
        """
        #!/bin/sh
        # -ptype -contig -ubvec -seed graph parts
        dirname "$5" > "$(dirname "$0")/seen"
        exec > "$5.part.$6"
        if [ "$4" = -seed=1 ]; then
          %s
        else
          %s
          exec sleep 600
        fi
        """
            .formatted(first, others));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return program.toString();
  }

  /** The folder that {@link #program} was given its graph in. */
  private Path folderSeen() throws IOException {
    return Path.of(Files.readString(folder.resolve("seen")).strip());
  }

  private static DesignProblemBuilder field(Objective objective) {
    return units().contiguous(FIELD.graph()).freeTerritories(2).objective(objective);
  }

  private static DesignProblemBuilder homes() {
    return units()
        .contiguous(FIELD.graph())
        .objective(Objective.MomentOfInertia.of(0))
        .territory(TerritorySpec.withHome("left", 0))
        .territory(TerritorySpec.withHome("right", LAST));
  }

  private static DesignProblemBuilder units() {
    long[] one = new long[FIELD.unitCount()];
    Arrays.fill(one, 1);
    return DesignProblem.builder(FIELD.units(), FIELD.distances())
        .measure(Measure.ACCOUNTS, one)
        .rule(new BalanceRule.Tolerance(0, 0));
  }
}
