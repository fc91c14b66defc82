package bailiwick.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.Cancellation;
import bailiwick.core.design.DesignListener;
import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProblemBuilder;
import bailiwick.core.design.DesignSettings;
import bailiwick.core.design.Infeasibility;
import bailiwick.core.design.Objective;
import bailiwick.core.design.Requirement;
import bailiwick.core.fixture.Seeds;
import bailiwick.core.fixture.Share;
import bailiwick.core.fixture.Worlds;
import bailiwick.core.optimize.AskedWorlds;
import bailiwick.core.optimize.BruteForce;
import bailiwick.core.optimize.FieldWorlds;
import bailiwick.core.optimize.Optimizer;
import bailiwick.core.optimize.RandomWorlds;
import bailiwick.core.unit.Measure;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class FinishedDesignsTest {

  private static final WorkerSolver SOLVER = new WorkerSolver();

  /** Evaluations for which the solver gets a few units of its work. */
  private static final long WORK = 6_000_000;

  @AfterAll
  static void stop() {
    SOLVER.close();
  }

  @Test
  void tiny_worlds_are_solved_with_proof_or_proved_to_have_no_plan() {
    Seeds.check(
        12,
        (random, size) -> {
          int kind = new int[] {0, 3, 4}[size % 3];
          DesignProblem problem = RandomWorlds.onGrid(random, Worlds.grid(3, 3), 3, kind);
          OptionalDouble optimum = BruteForce.optimum(problem);

          DesignOutcome outcome = run(problem, WORK / 10);

          if (optimum.isEmpty()) {
            assertThat(outcome).isInstanceOf(DesignOutcome.Infeasible.class);
          } else {
            assertThat(outcome).isInstanceOf(DesignOutcome.Designed.class);
            assertThat(((DesignOutcome.Designed) outcome).plan().objective())
                .isCloseTo(optimum.getAsDouble(), within(1e-9 * optimum.getAsDouble()));
            assertThat(((DesignOutcome.Designed) outcome).gap().orElseThrow()).isLessThan(1e-6);
          }
        });
  }

  @Test
  void all_kinds_of_wishes_are_met_at_best_with_proof_or_proved_to_be_too_many() {
    AtomicInteger proved = new AtomicInteger();
    Seeds.check(
        60,
        (random, size) -> {
          DesignProblem problem = AskedWorlds.onGrid(random, Worlds.grid(4, 2), 3);
          OptionalDouble optimum = BruteForce.optimum(problem);

          DesignOutcome outcome = run(problem, WORK / 20);

          if (optimum.isEmpty()) {
            assertThat(outcome).isNotInstanceOf(DesignOutcome.Designed.class);
            proved.addAndGet(outcome instanceof DesignOutcome.Infeasible ? 1 : 0);
            return;
          }
          assertThat(outcome).isNotInstanceOf(DesignOutcome.Infeasible.class);
          if (outcome instanceof DesignOutcome.Designed designed) {
            double best = optimum.getAsDouble();
            assertThat(designed.bound().orElse(0)).isLessThanOrEqualTo(best * (1 + 1e-9));
            if (designed.gap().orElse(1) < 1e-6) {
              assertThat(designed.plan().objective()).isCloseTo(best, within(1e-6 * best));
              proved.incrementAndGet();
            }
          }
        });
    assertThat(proved.get()).isGreaterThan(15);
  }

  @Test
  void days_in_the_field_are_kept_at_best_with_proof_or_proved_to_be_too_few() {
    AtomicInteger proved = new AtomicInteger();
    var settled = new Share();
    Seeds.check(
        40,
        (random, size) -> {
          var grid = Worlds.grid(4, 2);
          DesignProblem problem = FieldWorlds.withHomes(random, grid, 3, size % 2 == 0);
          OptionalDouble optimum = BruteForce.optimum(problem);

          DesignOutcome outcome = run(problem, WORK / 20);

          if (optimum.isEmpty()) {
            assertThat(outcome).isNotInstanceOf(DesignOutcome.Designed.class);
            settled.add(outcome instanceof DesignOutcome.Infeasible);
            return;
          }
          assertThat(outcome).isInstanceOf(DesignOutcome.Designed.class);
          DesignOutcome.Designed designed = (DesignOutcome.Designed) outcome;
          double best = optimum.getAsDouble();
          assertThat(designed.plan().objective()).isCloseTo(best, within(1e-6 * best));
          assertThat(designed.bound().orElse(0)).isLessThanOrEqualTo(best * (1 + 1e-9));
          proved.addAndGet(designed.gap().orElse(1) < 1e-6 ? 1 : 0);
        });
    assertThat(proved.get()).isGreaterThan(15);
    settled.requireAtLeast(0.99);
  }

  @Test
  void a_balance_that_only_pieces_could_keep_is_proved_to_be_impossible() {
    var square = Worlds.grid(2, 2);
    DesignProblem problem =
        DesignProblem.builder(square.units(), square.distances())
            .measure(Measure.ACCOUNTS, new long[] {4, 3, 2, 1})
            .contiguous(square.graph())
            .freeTerritories(2)
            .rule(new BalanceRule.Tolerance(0, 0.1))
            .objective(Objective.MomentOfInertia.of(0))
            .build();

    DesignOutcome outcome = run(problem, WORK);

    assertThat(conflictOf(outcome))
        .hasValueSatisfying(conflict -> {
          assertThat(conflict.conflict())
              .containsExactly(new Requirement.OnePiece(), new Requirement.Limits(0, "accounts"));
          assertThat(conflict.isSmallest()).isTrue();
          assertThat(conflict.message())
              .isEqualTo(
                  "No plan keeps every territory in one piece and the limits of accounts: "
                      + "all possibilities were looked through.");
          assertThat(conflict.hint()).startsWith("Without any one of these there are plans.");
        });
  }

  @Test
  void a_world_in_which_the_bound_leaves_nobody_anything_to_serve_ends_without_a_plan() {
    DesignProblem problem =
        AskedWorlds.onGrid(new SplittableRandom(1942), Worlds.grid(4, 2), 3).toBuilder()
            .rules(List.of(new BalanceRule.Tolerance(1, 0.2)))
            .build();

    assertThat(run(problem, WORK / 20)).isNotInstanceOf(DesignOutcome.Designed.class);
    assertThat(BruteForce.optimum(problem)).isEmpty();
  }

  @Test
  void what_conflicts_has_no_plan_by_itself_and_one_without_any_part_of_it() {
    AtomicInteger narrowed = new AtomicInteger();
    Seeds.check(
        80,
        (random, size) -> {
          DesignProblem problem =
              AskedWorlds.onGrid(random, Worlds.grid(4, 2), 3).toBuilder()
                  .rules(List.of(new BalanceRule.Tolerance(1, 0.2)))
                  .build();
          Optional<Infeasibility.NoPlan> found = conflictOf(run(problem, WORK / 20));
          if (found.isEmpty()) {
            return;
          }
          Infeasibility.NoPlan conflict = found.get();
          DesignProblem only = onlyWith(problem, conflict.conflict());

          assertThat(BruteForce.optimum(only)).isEmpty();
          if (conflict.isSmallest()) {
            for (Requirement requirement : conflict.conflict()) {
              assertThat(BruteForce.optimum(only.toBuilder().without(requirement).build()))
                  .isPresent();
            }
            narrowed.incrementAndGet();
          }
        });
    assertThat(narrowed.get()).isGreaterThan(3);
  }

  private static DesignProblem onlyWith(DesignProblem problem, List<Requirement> wanted) {
    DesignProblemBuilder only = problem.toBuilder();
    Requirement.of(problem).stream()
        .filter(requirement -> !wanted.contains(requirement))
        .forEach(only::without);
    return only.build();
  }

  private static Optional<Infeasibility.NoPlan> conflictOf(DesignOutcome outcome) {
    return outcome instanceof DesignOutcome.Infeasible infeasible
            && infeasible.proof().getFirst() instanceof Infeasibility.NoPlan none
        ? Optional.of(none)
        : Optional.empty();
  }

  private static DesignOutcome run(DesignProblem problem, long work) {
    return Optimizer.optimize(
        problem, DesignSettings.ofWork(1, work), DesignListener.NONE, Cancellation.none(), SOLVER);
  }
}
