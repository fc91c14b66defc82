package bailiwick.core.optimize.start;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProblemBuilder;
import bailiwick.core.design.Eligibility;
import bailiwick.core.design.Objective;
import bailiwick.core.design.PlanarDistances;
import bailiwick.core.fixture.Worlds;
import bailiwick.core.measure.Contiguity;
import bailiwick.core.optimize.objective.UnitCosts;
import bailiwick.core.unit.Measure;
import bailiwick.core.unit.UnitGraph;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoarseWorldTest {

  private static final int SIDE = 210;

  @Test
  void clumps_hold_the_same_amounts_and_keep_locks_and_separate_land() {
    var world = Worlds.grid(SIDE, SIDE);
    UnitGraph twoLands = withoutColumn(world.graph(), 30);
    DesignProblem problem =
        problem(world).contiguous(twoLands).freeTerritories(100).lock(17, 4).lock(9_000, 7).build();

    DesignProblem clumps = CoarseWorld.of(problem, new UnitShares(problem)).problem();

    assertThat(clumps.unitCount()).isBetween(4_000, 8_100);
    assertThat(clumps.total(0)).isEqualTo(problem.total(0));
    assertThat(clumps.lower(0, 3)).isEqualTo(problem.lower(0, 3));
    assertThat(clumps.upper(0, 3)).isEqualTo(problem.upper(0, 3));
    assertThat(IntStream.range(0, clumps.unitCount()).map(clumps::lockedTo).filter(t -> t >= 0))
        .containsExactlyInAnyOrder(4, 7);
    assertThat(pieces(clumps.graph().orElseThrow())).isEqualTo(pieces(twoLands)).isEqualTo(2);
  }

  @Test
  void a_start_seen_from_afar_is_in_one_piece_each_and_nearly_balanced() {
    var world = Worlds.grid(SIDE, SIDE);
    DesignProblem problem = problem(world).contiguous(world.graph()).freeTerritories(100).build();
    assertThat(CoarseWorld.isFor(problem)).isTrue();

    int[] plan =
        new StartPlan(problem, UnitCosts.of(problem), world.graph(), () -> false)
            .draw(new SplittableRandom(1))
            .toArray();

    assertThat(Contiguity.pieceCounts(world.graph(), plan, 100)).containsOnly(1);
    long[] totals = new long[100];
    for (int unit = 0; unit < plan.length; unit++) {
      totals[plan[unit]] += problem.amount(0, unit);
    }
    double target = problem.total(0) / 100.0;
    assertThat(Arrays.stream(totals).mapToDouble(total -> Math.abs(total / target - 1)))
        .allMatch(deviation -> deviation < 0.05);
  }

  @Test
  void a_small_world_and_one_where_names_matter_are_looked_at_as_they_are() {
    var small = Worlds.grid(20, 20);
    var large = Worlds.grid(SIDE, SIDE);

    assertThat(CoarseWorld.isFor(problem(small).freeTerritories(9).build())).isFalse();
    assertThat(
            CoarseWorld.isFor(
                problem(large).freeTerritories(100).eligibility(onlyFirstMayNot()).build()))
        .isFalse();
  }

  private static Eligibility onlyFirstMayNot() {
    return Eligibility.builder(SIDE * SIDE, 100).not(0, 0).build();
  }

  private static DesignProblemBuilder problem(Worlds.Grid world) {
    SplittableRandom random = new SplittableRandom(5);
    double[] x = new double[world.unitCount()];
    double[] y = new double[world.unitCount()];
    for (int unit = 0; unit < x.length; unit++) {
      x[unit] = unit % world.width() + random.nextDouble(0.5);
      int row = unit / world.width();
      y[unit] = row + random.nextDouble(0.5);
    }
    return DesignProblem.builder(world.units(), PlanarDistances.of(x, y))
        .measure(Measure.ACCOUNTS, random.longs(world.unitCount(), 1, 100).toArray())
        .rule(new BalanceRule.Tolerance(0, 0.05))
        .objective(Objective.MomentOfInertia.of(0));
  }

  /** The graph without the edges between a column and the next one. */
  private static UnitGraph withoutColumn(UnitGraph graph, int column) {
    int[] from = new int[graph.edgeCount()];
    int[] to = new int[from.length];
    int count = 0;
    for (int unit = 0; unit < graph.unitCount(); unit++) {
      for (int k = graph.first(unit); k < graph.end(unit); k++) {
        int other = graph.neighbourAt(k);
        if (unit < other && !(unit % SIDE == column && other == unit + 1)) {
          from[count] = unit;
          to[count++] = other;
        }
      }
    }
    return UnitGraph.of(graph.unitCount(), Arrays.copyOf(from, count), Arrays.copyOf(to, count));
  }

  private static int pieces(UnitGraph graph) {
    int[] whole = new int[graph.unitCount()];
    return Contiguity.pieceCounts(graph, whole, 1)[0];
  }
}
