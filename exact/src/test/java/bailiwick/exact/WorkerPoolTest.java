package bailiwick.exact;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.design.Cancellation;
import bailiwick.core.exact.BinaryProgram;
import bailiwick.core.exact.ExactAnswer;
import bailiwick.core.exact.ExactLimits;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkerPoolTest {

  @Test
  void several_programs_at_once_get_the_answers_they_would_get_alone() {
    try (WorkerPool pool = new WorkerPool(2)) {
      List<CompletableFuture<ExactAnswer>> answers =
          IntStream.range(1, 7)
              .mapToObj(least -> CompletableFuture.supplyAsync(() -> solve(pool, least)))
              .toList();

      for (int k = 0; k < answers.size(); k++) {
        assertThat(answers.get(k).join())
            .isInstanceOfSatisfying(
                ExactAnswer.Optimal.class,
                optimal -> assertThat(optimal.solution().cost()).isPositive())
            .isEqualTo(solve(pool, k + 1));
      }
    }
  }

  @Test
  void a_closed_pool_answers_that_it_is_closed() {
    WorkerPool pool = new WorkerPool(1);
    pool.close();

    assertThat(solve(pool, 1)).isInstanceOf(ExactAnswer.Failed.class);
  }

  /** The cheapest choice of at least so many of seven things. */
  private static ExactAnswer solve(WorkerPool pool, int least) {
    var rows = BinaryProgram.builder(new double[] {3, 1, 4, 1, 5, 9, 2}).row(least, 7);
    for (int variable = 0; variable < 7; variable++) {
      rows.term(variable, 1);
    }
    return pool.solve(rows.build(), ExactLimits.ofWork(1), Cancellation.none());
  }
}
