package bailiwick.core.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProblemBuilder;
import bailiwick.core.design.Objective;
import bailiwick.core.fixture.Worlds;
import bailiwick.core.fixture.Worlds.Grid;
import bailiwick.core.unit.Measure;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RebalanceTest {

  private static final Grid LOPSIDED =
      Worlds.grid(
          "AAAAABCC", //
          "AAAAABCC",
          "AAAAABCC");

  private static final int[] FIRST_TWO = {0, 1};

  @Test
  void two_neighbours_become_even_and_all_others_stay() {
    DesignProblem problem = problem(0.4).build();

    Rebalance even = Rebalance.of(problem, LOPSIDED.territoryOf(), FIRST_TWO, 1);

    assertThat(even.changed()).isTrue();
    assertThat(LOPSIDED.draw(even.plan().alignment().toArray()))
        .isEqualTo("AAABBBCC\nAAABBBCC\nAAABBBCC");
    assertThat(even.proof()).isEmpty();
  }

  @Test
  void locks_and_families_hold_while_units_are_dealt_out_anew() {
    DesignProblem problem = problem(0.4).lock(4, 0).together(3, 11).build();

    int[] plan =
        Rebalance.of(problem, LOPSIDED.territoryOf(), FIRST_TWO, 1).plan().alignment().toArray();

    assertThat(plan[4]).isZero();
    assertThat(plan[3]).isEqualTo(plan[11]);
    assertThat(Optimizer.figures(problem, plan).isFeasible()).isTrue();
  }

  @Test
  void a_plan_that_cannot_become_better_stays_as_it_is() {
    DesignProblem problem = problem(0.4).build();
    int[] even = Worlds.grid("AAABBBCC", "AAABBBCC", "AAABBBCC").territoryOf();

    Rebalance same = Rebalance.of(problem, even, FIRST_TWO, 1);

    assertThat(same.changed()).isFalse();
    assertThat(same.plan().alignment().toArray()).containsExactly(even);
  }

  @Test
  void two_that_hold_too_much_together_are_proved_to() {
    DesignProblem problem = problem(0.05).build();

    Rebalance none = Rebalance.of(problem, LOPSIDED.territoryOf(), FIRST_TWO, 1);

    assertThat(none.changed()).isFalse();
    assertThat(none.proof()).isNotEmpty();
    assertThat(none.plan().alignment().toArray()).containsExactly(LOPSIDED.territoryOf());
  }

  @Test
  void the_same_seed_gives_the_same_plan() {
    DesignProblem problem = problem(0.4).build();

    int[] once =
        Rebalance.of(problem, LOPSIDED.territoryOf(), FIRST_TWO, 7).plan().alignment().toArray();
    int[] again =
        Rebalance.of(problem, LOPSIDED.territoryOf(), FIRST_TWO, 7).plan().alignment().toArray();

    assertThat(again).containsExactly(once);
  }

  /** Every unit counts one; a mean territory has eight. */
  private static DesignProblemBuilder problem(double tolerance) {
    long[] one = new long[LOPSIDED.unitCount()];
    Arrays.fill(one, 1);
    return DesignProblem.builder(LOPSIDED.units(), LOPSIDED.distances())
        .measure(Measure.ACCOUNTS, one)
        .freeTerritories(3)
        .rule(new BalanceRule.Tolerance(0, tolerance))
        .contiguous(LOPSIDED.graph())
        .objective(Objective.MomentOfInertia.of(0));
  }
}
