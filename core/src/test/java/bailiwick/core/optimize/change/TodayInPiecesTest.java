package bailiwick.core.optimize.change;

import static bailiwick.core.optimize.change.Changes.add;
import static bailiwick.core.optimize.change.Changes.drawn;
import static bailiwick.core.optimize.change.Changes.figures;
import static bailiwick.core.optimize.change.Changes.merge;
import static bailiwick.core.optimize.change.Changes.plan;
import static bailiwick.core.optimize.change.Changes.remove;
import static bailiwick.core.optimize.change.Changes.run;
import static bailiwick.core.optimize.change.Changes.split;
import static bailiwick.core.optimize.change.Changes.today;
import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Succession;
import bailiwick.core.design.Today;
import bailiwick.core.fixture.Seeds;
import bailiwick.core.fixture.Worlds;
import bailiwick.core.measure.Contiguity;
import bailiwick.core.optimize.objective.PlanFigures;
import bailiwick.core.optimize.objective.UnitCosts;
import bailiwick.core.unit.UnitGraph;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Changes of a plan in which some territory is not one piece, though it should be. */
class TodayInPiecesTest {

  @Test
  void a_split_leaves_another_territory_in_the_pieces_it_lies_in() {
    var world = Worlds.grid("AAAABCB", "AAAABCB");

    ChangeOutcome changed = run(today(world, 0.9), split("A", "A2"));

    assertThat(drawn(world, changed).replace('D', 'A')).isEqualTo("AAAABCB\nAAAABCB");
    assertThat(figures(changed).inPieces()).containsExactly(new TerritoryCode("B"));
    assertThat(plan(changed).breaches()).isEmpty();
  }

  @Test
  void a_territory_in_pieces_is_split_as_it_lies() {
    var world = Worlds.grid("AAABBAAA");

    ChangeOutcome changed = run(today(world, 0), split("A", "A2"));

    assertThat(drawn(world, changed)).isIn("AAABBCCC", "CCCBBAAA");
    assertThat(figures(changed).inPieces()).isEmpty();
  }

  @Test
  void what_only_the_closest_plan_tears_did_not_lie_in_pieces() {
    var world = Worlds.grid("AABB", "AACC");
    DesignProblem problem = today(world, 0.9);
    int[] all = {0, 1, 2};
    Succession same = Succession.of(problem.territories(), all, all);
    int[] apart = Worlds.grid("ABBB", "BACC").territoryOf();
    DesignPlan torn =
        PlanFigures.of(problem, UnitCosts.of(problem), problem.graph().orElseThrow(), apart);

    assertThat(torn.isFeasible()).isFalse();
    assertThat(ChangeFigures.of(problem, problem, same, torn).inPieces()).isEmpty();
  }

  @Test
  void whoever_takes_over_or_gives_need_not_be_mended() {
    var world = Worlds.grid("AABBCCABB", "AABBCCABB");

    ChangeOutcome removed = run(today(world, 0.9), remove("C"));
    ChangeOutcome merged = run(today(world, 0.9), merge(OptionalDouble.empty(), "A", "C"));
    ChangeOutcome added = run(today(world, 0.35), add("D"));

    assertThat(figures(removed).besides().units()).isZero();
    assertThat(drawn(world, merged)).isEqualTo("AABBAAABB\nAABBAAABB");
    assertThat(figures(merged).inPieces())
        .containsExactly(new TerritoryCode("A"), new TerritoryCode("B"));
    assertThat(added.outcome()).isInstanceOf(DesignOutcome.Designed.class);
    assertThat(figures(added).besides().units()).isEqualTo(3);
  }

  @Test
  void nobody_hangs_together_by_what_another_territory_s_pieces_excuse() {
    AtomicInteger inPieces = new AtomicInteger();
    Seeds.check(
        30,
        (random, size) -> {
          StringBuilder row = new StringBuilder();
          for (int unit = 0; unit < 12; unit++) {
            row.append((char) ('A' + random.nextInt(3)));
          }
          var world = Worlds.grid("ABC" + row);
          DesignProblem problem = Changes.drawnAmounts(random, world, 0.4);

          ChangeOutcome changed = run(problem, add("D"));

          int[] before = Contiguity.pieceCounts(world.graph(), world.territoryOf(), 4);
          if (changed.outcome() instanceof DesignOutcome.Designed) {
            int[] plan = plan(changed).alignment().toArray();
            int[] now = Contiguity.pieceCounts(world.graph(), plan, 4);
            assertThat(now[3]).isEqualTo(1);
            for (int t = 0; t < 3; t++) {
              assertThat(now[t]).isLessThanOrEqualTo(before[t]);
              inPieces.addAndGet(now[t] > 1 ? 1 : 0);
            }
          }
        });
    assertThat(inPieces.get()).isGreaterThan(10);
  }

  @Test
  void pieces_are_linked_where_they_come_near_and_for_their_own_territory_only() {
    var world = Worlds.grid("ABAABB");
    Today today = Today.of(world.territoryOf(), 0, 0);
    PieceLinks links = PieceLinks.of(world.graph(), world.distances(), world.territoryOf(), today);
    DesignProblem problem = today(world, 0.5);

    UnitGraph linked = links.graph();

    assertThat(linked.areNeighbours(0, 2)).isTrue();
    assertThat(linked.areNeighbours(1, 4)).isTrue();
    assertThat(linked.edgeCount()).isEqualTo(world.graph().edgeCount() + 2);
    assertThat(
            links
                .graphFor(
                    Worlds.grid("BBBABB").territoryOf(), Successors.of(problem, add("D").change()))
                .areNeighbours(0, 2))
        .isFalse();
    assertThat(PieceLinks.of(world.graph(), world.distances(), new int[6], today).isEmpty())
        .isTrue();
  }
}
