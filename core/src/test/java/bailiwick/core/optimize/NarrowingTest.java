package bailiwick.core.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.Cancellation;
import bailiwick.core.design.DesignListener;
import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProgress.Stage;
import bailiwick.core.design.DesignSettings;
import bailiwick.core.design.Infeasibility;
import bailiwick.core.design.Requirement;
import bailiwick.core.design.TerritorySpec;
import bailiwick.core.exact.BruteForceSolver;
import bailiwick.core.exact.ExactAnswer;
import bailiwick.core.exact.ExactSolver;
import bailiwick.core.fixture.Worlds;
import bailiwick.core.unit.Measure;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class NarrowingTest {

  private static final Requirement PIECES = new Requirement.OnePiece();
  private static final Requirement LIMITS = new Requirement.Limits(0, "accounts");
  private static final long WORK = 3_000;

  /** Only the two ends of a diagonal are as much as the other two. */
  private static DesignProblem diagonal() {
    var square = Worlds.grid(2, 2);
    return DesignProblem.builder(square.units(), square.distances())
        .measure(Measure.ACCOUNTS, new long[] {4, 3, 2, 1})
        .contiguous(square.graph())
        .freeTerritories(2)
        .rule(new BalanceRule.Tolerance(0, 0.1))
        .build();
  }

  @Test
  void what_is_asked_but_has_no_part_in_the_conflict_is_not_named() {
    DesignProblem apart = diagonal().toBuilder().apart(0, 3).build();

    Infeasibility.NoPlan conflict = conflictOf(run(apart, settings(1), new BruteForceSolver()));

    assertThat(Requirement.of(apart)).containsExactly(new Requirement.Apart(), PIECES, LIMITS);
    assertThat(conflict.conflict()).containsExactly(PIECES, LIMITS);
    assertThat(conflict.isSmallest()).isTrue();
  }

  @Test
  void threads_do_not_change_what_conflicts() {
    for (int threads : new int[] {1, 2, 4}) {
      DesignOutcome outcome = run(diagonal(), settings(threads), new BruteForceSolver());

      assertThat(conflictOf(outcome).conflict()).containsExactly(PIECES, LIMITS);
      assertThat(conflictOf(outcome).isSmallest()).isTrue();
      assertThat(outcome.run().evaluations())
          .isEqualTo(run(diagonal(), settings(1), new BruteForceSolver()).run().evaluations());
    }
  }

  @Test
  void a_proof_that_the_clock_stopped_before_it_was_narrowed_is_repeated_at_the_same_look() {
    int cutShort = 0;
    for (long look = 1; look < 400; look++) {
      DesignSettings stopped =
          new DesignSettings(1, 1, WORK, Optional.empty(), OptionalLong.of(look));
      DesignOutcome outcome = run(diagonal(), stopped, new BruteForceSolver());
      DesignOutcome again = run(diagonal(), stopped, new BruteForceSolver());

      assertThat(again.getClass()).isEqualTo(outcome.getClass());
      assertThat(again.run().stoppedAt()).isEqualTo(outcome.run().stoppedAt());
      if (outcome instanceof DesignOutcome.Infeasible) {
        assertThat(conflictOf(again)).isEqualTo(conflictOf(outcome));
        if (!conflictOf(outcome).isSmallest()) {
          assertThat(conflictOf(outcome).conflict()).containsExactly(PIECES, LIMITS);
          assertThat(conflictOf(outcome).hint()).startsWith("The closest plan");
          cutShort++;
        }
      }
    }
    assertThat(cutShort).isPositive();
  }

  @Test
  void a_narrowing_that_is_cancelled_names_all_that_is_asked() {
    Cancellation cancellation = Cancellation.none();
    AtomicInteger checks = new AtomicInteger();
    DesignListener listener =
        progress -> {
          if (progress.stage() == Stage.CHECK && checks.incrementAndGet() == 2) {
            cancellation.request();
          }
        };

    DesignOutcome outcome =
        Optimizer.optimize(diagonal(), settings(1), listener, cancellation, new BruteForceSolver());

    assertThat(conflictOf(outcome).conflict()).containsExactly(PIECES, LIMITS);
    assertThat(conflictOf(outcome).isSmallest()).isFalse();
    assertThat(outcome.run().cancelled()).isTrue();
  }

  @Test
  void a_solver_that_fails_while_narrowing_is_told() {
    AtomicInteger asked = new AtomicInteger();
    ExactSolver once =
        (program, limits, cancellation) ->
            asked.incrementAndGet() == 1
                ? new BruteForceSolver().solve(program, limits, cancellation)
                : new ExactAnswer.Failed("It crashed.");
    DesignProblem apart = diagonal().toBuilder().apart(0, 3).build();

    DesignOutcome outcome = run(apart, settings(1), once);

    assertThat(conflictOf(outcome).isSmallest()).isFalse();
    assertThat(outcome.run().exactFailure()).contains("It crashed.");
  }

  @Test
  void homes_at_units_are_no_locks() {
    var square = Worlds.grid(2, 2);
    DesignProblem homes =
        DesignProblem.builder(square.units(), square.distances())
            .measure(Measure.ACCOUNTS, new long[] {1, 1, 1, 1})
            .territory(TerritorySpec.withHome("A", 0))
            .territory(TerritorySpec.withHome("B", 3))
            .rule(new BalanceRule.Tolerance(0, 0.1))
            .build();

    assertThat(Requirement.of(homes)).containsExactly(LIMITS);
    assertThat(Requirement.of(homes.toBuilder().lock(1, 0).build()))
        .containsExactly(new Requirement.Locks(), LIMITS);
  }

  private static DesignSettings settings(int threads) {
    return new DesignSettings(1, threads, WORK, Optional.empty(), OptionalLong.empty());
  }

  private static DesignOutcome run(
      DesignProblem problem, DesignSettings settings, ExactSolver solver) {
    return Optimizer.optimize(problem, settings, DesignListener.NONE, Cancellation.none(), solver);
  }

  private static Infeasibility.NoPlan conflictOf(DesignOutcome outcome) {
    return (Infeasibility.NoPlan) ((DesignOutcome.Infeasible) outcome).proof().getFirst();
  }
}
