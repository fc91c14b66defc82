package bailiwick.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bailiwick.core.design.Cancellation;
import bailiwick.core.exact.BinaryProgram;
import bailiwick.core.exact.BruteForceSolver;
import bailiwick.core.exact.ExactAnswer;
import bailiwick.core.exact.ExactLimits;
import bailiwick.core.exact.ExactSolver;
import bailiwick.core.exact.ExactSolverContract;
import bailiwick.core.exact.Programs;
import bailiwick.core.exact.Solution;
import bailiwick.core.fixture.Seeds;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class WorkerSolverTest extends ExactSolverContract {

  private static final WorkerSolver SOLVER = new WorkerSolver();

  @Override
  protected ExactSolver solver() {
    return SOLVER;
  }

  @AfterAll
  static void close() {
    SOLVER.close();
  }

  @Test
  void it_agrees_with_brute_force_on_any_small_program() {
    BruteForceSolver bruteForce = new BruteForceSolver();
    Seeds.check((random, size) -> {
      BinaryProgram program =
          Programs.random(random, 1 + random.nextInt(10), random.nextInt(1 + size / 20));
      ExactAnswer expected = bruteForce.solve(program, ExactLimits.ofWork(1), Cancellation.none());
      ExactAnswer answer = answer(program);
      if (!(expected instanceof ExactAnswer.Optimal best)) {
        assertThat(answer).hasSameClassAs(expected);
        return;
      }
      double cost = best.solution().cost();
      // One program in thousands is solved with a bound that rounding keeps just below its cost.
      if (answer instanceof ExactAnswer.Feasible rounded) {
        assertThat(rounded.bound()).isCloseTo(cost, within(1e-11 * (1 + Math.abs(cost))));
        assertThat(rounded.solution().cost()).isEqualTo(cost);
      } else {
        assertThat(((ExactAnswer.Optimal) answer).solution().cost()).isEqualTo(cost);
      }
    });
  }

  @Test
  void the_same_work_gives_the_same_answer_in_any_worker() {
    BinaryProgram hard = hardProgram();
    ExactAnswer first = answerOfWork(SOLVER, hard, 0.3);
    answer(Programs.randomAssignment(new SplittableRandom(2), 12, 3));
    assertThat(first).isInstanceOf(ExactAnswer.Feasible.class);
    assertThat(answerOfWork(SOLVER, hard, 0.3)).isEqualTo(first);
    try (WorkerSolver another = new WorkerSolver()) {
      assertThat(answerOfWork(another, hard, 0.3)).isEqualTo(first);
    }
  }

  @Test
  void more_work_tells_more() {
    BinaryProgram hard = hardProgram();
    var little = (ExactAnswer.Feasible) answerOfWork(SOLVER, hard, 0.3);
    var much = (ExactAnswer.Feasible) answerOfWork(SOLVER, hard, 1);
    assertThat(much.work()).isGreaterThan(little.work());
    assertThat(much.bound()).isGreaterThanOrEqualTo(little.bound());
    assertThat(much.solution().cost()).isLessThan(little.solution().cost());
  }

  @Test
  void a_solution_to_begin_with_is_never_lost() {
    BinaryProgram hard = hardProgram();
    var found = (ExactAnswer.Feasible) answerOfWork(SOLVER, hard, 1);
    BinaryProgram hinted = hard.withHint(found.solution().ones());
    ExactAnswer answer = answerOfWork(SOLVER, hinted, 1e-6);
    assertThat(answer).isInstanceOf(ExactAnswer.Feasible.class);
    assertThat(((ExactAnswer.Feasible) answer).solution().cost())
        .isLessThanOrEqualTo(found.solution().cost());
  }

  @Test
  void work_that_ran_out_without_a_solution_leaves_a_bound() {
    ExactAnswer answer = answerOfWork(SOLVER, hardProgram(), 1e-6);
    assertThat(answer).isInstanceOf(ExactAnswer.Unknown.class);
    assertThat(((ExactAnswer.Unknown) answer).bound()).isNotNaN().isLessThan(60_000);
  }

  private static BinaryProgram hardProgram() {
    return Programs.randomAssignment(new SplittableRandom(1), 60, 6);
  }

  private static ExactAnswer answerOfWork(WorkerSolver solver, BinaryProgram program, double work) {
    ExactAnswer answer = solver.solve(program, ExactLimits.ofWork(work), Cancellation.none());
    if (answer instanceof ExactAnswer.Feasible feasible) {
      Solution solution = feasible.solution();
      assertThat(program.isSolvedBy(solution.ones())).isTrue();
      assertThat(feasible.bound()).isLessThan(solution.cost());
    }
    return answer;
  }
}
