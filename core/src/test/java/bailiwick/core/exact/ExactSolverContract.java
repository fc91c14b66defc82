package bailiwick.core.exact;

import static bailiwick.core.exact.BinaryProgram.NO_LOWER;
import static bailiwick.core.exact.BinaryProgram.NO_UPPER;
import static bailiwick.core.exact.Programs.assignment;
import static bailiwick.core.exact.Programs.costs;
import static bailiwick.core.exact.Programs.ones;
import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.design.Cancellation;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

/** What every {@link ExactSolver} must do; its test class extends this one. */
public abstract class ExactSolverContract {

  private static final ExactLimits ENOUGH = ExactLimits.ofWork(10);

  /** The solver to test, the same one at each call. */
  protected abstract ExactSolver solver();

  /** The answer within limits that are far more than enough. */
  protected ExactAnswer answer(BinaryProgram program) {
    return solver().solve(program, ENOUGH, Cancellation.none());
  }

  /** The variables that are 1 in the cheapest solution. */
  protected BitSet optimum(BinaryProgram program) {
    ExactAnswer answer = answer(program);
    assertThat(answer).isInstanceOf(ExactAnswer.Optimal.class);
    return ((ExactAnswer.Optimal) answer).solution().ones();
  }

  @Test
  void without_rows_it_takes_what_pays() {
    assertThat(optimum(BinaryProgram.builder(costs(3, -1, 2, -5)).build())).isEqualTo(ones(1, 3));
  }

  @Test
  void units_go_to_the_nearest_homes_that_have_room() {
    double[][] costs = {{1, 9}, {2, 9}, {3, 4}};
    assertThat(optimum(assignment(new long[] {5, 5, 5}, costs, 5, 10))).isEqualTo(ones(0, 2, 5));
  }

  @Test
  void a_lower_limit_binds_as_an_upper_one_does() {
    BinaryProgram program =
        BinaryProgram.builder(costs(1, 2, 4))
            .row(6, NO_UPPER)
            .term(0, 3)
            .term(1, 3)
            .term(2, 5)
            .row(NO_LOWER, 7)
            .term(1, 3)
            .term(2, 5)
            .build();
    assertThat(optimum(program)).isEqualTo(ones(0, 1));
  }

  @Test
  void negative_coefficients_tie_one_variable_to_another() {
    BinaryProgram program =
        BinaryProgram.builder(costs(10, -3, -4, -5))
            .row(NO_LOWER, 0)
            .term(1, 1)
            .term(2, 1)
            .term(3, 1)
            .term(0, -3)
            .build();
    assertThat(optimum(program)).isEqualTo(ones(0, 1, 2, 3));
  }

  @Test
  void limits_that_contradict_each_other_have_no_solution() {
    BinaryProgram program =
        BinaryProgram.builder(costs(1, 1)).row(2, 2).term(0, 1).row(1, 1).term(1, 1).build();
    assertThat(answer(program)).isInstanceOf(ExactAnswer.Infeasible.class);
  }

  @Test
  void a_row_without_terms_is_kept_or_never() {
    BinaryProgramBuilder kept = BinaryProgram.builder(costs(-1)).row(0, 0).term(0, 0);
    assertThat(optimum(kept.build())).isEqualTo(ones(0));
    BinaryProgram never = BinaryProgram.builder(costs(-1)).row(1, NO_UPPER).build();
    assertThat(answer(never)).isInstanceOf(ExactAnswer.Infeasible.class);
  }

  @Test
  void nothing_beats_the_cost_of_the_best_known_solution() {
    BinaryProgram program =
        assignment(new long[] {1, 1}, new double[][] {{0.1, 2}, {0.2, 3}}, 0, 2);
    BitSet best = ones(0, 2);
    BinaryProgram better = program.withHint(best).withCutoff(program.costOf(best));
    assertThat(answer(better)).isInstanceOf(ExactAnswer.Infeasible.class);
  }

  @Test
  void a_cutoff_lets_only_cheaper_solutions_through() {
    BinaryProgram program =
        BinaryProgram.builder(costs(2, 3)).row(1, 1).term(0, 1).term(1, 1).build();
    assertThat(optimum(program.withCutoff(2.5))).isEqualTo(ones(0));
    assertThat(answer(program.withCutoff(2))).isInstanceOf(ExactAnswer.Infeasible.class);
    assertThat(answer(program.withCutoff(Double.NEGATIVE_INFINITY)))
        .isInstanceOf(ExactAnswer.Infeasible.class);
    assertThat(optimum(program.withCutoff(Double.POSITIVE_INFINITY))).isEqualTo(ones(0));
  }

  @Test
  void a_hint_that_breaks_rows_does_no_harm() {
    BinaryProgram program =
        BinaryProgram.builder(costs(2, 3)).row(1, 1).term(0, 1).term(1, 1).build();
    assertThat(optimum(program.withHint(ones(0, 1)))).isEqualTo(ones(0));
    assertThat(optimum(program.withHint(ones()))).isEqualTo(ones(0));
  }

  @Test
  void a_small_cost_decides_beside_a_large_one() {
    BinaryProgram program =
        BinaryProgram.builder(costs(1e9, 1e-3, 2e-3))
            .row(2, 2)
            .term(0, 2)
            .term(1, 1)
            .term(2, 1)
            .build();
    assertThat(optimum(program)).isEqualTo(ones(1, 2));
    BinaryProgram either =
        BinaryProgram.builder(costs(1e9, 2e-3, 1e-3)).row(1, 1).term(1, 1).term(2, 1).build();
    assertThat(optimum(either)).isEqualTo(ones(2));
  }

  @Test
  void amounts_of_money_in_the_smallest_unit_are_added_up_exactly() {
    long billions = 4_000_000_000_000_003L;
    BinaryProgram program =
        BinaryProgram.builder(costs(1, 2, 3))
            .row(billions + 1, billions + 1)
            .term(0, billions)
            .term(1, billions + 2)
            .term(2, 1)
            .build();
    assertThat(optimum(program)).isEqualTo(ones(0, 2));
  }

  @Test
  void amounts_as_large_as_a_row_may_hold_are_added_up_exactly() {
    long half = BinaryProgram.LARGEST_ROW / 2;
    BinaryProgram program =
        BinaryProgram.builder(costs(1, 1, -1))
            .row(2 * half - 1, 2 * half - 1)
            .term(0, half)
            .term(1, half - 1)
            .term(2, 1)
            .build();
    assertThat(optimum(program)).isEqualTo(ones(0, 1));
  }

  @Test
  void asked_to_stop_beforehand_it_does_nothing() {
    Cancellation cancellation = new Cancellation();
    cancellation.request();
    BinaryProgram program = BinaryProgram.builder(costs(1)).build();
    assertThat(solver().solve(program, ENOUGH, cancellation))
        .isInstanceOf(ExactAnswer.Unknown.class);
  }
}
