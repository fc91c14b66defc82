package bailiwick.core.optimize.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CoolingTest {

  private final Cooling cooling = new Cooling(10);

  @Test
  void every_round_ends_cold() {
    for (double end : new double[] {0.0999999, 0.5999999, 1}) {
      assertThat(cooling.at(end)).isCloseTo(0.02, within(1e-3));
    }
  }

  @Test
  void the_second_round_is_the_hot_one() {
    assertThat(cooling.at(0)).isCloseTo(2, within(1e-9));
    assertThat(cooling.at(0.1)).isCloseTo(10, within(1e-9));
    assertThat(cooling.at(0.6)).isCloseTo(4, within(1e-9));
  }

  @Test
  void work_beyond_the_plan_stays_cold() {
    assertThat(cooling.at(1.5)).isCloseTo(0.02, within(1e-9));
  }
}
