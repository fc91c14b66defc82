package bailiwick.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProblemBuilder;
import bailiwick.core.design.Objective;
import bailiwick.core.design.TerritorySpec;
import bailiwick.core.fixture.Worlds;
import bailiwick.core.fixture.Worlds.Grid;
import bailiwick.core.optimize.Optimizer;
import bailiwick.core.unit.Measure;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Peers on a field of 6 times 4 units, each with one account. */
class PeerTest {

  private static final Grid FIELD = Worlds.grid(6, 4);
  private static final int LAST = FIELD.unitCount() - 1;
  private static final Grid ROW = Worlds.grid(3, 1);
  private static final Duration LIMIT = Duration.ofSeconds(1);

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
  void a_program_that_is_not_installed_is_not_here() {
    assertThat(new Metis("no-such-program").isHere()).isFalse();
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
