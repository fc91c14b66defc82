package bailiwick.exact;

import static bailiwick.core.exact.Programs.costs;
import static bailiwick.core.exact.Programs.ones;
import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.exact.BinaryProgram;
import bailiwick.core.exact.ExactAnswer;
import org.junit.jupiter.api.Test;

/** A worker that lies is not believed. */
class BelievedTest {

  /** One of two variables, the first at a cost of 1, the second of 2. */
  private static final BinaryProgram PROGRAM =
      BinaryProgram.builder(costs(1, 2)).row(1, 1).term(0, 1).term(1, 1).build();

  @Test
  void a_solution_at_the_bound_is_the_cheapest() {
    ExactAnswer answer = Believed.of(new Reply.Found(3, grains(1), ones(0)), PROGRAM);
    assertThat(answer).isInstanceOf(ExactAnswer.Optimal.class);
    assertThat(((ExactAnswer.Optimal) answer).work()).isEqualTo(3);
  }

  @Test
  void a_solution_above_the_bound_may_not_be_the_cheapest() {
    ExactAnswer answer = Believed.of(new Reply.Found(3, grains(1), ones(1)), PROGRAM);
    assertThat(answer).isInstanceOf(ExactAnswer.Feasible.class);
    assertThat(((ExactAnswer.Feasible) answer).bound()).isEqualTo(1);
  }

  @Test
  void a_solution_that_breaks_a_row_is_a_failure() {
    assertFailed(new Reply.Found(3, grains(0), ones(0, 1)), PROGRAM, "breaks row 0");
  }

  @Test
  void a_solution_of_another_program_is_a_failure() {
    assertFailed(new Reply.Found(3, grains(0), ones(0, 7)), PROGRAM, "more variables");
  }

  @Test
  void a_solution_that_reaches_the_cutoff_is_a_failure() {
    assertFailed(new Reply.Found(3, grains(1), ones(0)), PROGRAM.withCutoff(1), "cutoff");
  }

  @Test
  void a_bound_above_its_own_solution_is_a_failure() {
    assertFailed(new Reply.Found(3, grains(2), ones(0)), PROGRAM, "costs less");
  }

  @Test
  void no_solution_where_the_hint_is_one_is_a_failure() {
    assertFailed(new Reply.NoSolution(3), PROGRAM.withHint(ones(1)), "hint");
    assertThat(Believed.of(new Reply.NoSolution(3), PROGRAM.withHint(ones())))
        .isEqualTo(new ExactAnswer.Infeasible(3));
  }

  @Test
  void the_hint_stands_in_for_a_dearer_solution_and_for_none() {
    BinaryProgram hinted = PROGRAM.withHint(ones(0));
    for (Reply reply :
        new Reply[] {
          new Reply.Found(3, grains(0), ones(1)), new Reply.NothingFound(3, grains(0))
        }) {
      ExactAnswer answer = Believed.of(reply, hinted);
      assertThat(((ExactAnswer.Feasible) answer).solution().ones()).isEqualTo(ones(0));
    }
  }

  @Test
  void nothing_found_without_a_bound_leaves_everything_open() {
    assertThat(Believed.of(new Reply.NothingFound(3, Reply.NO_BOUND), PROGRAM))
        .isEqualTo(new ExactAnswer.Unknown(Double.NEGATIVE_INFINITY, 3));
  }

  private static void assertFailed(Reply reply, BinaryProgram program, String reason) {
    ExactAnswer answer = Believed.of(reply, program);
    assertThat(answer).isInstanceOf(ExactAnswer.Failed.class);
    assertThat(((ExactAnswer.Failed) answer).reason()).contains(reason);
  }

  private static long grains(double cost) {
    return Math.round(cost / PROGRAM.grain());
  }
}
