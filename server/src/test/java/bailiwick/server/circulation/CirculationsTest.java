package bailiwick.server.circulation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bailiwick.core.problem.ProblemException;
import org.junit.jupiter.api.Test;

class CirculationsTest {

  @Test
  void what_could_not_come_back_is_refused_before_it_goes_out() {
    assertThatCode(() -> Circulations.requireFitting(200_000)).doesNotThrowAnyException();
    assertThatThrownBy(() -> Circulations.requireFitting(1_048_576))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("A workbook takes 200,000 accounts, and there are 1,048,576.");
  }
}
