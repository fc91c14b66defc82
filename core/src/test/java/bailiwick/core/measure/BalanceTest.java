package bailiwick.core.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import bailiwick.core.fixture.Seeds;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BalanceTest {

  @Test
  void equal_totals_deviate_by_nothing() {
    assertThat(Balance.largestDeviation(new long[] {7, 7, 7})).isZero();
  }

  @Test
  void the_farthest_total_counts_whether_above_or_below() {
    assertThat(Balance.largestDeviation(new long[] {90, 100, 110, 100, 60, 140})).isEqualTo(0.4);
  }

  @Test
  void a_part_timer_is_measured_by_the_part() {
    assertThat(Balance.largestDeviation(new long[] {100, 50}, new double[] {1, 0.5}))
        .isCloseTo(0, within(1e-12));
  }

  @Test
  void nothing_at_all_is_balanced() {
    assertThat(Balance.largestDeviation(new long[] {0, 0})).isZero();
  }

  @Test
  void no_territory_is_a_mistake_of_the_caller() {
    assertThatThrownBy(() -> Balance.largestDeviation(new long[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("(0)");
  }

  @Test
  void scale_does_not_matter() {
    Seeds.check((random, size) -> {
      long[] totals = random.longs(2 + size % 9, 1, 1_000_000).toArray();
      long[] larger = Arrays.stream(totals).map(total -> 10 * total).toArray();
      assertThat(Balance.largestDeviation(larger))
          .isCloseTo(Balance.largestDeviation(totals), within(1e-12));
    });
  }
}
