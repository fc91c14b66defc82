package bailiwick.server.job;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.server.job.JobWire.Imbalance;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class BestSoFarTest {

  @Test
  void a_gap_is_the_part_of_the_objective_that_may_be_too_much() {
    assertThat(best(200, OptionalDouble.of(150)).gap()).isEqualTo(0.25);
    assertThat(best(200, OptionalDouble.of(201)).gap()).as("rounding").isZero();
    assertThat(best(0, OptionalDouble.of(0)).gap()).isZero();
    assertThat(best(200, OptionalDouble.empty()).gap()).isNull();
    assertThat(BestSoFar.NOTHING.gap()).isNull();
  }

  @Test
  void values_that_are_no_finite_number_are_not_known() {
    BestSoFar best = best(Double.POSITIVE_INFINITY, OptionalDouble.of(Double.NEGATIVE_INFINITY));

    assertThat(best.objective()).isNull();
    assertThat(best.bound()).isNull();
  }

  @Test
  void the_worst_imbalance_is_that_of_any_measure() {
    List<Imbalance> imbalance = List.of(new Imbalance("a", 0.1), new Imbalance("b", 0.3));

    assertThat(new BestSoFar(1.0, null, imbalance).worstImbalance()).isEqualTo(0.3);
    assertThat(BestSoFar.NOTHING.worstImbalance()).isNull();
  }

  private static BestSoFar best(double objective, OptionalDouble bound) {
    return BestSoFar.of(OptionalDouble.of(objective), bound, List.of());
  }
}
