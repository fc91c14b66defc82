package bailiwick.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedPlanTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 95, 40_000})
  void a_plan_comes_out_as_it_went_in(int units) {
    SplittableRandom random = new SplittableRandom(units);
    int[] plan = IntStream.range(0, units).map(unit -> random.nextInt(2_000)).toArray();

    assertThat(PackedPlan.unpack(PackedPlan.pack(plan), units)).isEqualTo(plan);
  }

  @Test
  void a_plan_of_other_units_is_refused() {
    String packed = PackedPlan.pack(new int[] {1, 2, 3});

    assertThatThrownBy(() -> PackedPlan.unpack(packed, 4))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PackedPlan.unpack(packed, 2))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
