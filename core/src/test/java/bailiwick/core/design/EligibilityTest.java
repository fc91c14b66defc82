package bailiwick.core.design;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.fixture.Seeds;
import bailiwick.core.fixture.Worlds;
import bailiwick.core.unit.Measure;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class EligibilityTest {

  @Test
  void what_is_allowed_is_what_was_said_however_many_territories_there_are() {
    Seeds.check((random, size) -> {
      int territories = 1 + size;
      Eligibility.Builder builder = Eligibility.builder(3, territories);
      BitSet expected = new BitSet();
      expected.set(0, territories);
      for (int k = 0; k < 5; k++) {
        int out = random.nextInt(territories);
        builder.not(1, out);
        expected.clear(out);
      }
      Eligibility eligibility = builder.only(2, size).build();

      assertThat(eligibility.count(0)).isEqualTo(territories);
      assertThat(eligibility.count(1)).isEqualTo(expected.cardinality());
      assertThat(eligibility.onlyTerritory(2)).isEqualTo(size);
      for (int t = 0; t < territories; t++) {
        assertThat(eligibility.allows(0, t)).isTrue();
        assertThat(eligibility.allows(1, t)).isEqualTo(expected.get(t));
        assertThat(eligibility.allows(2, t)).isEqualTo(t == size);
      }
    });
  }

  @Test
  void a_lock_is_eligibility_for_one_territory_and_one_eligible_territory_is_a_lock() {
    var world = Worlds.grid(4, 1);
    DesignProblem problem =
        DesignProblem.builder(world.units(), world.distances())
            .measure(Measure.ACCOUNTS, new long[] {1, 1, 1, 1})
            .freeTerritories(3)
            .eligibility(Eligibility.builder(4, 3).only(1, 2).only(2, 0, 1).only(3, 0).build())
            .lock(0, 1)
            .lock(3, 2)
            .build();

    assertThat(problem.lockedTo(0)).isEqualTo(1);
    assertThat(problem.mayBelong(0, 2)).isFalse();
    assertThat(problem.lockedTo(1)).isEqualTo(2);
    assertThat(problem.lockedTo(2)).isEqualTo(-1);
    assertThat(problem.mayBelong(2, 1)).isTrue();
    assertThat(problem.mayBelong(2, 2)).isFalse();
    for (int t = 0; t < 3; t++) {
      assertThat(problem.mayBelong(3, t)).isFalse();
    }
  }
}
