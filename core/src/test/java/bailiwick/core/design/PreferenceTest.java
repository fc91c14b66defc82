package bailiwick.core.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PreferenceTest {

  @Test
  void costs_told_one_by_one_are_those_told_all_at_once() {
    Random random = new Random(7);
    int territories = 5;
    double[] all = new double[40 * territories];
    Preference.Builder told = Preference.builder("skillFit", 40, territories);
    for (int k = all.length - 1; k >= 0; k--) {
      if (random.nextInt(3) == 0 || k < territories) {
        told.cost(k / territories, k % territories, 99); // what is told last counts
        all[k] = random.nextInt(10);
        told.cost(k / territories, k % territories, all[k]);
      }
    }
    Preference sparse = told.build();
    Preference dense = Preference.of("skillFit", territories, all);

    assertThat(sparse.unitCount()).isEqualTo(dense.unitCount()).isEqualTo(40);
    for (int k = 0; k < all.length; k++) {
      assertThat(sparse.at(k / territories, k % territories))
          .isEqualTo(dense.at(k / territories, k % territories))
          .isEqualTo(all[k]);
    }
  }

  @Test
  void a_cost_below_0_is_refused() {
    Preference.Builder told = Preference.builder("skillFit", 2, 2);

    assertThatThrownBy(() -> told.cost(1, 0, -1)).hasMessageContaining("unit 1 in territory 0");
  }

  @Test
  void a_unit_or_a_territory_that_is_none_is_refused() {
    Preference.Builder told = Preference.builder("skillFit", 2, 3);

    assertThatThrownBy(() -> told.cost(0, 3, 1)).hasMessageContaining("territory (3)");
    assertThatThrownBy(() -> told.cost(2, 0, 1)).hasMessageContaining("unit (2)");
    assertThatThrownBy(() -> told.cost(-1, 0, 1)).hasMessageContaining("unit (-1)");
  }

  @Test
  void other_territories_cost_what_the_ones_they_come_from_did() {
    Preference told = Preference.of("skillFit", 3, new double[] {1, 0, 2, 3, 4, 5});

    Preference others = told.withTerritories(new int[] {2, Succession.NONE, 2, 1});
    Preference again = others.withTerritories(new int[] {1, 3, 0});

    assertThat(others.territoryCount()).isEqualTo(4);
    assertThat(costs(others)).containsExactly(2, 0, 2, 0, 5, 0, 5, 4);
    assertThat(costs(again)).containsExactly(0, 0, 2, 0, 4, 5);
  }

  /** {@code [unit * territoryCount + territory]}. */
  private static double[] costs(Preference preference) {
    int territories = preference.territoryCount();
    return IntStream.range(0, preference.unitCount() * territories)
        .mapToDouble(k -> preference.at(k / territories, k % territories))
        .toArray();
  }
}
